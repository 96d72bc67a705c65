using Microsoft.Azure.Functions.Worker;
using OrdosPipeline.LocalHost.Tests.Support;

namespace OrdosPipeline.LocalHost.Tests.Triggers;

public class TimerTriggerTests
{
    // Half past midnight UTC, once a day.
    private static readonly DateTimeOffset FirstDue = new(2024, 1, 1, 0, 30, 0, TimeSpan.Zero);

    private readonly FakeClock clock = new(FirstDue.AddMinutes(-30));

    [Fact]
    public async Task A_timer_runs_when_due_and_not_before()
    {
        var setup = await TestHost.Setup.CreateAsync(clock);
        await using var host = await TestHost.StartAsync(setup, [typeof(DailyFunction)]);
        await clock.WaitForTimerAsync(FirstDue);
        Assert.Equal(0, setup.Recorder.Waiting);

        clock.MoveTo(FirstDue);

        var info = await NextAsync(setup);
        Assert.False(info.IsPastDue);
        Assert.Equal(default, info.ScheduleStatus!.Last);
        Assert.Equal(FirstDue.UtcDateTime, info.ScheduleStatus.Next);
        await clock.WaitForTimerAsync(FirstDue.AddDays(1));
    }

    [Fact]
    public async Task A_run_that_was_missed_is_made_up_for_once_as_past_due()
    {
        var setup = await TestHost.Setup.CreateAsync(clock);
        await using (await TestHost.StartAsync(setup, [typeof(DailyFunction)]))
        {
            await clock.WaitForTimerAsync(FirstDue);
            clock.MoveTo(FirstDue);
            Assert.False((await NextAsync(setup)).IsPastDue);
        }

        clock.MoveTo(FirstDue.AddDays(3).AddMinutes(15));
        await using (await TestHost.StartAsync(setup, [typeof(DailyFunction)]))
        {
            var info = await NextAsync(setup);
            Assert.True(info.IsPastDue);
            Assert.Equal(FirstDue.UtcDateTime, info.ScheduleStatus!.Last);
            Assert.Equal(FirstDue.AddDays(1).UtcDateTime, info.ScheduleStatus.Next);
            await clock.WaitForTimerAsync(FirstDue.AddDays(4));
        }

        await using (await TestHost.StartAsync(setup, [typeof(DailyFunction)]))
        {
            await clock.WaitForTimerAsync(FirstDue.AddDays(4));
            Assert.Equal(0, setup.Recorder.Waiting);
        }
    }

    [Fact]
    public async Task Nothing_is_past_due_after_the_schedule_was_changed()
    {
        var setup = await TestHost.Setup.CreateAsync(clock);
        setup.Settings["Schedule"] = "0 30 0 * * *";
        await using (await TestHost.StartAsync(setup, [typeof(ConfiguredFunction)]))
            await clock.WaitForTimerAsync(FirstDue);

        clock.MoveTo(FirstDue.AddHours(5));
        setup.Settings["Schedule"] = "0 0 1 * * *";
        await using (await TestHost.StartAsync(setup, [typeof(ConfiguredFunction)]))
        {
            await clock.WaitForTimerAsync(FirstDue.AddDays(1).AddMinutes(30));
            Assert.Equal(0, setup.Recorder.Waiting);
        }
    }

    [Fact]
    public async Task A_timer_that_runs_at_startup_does_so_at_every_start()
    {
        var setup = await TestHost.Setup.CreateAsync(clock);
        for (var start = 0; start < 2; start++)
        {
            await using var host = await TestHost.StartAsync(setup, [typeof(StartupFunction)]);
            Assert.False((await NextAsync(setup)).IsPastDue);
        }
    }

    [Fact]
    public async Task A_timer_never_overlaps_itself_and_leaves_out_what_passed_meanwhile()
    {
        var setup = await TestHost.Setup.CreateAsync(clock);
        setup.Settings["AzureFunctionsJobHost:functionTimeout"] = "-1";
        var end = new TaskCompletionSource<object?>(TaskCreationOptions.RunContinuationsAsynchronously);
        setup.Recorder.Behaviour = _ => end.Task;
        await using var host = await TestHost.StartAsync(setup, [typeof(DailyFunction)]);
        await clock.WaitForTimerAsync(FirstDue);
        clock.MoveTo(FirstDue);
        await NextAsync(setup);

        clock.MoveTo(FirstDue.AddDays(2).AddMinutes(1));
        end.SetResult(null);

        await clock.WaitForTimerAsync(FirstDue.AddDays(2).AddMinutes(1).AddDays(1).AddMinutes(-1));
        Assert.Equal(0, setup.Recorder.Waiting);
    }

    [Fact]
    public async Task A_failed_run_is_not_repeated_before_the_next_occasion()
    {
        var setup = await TestHost.Setup.CreateAsync(clock);
        setup.Recorder.Behaviour = _ => throw new InvalidOperationException("no");
        await using var host = await TestHost.StartAsync(setup, [typeof(DailyFunction)]);
        await clock.WaitForTimerAsync(FirstDue);
        clock.MoveTo(FirstDue);
        await NextAsync(setup);

        await clock.WaitForTimerAsync(FirstDue.AddDays(1));

        Assert.Equal(0, setup.Recorder.Waiting);
    }

    private static async Task<TimerInfo> NextAsync(TestHost.Setup setup)
        => (TimerInfo)(await setup.Recorder.NextAsync()).Arguments[0]!;

    public sealed class DailyFunction(Recorder recorder)
    {
        [Function("Daily")]
        public Task Run([TimerTrigger("0 30 0 * * *")] TimerInfo timer, FunctionContext context)
            => recorder.RecordAsync(context, timer);
    }

    public sealed class ConfiguredFunction(Recorder recorder)
    {
        [Function("Configured")]
        public Task Run([TimerTrigger("%Schedule%")] TimerInfo timer, FunctionContext context)
            => recorder.RecordAsync(context, timer);
    }

    public sealed class StartupFunction(Recorder recorder)
    {
        [Function("Startup")]
        public Task Run([TimerTrigger("0 30 0 * * *", RunOnStartup = true)] TimerInfo timer, FunctionContext context)
            => recorder.RecordAsync(context, timer);
    }
}
