using OrdosPipeline.Core.Plan;

namespace OrdosPipeline.Core.Reporting;

/// <summary>What a department reported last, for reference beside what it is asked for now.</summary>
public sealed class LastReported
{
    /// <summary>By id of the indicator.</summary>
    public IReadOnlyDictionary<string, LastValue> Values { get; init; } = new Dictionary<string, LastValue>();

    /// <summary>By id of the project.</summary>
    public IReadOnlyDictionary<string, LastProjectReport> Projects { get; init; } = new Dictionary<string, LastProjectReport>();
}

/// <param name="Period">The latest of the series.</param>
/// <param name="Value">In the catalogue's unit.</param>
public sealed record LastValue(Period Period, decimal Value);

/// <param name="Period">The latest of the project.</param>
/// <param name="State">Null when it was not reported.</param>
/// <param name="Progress">形象进度 in per cent.</param>
/// <param name="Investment">累计完成投资 in 亿元.</param>
public sealed record LastProjectReport(Period Period, ProjectState? State, decimal? Progress, decimal? Investment);
