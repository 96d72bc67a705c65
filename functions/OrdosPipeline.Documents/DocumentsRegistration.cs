using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using OrdosPipeline.Core.Intake;
using OrdosPipeline.Core.Validation;
using OrdosPipeline.Documents.Feedback;
using OrdosPipeline.Documents.Reading;

namespace OrdosPipeline.Documents;

public static class DocumentsRegistration
{
    /// <summary>Registers what turns bytes into grids and results into files.</summary>
    public static IServiceCollection AddDocuments(this IServiceCollection services)
    {
        services.TryAddSingleton(IntakeLimits.Default);
        services.TryAddSingleton<IWorkbookOpener, WorkbookOpener>();
        services.TryAddSingleton<IFeedbackWriter, FeedbackWorkbook>();
        return services;
    }
}
