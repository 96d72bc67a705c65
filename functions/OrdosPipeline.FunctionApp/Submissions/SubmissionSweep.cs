using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using OrdosPipeline.Core;

namespace OrdosPipeline.FunctionApp.Submissions;

/// <summary>Every 15 minutes: take up what events have missed.</summary>
public sealed class SubmissionSweep(MissedSubmissions missed, ILogger<SubmissionSweep> logger)
{
    [Function(nameof(SubmissionSweep))]
    public async Task Run([TimerTrigger("0 */15 * * * *")] TimerInfo timer, CancellationToken cancellationToken)
    {
        var taken = await missed.TakeUpAsync(cancellationToken);
        logger.LogInformation("The sweep took up {Count} submissions; late: {IsPastDue}.", taken.Count, timer.IsPastDue);
    }
}
