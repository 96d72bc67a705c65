using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using OrdosPipeline.Core;

namespace OrdosPipeline.FunctionApp.Quarters;

/// <summary>Daily at 02:00 China time, which is 18:00 UTC: write the templates of the open quarter that are missing or have changed.</summary>
public sealed partial class TemplatesDue(TemplatePipeline pipeline, ILogger<TemplatesDue> logger)
{
    [Function(nameof(TemplatesDue))]
    public async Task Run([TimerTrigger("0 0 18 * * *")] TimerInfo timer, CancellationToken cancellationToken)
    {
        var written = await pipeline.WriteDueAsync(cancellationToken);
        Done(written.Count, timer.IsPastDue);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Count} templates were written; late: {IsPastDue}.")]
    private partial void Done(int count, bool isPastDue);
}
