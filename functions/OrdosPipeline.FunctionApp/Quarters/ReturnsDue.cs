using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using OrdosPipeline.Core;
using OrdosPipeline.Core.Plan;

namespace OrdosPipeline.FunctionApp.Quarters;

/// <summary>Daily at 08:00 China time, which is 00:00 UTC: write and post every notice of missing returns that is due.</summary>
public sealed partial class ReturnsDue(ReturnNotices notices, ILogger<ReturnsDue> logger)
{
    [Function(nameof(ReturnsDue))]
    public async Task Run([TimerTrigger("0 0 0 * * *")] TimerInfo timer, CancellationToken cancellationToken)
    {
        foreach (var notice in await notices.WriteDueAsync(cancellationToken))
            Written(notice.Plan, notice.Quarter, notice.Code, notice.Missing.Count());
        Done(timer.IsPastDue);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The notice {Notice} of {Plan} {Quarter} was written: {Missing} departments are missing.")]
    private partial void Written(string plan, ReportingQuarter quarter, string notice, int missing);

    [LoggerMessage(Level = LogLevel.Information, Message = "Notices of missing returns are up to date; late: {IsPastDue}.")]
    private partial void Done(bool isPastDue);
}
