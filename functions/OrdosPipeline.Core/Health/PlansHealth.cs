using OrdosPipeline.Core.Plan;

namespace OrdosPipeline.Core.Health;

/// <summary>Which plans are served. A plan with a fault ends the app at its start, so that those here are well.</summary>
public sealed class PlansHealth(PlanLibrary plans, TimeProvider clock) : IHealthProbe
{
    public string Name => "plans";

    public Task<HealthComponent> LookAsync(CancellationToken cancellationToken)
    {
        var year = ChinaTime.DayOf(clock.GetUtcNow()).Year;
        var list = string.Join(", ", plans.All.Select(plan => $"{plan.Id} ({plan.Years})"));
        var isCovered = plans.All.Any(plan => plan.Years.Contains(year));
        return Task.FromResult(new HealthComponent(
            Name, HealthStatus.Ok,
            $"已加载规划 {list}。{(isCovered ? "" : $"没有包含 {year} 年的规划，这一年的数据会被退回。")}",
            $"Plans loaded: {list}.{(isCovered ? "" : $" None contains {year}, so that data of that year are rejected.")}"));
    }
}
