using System.Globalization;
using OrdosPipeline.Core.Stores;

namespace OrdosPipeline.Core.Health;

/// <summary>Whether uploads are done with in time.</summary>
public sealed class BacklogHealth(Backlog backlog, MissedSubmissionsOptions sweep, TimeProvider clock) : IHealthProbe
{
    /// <summary>The time between two sweeps, and some for their work. What a sweep has not taken up is stuck.</summary>
    private static readonly TimeSpan SweepTakes = TimeSpan.FromMinutes(20);

    public string Name => "backlog";

    public IReadOnlyList<StorageService> Needs => [StorageService.Blobs, StorageService.Tables];

    /// <summary>From what age on an upload that is not done with is late.</summary>
    public TimeSpan Late => sweep.Patience + SweepTakes;

    public async Task<HealthComponent> LookAsync(CancellationToken cancellationToken)
    {
        var state = await backlog.ReadAsync(cancellationToken);
        var age = state.Age(clock.GetUtcNow());
        var figures = new Dictionary<string, long> { ["waiting"] = state.Waiting, ["oldestSeconds"] = (long)age.TotalSeconds };
        if (state.Waiting == 0)
            return new(Name, HealthStatus.Ok, "没有待处理的报送。", "No upload waits.") { Figures = figures };
        var (chinese, english) = ($"待处理 {state.Waiting} 件，最早的已等 {Chinese(age)}", $"Uploads waiting: {state.Waiting}, the oldest for {English(age)}");
        if (age < Late)
            return new(Name, HealthStatus.Ok, $"{chinese}。", $"{english}.") { Figures = figures };
        return new(Name, HealthStatus.Degraded, $"{chinese}，早该由定时补办处理了。", $"{english}; the sweep should have taken it up.")
        {
            Advice = "看函数应用的日志；运行 ordos sweep 立即补办。",
            AdviceEn = "See the function app's log; ordos sweep takes it up at once.",
            Figures = figures,
        };
    }

    private static string Chinese(TimeSpan age) => age.TotalMinutes < 2 ? $"{Whole(age.TotalSeconds)} 秒" : age.TotalHours < 2 ? $"{Whole(age.TotalMinutes)} 分钟" : $"{Whole(age.TotalHours)} 小时";

    private static string English(TimeSpan age) => age.TotalMinutes < 2 ? $"{Whole(age.TotalSeconds)} s" : age.TotalHours < 2 ? $"{Whole(age.TotalMinutes)} min" : $"{Whole(age.TotalHours)} h";

    private static string Whole(double number) => Math.Floor(number).ToString(CultureInfo.InvariantCulture);
}

/// <summary>Whether the system has given submissions up.</summary>
public sealed class FailedHealth(Backlog backlog) : IHealthProbe
{
    public string Name => "failed-submissions";

    public IReadOnlyList<StorageService> Needs => [StorageService.Blobs, StorageService.Tables];

    public async Task<HealthComponent> LookAsync(CancellationToken cancellationToken)
    {
        var failed = (await backlog.ReadAsync(cancellationToken)).Failed;
        var figures = new Dictionary<string, long> { ["failed"] = failed };
        return failed == 0
            ? new(Name, HealthStatus.Ok, "没有处理失败的报送。", "No submission was given up.") { Figures = figures }
            : new(Name, HealthStatus.Degraded, $"系统放弃了 {failed} 件报送。", $"Submissions given up by the system: {failed}.")
            {
                Advice = "ordos query submissions --state failed 说明原因；排除后运行 ordos replay --failed。",
                AdviceEn = "ordos query submissions --state failed says why; when that is mended, ordos replay --failed.",
                Figures = figures,
            };
    }
}

/// <summary>Whether messages lie in the poison queue.</summary>
public sealed class PoisonHealth(Backlog backlog) : IHealthProbe
{
    public string Name => "poison-messages";

    public IReadOnlyList<StorageService> Needs => [StorageService.Queues];

    public async Task<HealthComponent> LookAsync(CancellationToken cancellationToken)
    {
        if (await backlog.CountPoisonAsync(cancellationToken) is not { } messages)
            return new(Name, HealthStatus.Ok, "未配置队列地址，不统计。", "No address of queues is configured, so they are not counted.");
        var figures = new Dictionary<string, long> { ["messages"] = messages };
        return messages == 0
            ? new(Name, HealthStatus.Ok, "毒消息队列是空的。", "The poison queue is empty.") { Figures = figures }
            : new(Name, HealthStatus.Degraded, $"毒消息队列中约有 {messages} 条消息。", $"Messages in the poison queue: about {messages}.")
            {
                Advice = "ordos replay --failed 重新处理并取走消息；其余见 RUNBOOK.md 的“Replay”。",
                AdviceEn = "ordos replay --failed does their submissions again and takes them away; for the rest see Replay in RUNBOOK.md.",
                Figures = figures,
            };
    }
}
