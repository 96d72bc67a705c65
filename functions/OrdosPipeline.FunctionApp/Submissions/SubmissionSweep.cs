using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using OrdosPipeline.Core;

namespace OrdosPipeline.FunctionApp.Submissions;

/// <summary>Every 15 minutes: take up what events have missed.</summary>
public sealed partial class SubmissionSweep(MissedSubmissions missed, ILogger<SubmissionSweep> logger)
{
    [Function(nameof(SubmissionSweep))]
    public async Task Run([TimerTrigger("0 */15 * * * *")] TimerInfo timer, CancellationToken cancellationToken)
    {
        var taken = await missed.TakeUpAsync(cancellationToken);
        Swept(taken.Count, timer.IsPastDue);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The sweep took up {Count} submissions; late: {IsPastDue}.")]
    private partial void Swept(int count, bool isPastDue);
}
