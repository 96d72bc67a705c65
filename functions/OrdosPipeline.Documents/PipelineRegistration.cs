using Microsoft.Extensions.DependencyInjection;
using OrdosPipeline.Core;
using OrdosPipeline.Core.Answers;
using OrdosPipeline.Core.Health;
using OrdosPipeline.Core.Intake;
using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Progress;
using OrdosPipeline.Core.Reporting;
using OrdosPipeline.Core.Stores;
using OrdosPipeline.Core.Validation;
using OrdosPipeline.Documents.Feedback;
using OrdosPipeline.Documents.Notices;
using OrdosPipeline.Documents.Plan;
using OrdosPipeline.Documents.Reading;
using OrdosPipeline.Documents.Reports.Annex;
using OrdosPipeline.Documents.Reports.Html;
using OrdosPipeline.Documents.Reports.Word;
using OrdosPipeline.Documents.Reports.Wording;
using OrdosPipeline.Documents.Templates;

namespace OrdosPipeline.Documents;

/// <summary>Registers the pipelines of Core with their documents, once for the function app and the command line. The storage registers its own ports.</summary>
public static class PipelineRegistration
{
    /// <param name="services">Of the host.</param>
    /// <param name="setting">Looks a setting up by its name, with <c>:</c> between sections.</param>
    public static IServiceCollection AddOrdosPipelines(this IServiceCollection services, Func<string, string?> setting)
    {
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(_ => new PlanLibrary(PlanCatalogueReader.LoadAll(setting("Plans") ?? PlanCatalogueReader.DefaultPlansFolder)));
        services.AddSingleton(PipelineSettings.IntakeLimits(setting));
        services.AddSingleton(PipelineSettings.ProgressSettings(setting));
        services.AddSingleton(PipelineSettings.CompletenessSettings(setting));
        services.AddSingleton(PipelineSettings.HistorySettings(setting));
        services.AddSingleton(PipelineSettings.Sweep(setting));
        services.AddSingleton(PipelineSettings.Notices(setting));
        services.AddSingleton(new SubmissionPipelineOptions());

        services.AddSingleton<IWorkbookOpener, WorkbookOpener>();
        services.AddSingleton<IFeedbackWriter, FeedbackWorkbook>();
        services.AddSingleton<ITemplateWriter, TemplateWorkbook>();
        services.AddSingleton<INoticePoster>(provider => new WebhookNotices(provider.GetRequiredService<NoticeSettings>(), new HttpClient { Timeout = TimeSpan.FromSeconds(30) }));
        services.AddSingleton<IReportWriter, SummaryJson>();
        foreach (var language in ReportLanguages.All)
        {
            services.AddSingleton<IReportWriter>(new HtmlReport(language));
            services.AddSingleton<IReportWriter>(new WordReport(language));
            services.AddSingleton<IReportWriter>(new AnnexWorkbook(language));
        }

        services.AddSingleton<DecisionRecord>();
        services.AddSingleton<Preparation>();
        services.AddSingleton<PipelineMetrics>();
        services.AddSingleton<Backlog>();
        services.AddSingleton<SubmissionCheck>();
        services.AddSingleton<DryRun>();
        services.AddSingleton<EarlierUploads>();
        services.AddSingleton<SubmissionPipeline>();
        services.AddSingleton<MissedSubmissions>();
        services.AddSingleton<QuarterClosePipeline>();
        services.AddSingleton<TemplatePipeline>();
        services.AddSingleton<ReturnNotices>();
        services.AddSingleton<Replay>();
        services.AddSingleton<Questions>();
        services.AddSingleton<Tracing>();
        services.AddSingleton<FigureTracing>();
        services.AddSingleton<Silence>();
        services.AddSingleton<Rebuild>();
        services.AddSingleton<Administration>();
        return services.AddHealth();
    }

    /// <summary>In the order in which they are told.</summary>
    private static IServiceCollection AddHealth(this IServiceCollection services)
    {
        services.AddSingleton<SystemHealth>();
        foreach (var service in Enum.GetValues<StorageService>())
            services.AddSingleton<IHealthProbe>(provider => new StorageHealth(provider.GetRequiredService<IStorageProbe>(), service));
        services.AddSingleton<IHealthProbe, PlansHealth>();
        services.AddSingleton<IHealthProbe, BacklogHealth>();
        services.AddSingleton<IHealthProbe, FailedHealth>();
        services.AddSingleton<IHealthProbe, PoisonHealth>();
        services.AddSingleton<IHealthProbe, SummariesHealth>();
        return services;
    }
}
