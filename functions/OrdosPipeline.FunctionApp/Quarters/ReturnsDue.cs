using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using OrdosPipeline.Core;

namespace OrdosPipeline.FunctionApp.Quarters;

/// <summary>Daily at 08:00 China time, which is 00:00 UTC: write and post every notice of missing returns that is due.</summary>
public sealed class ReturnsDue(ReturnNotices notices, ILogger<ReturnsDue> logger)
{
    [Function(nameof(ReturnsDue))]
    public async Task Run([TimerTrigger("0 0 0 * * *")] TimerInfo timer, CancellationToken cancellationToken)
    {
        foreach (var notice in await notices.WriteDueAsync(cancellationToken))
            logger.LogInformation("{Plan} {Quarter} {Notice}: {Missing} departments are missing.", notice.Plan, notice.Quarter, notice.Code, notice.Missing.Count());
        logger.LogInformation("Notices of missing returns are up to date; late: {IsPastDue}.", timer.IsPastDue);
    }
}
