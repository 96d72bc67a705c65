using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using OrdosPipeline.Core;

namespace OrdosPipeline.FunctionApp.Quarters;

/// <summary>Daily at 08:30 China time, which is 00:30 UTC: write every summary that is due and not written, or that has changed.</summary>
public sealed partial class QuarterCloseDue(QuarterClosePipeline pipeline, ILogger<QuarterCloseDue> logger)
{
    [Function(nameof(QuarterCloseDue))]
    public async Task Run([TimerTrigger("0 30 0 * * *")] TimerInfo timer, CancellationToken cancellationToken)
    {
        var written = await pipeline.CloseDueAsync(cancellationToken);
        Done(written.Count, string.Join(", ", written.Select(summary => $"{summary.Plan} {summary.Quarter} v{summary.Version}")), timer.IsPastDue);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Count} summaries were written ({Summaries}); late: {IsPastDue}.")]
    private partial void Done(int count, string summaries, bool isPastDue);
}
