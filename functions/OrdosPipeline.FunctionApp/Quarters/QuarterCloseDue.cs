using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using OrdosPipeline.Core;
using OrdosPipeline.Core.Plan;

namespace OrdosPipeline.FunctionApp.Quarters;

/// <summary>Daily at 08:30 China time, which is 00:30 UTC: write every summary that is due and not written, or that has changed.</summary>
public sealed partial class QuarterCloseDue(QuarterClosePipeline pipeline, ILogger<QuarterCloseDue> logger)
{
    [Function(nameof(QuarterCloseDue))]
    public async Task Run([TimerTrigger("0 30 0 * * *")] TimerInfo timer, CancellationToken cancellationToken)
    {
        var written = await pipeline.CloseDueAsync(cancellationToken);
        foreach (var summary in written)
            Written(summary.Plan, summary.Quarter, summary.Version);
        Done(written.Count, timer.IsPastDue);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The summary of {Plan} {Quarter} was written: version {Version}.")]
    private partial void Written(string plan, ReportingQuarter quarter, int version);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Count} summaries were written; late: {IsPastDue}.")]
    private partial void Done(int count, bool isPastDue);
}
