using Microsoft.Extensions.DependencyInjection;
using OrdosPipeline.Cli.Output;
using OrdosPipeline.Core.Reporting;
using OrdosPipeline.Core.Stores;
using OrdosPipeline.Documents.Reports;
using OrdosPipeline.Documents.Reports.Wording;
using Spectre.Console;

namespace OrdosPipeline.Cli.Running;

/// <summary>Copies the reports of a summary out of the storage.</summary>
internal static class ReportFiles
{
    /// <summary>Saves the reports of a version as <c>{folder}/{quarter}-v{n}/{file}</c>: those in one language with the summary for programs, or all.</summary>
    public static async Task SaveAsync(IServiceProvider services, SummaryHead head, string folder, ReportLanguage? language, CancellationToken cancellationToken)
    {
        var target = Directory.CreateDirectory(Path.Combine(folder, $"{head.Quarter}-v{head.Version}")).FullName;
        var summaries = services.GetRequiredService<ISummaryStore>();
        foreach (var file in services.GetServices<IReportWriter>().Select(writer => writer.FileName).Where(file => IsIn(file, language)))
        {
            await using var content = await summaries.OpenReportAsync(head.Plan, head.Quarter, head.Version, file, cancellationToken);
            if (content is null)
                continue;
            var path = Path.Combine(target, file);
            await using (var output = File.Create(path))
                await content.CopyToAsync(output, cancellationToken);
            Terminal.Line($"已保存 {Markup.Escape(path)}");
        }
    }

    /// <summary>Writes every report of a summary that is not stored, of one language or of all, as <c>{folder}/{name}/{file}</c>.</summary>
    public static async Task WriteAsync(IServiceProvider services, QuarterSummary summary, string name, string folder, ReportLanguage? language)
    {
        var target = Directory.CreateDirectory(Path.Combine(folder, name)).FullName;
        foreach (var writer in services.GetServices<IReportWriter>().Where(writer => IsIn(writer.FileName, language)))
        {
            var path = Path.Combine(target, writer.FileName);
            await using (var output = File.Create(path))
                await writer.WriteAsync(summary, output);
            Terminal.Line($"已保存 {Markup.Escape(path)}");
        }
    }

    private static bool IsIn(string file, ReportLanguage? language) =>
        language is not { } wanted || ReportFileName.Formats.Any(format => ReportFileName.Of(format, wanted) == file);
}
