using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using OrdosPipeline.LocalHost.Functions;
using OrdosPipeline.LocalHost.Invocation;

namespace OrdosPipeline.LocalHost.Triggers.Timers;

/// <summary>Runs one timer function when it is due, one run at a time.</summary>
internal sealed class TimerListener(
    Function function,
    TimerTriggerAttribute trigger,
    TimerSchedule schedule,
    TimerStatusStore store,
    FunctionInvoker invoker,
    TimeProvider time,
    ILogger logger) : IDisposable
{
    // A timer of the system takes at most 49 days.
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);
    private static readonly TimeSpan StorageRetryInterval = TimeSpan.FromSeconds(5);

    private readonly bool remembers = trigger.UseMonitor && !schedule.IsFasterThanAMinute(time.GetUtcNow().UtcDateTime);
    private readonly SemaphoreSlim running = new(1);
    private ScheduleStatus? status;

    public string FunctionName => function.Name;

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    public void Dispose() => running.Dispose();

    public async Task RunAsync(CancellationToken stopping)
    {
        try
        {
            var isPastDue = remembers && await RecallAsync(stopping);
            if (isPastDue || trigger.RunOnStartup)
                await FireAsync(isPastDue, stopping);
            while (true)
            {
                // From now on, not from the last due time: occasions that pass during a long run are left out.
                await WaitUntilAsync(schedule.Next(Now), stopping);
                await FireAsync(isPastDue: false, stopping);
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
        }
    }

    /// <summary>Reads the status of an earlier process; returns whether a run was missed since.</summary>
    private async Task<bool> RecallAsync(CancellationToken stopping)
    {
        while (true)
        {
            try
            {
                status = await store.ReadAsync(function, stopping);
                if (status is null || status.Next != schedule.Next(status.Last == default ? status.LastUpdated : status.Last))
                {
                    // Never seen, or the schedule was changed: nothing has been missed of the new one.
                    status = new ScheduleStatus { Next = schedule.Next(Now), LastUpdated = Now };
                    await store.WriteAsync(function, status, stopping);
                }

                return Now > status.Next;
            }
            catch (Exception fault) when (!stopping.IsCancellationRequested)
            {
                logger.LogError(fault, "The schedule of {Function} cannot be read; trying again", function.Name);
                await Task.Delay(StorageRetryInterval, time, stopping);
            }
        }
    }

    private async Task WaitUntilAsync(DateTime due, CancellationToken stopping)
    {
        while (due - Now is { Ticks: > 0 } rest)
            await Task.Delay(rest < LongestWait ? rest : LongestWait, time, stopping);
    }

    /// <summary>Runs the function now, after a run that is under way. Its schedule stays as it is.</summary>
    public Task RunNowAsync(CancellationToken stopping) => FireAsync(isPastDue: false, stopping);

    private async Task FireAsync(bool isPastDue, CancellationToken stopping)
    {
        await running.WaitAsync(stopping);
        try
        {
            await RunOnceAsync(isPastDue, stopping);
        }
        finally
        {
            running.Release();
        }
    }

    private async Task RunOnceAsync(bool isPastDue, CancellationToken stopping)
    {
        var start = Now;
        var info = new TimerInfo { IsPastDue = isPastDue, ScheduleStatus = remembers ? status : null };
        try
        {
            await invoker.InvokeAsync(function, new TriggerInput(info), complete: null, stopping);
        }
        catch (Exception fault) when (!stopping.IsCancellationRequested)
        {
            // As in the real host, a failed run is not repeated before the next occasion.
            logger.LogError(fault, "{Function} failed; it runs again at {Next:u}", function.Name, schedule.Next(Now));
        }

        if (remembers)
            await RememberAsync(start, stopping);
    }

    private async Task RememberAsync(DateTime start, CancellationToken stopping)
    {
        status = new ScheduleStatus { Last = start, Next = schedule.Next(start), LastUpdated = start };
        try
        {
            // The run has ended; this is recorded also while the host stops.
            await store.WriteAsync(function, status, CancellationToken.None);
        }
        catch (Exception fault) when (!stopping.IsCancellationRequested)
        {
            logger.LogError(fault, "The schedule of {Function} cannot be written; after a restart it may run once more", function.Name);
        }
    }
}
