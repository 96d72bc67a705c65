using OrdosPipeline.Core.Plan;

namespace OrdosPipeline.Core.Normalisation;

/// <summary>What a project report is about: one project at one period.</summary>
public readonly record struct ProjectReportKey(string Plan, string Project, Period Period);

/// <summary>One project's state at one period, with its origin. What was not reported is null or absent.</summary>
public sealed record ProjectReport
{
    public required ProjectReportKey Key { get; init; }

    public ProjectState? State { get; init; }

    /// <summary>形象进度, as a percentage 0 to 100.</summary>
    public decimal? Progress { get; init; }

    /// <summary>累计完成投资 since the project's start, in 亿元.</summary>
    public decimal? Investment { get; init; }

    /// <summary>Done so far by <see cref="ProjectQuantity.Sequence"/>, in the catalogue's units.</summary>
    public IReadOnlyDictionary<int, decimal> Quantities { get; init; } = new Dictionary<int, decimal>();

    /// <summary>存在问题 and 备注, and 形象进度 given in words.</summary>
    public string Remark { get; init; } = "";

    public required Origin Origin { get; init; }
}
