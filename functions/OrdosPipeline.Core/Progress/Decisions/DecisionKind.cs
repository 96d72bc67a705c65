namespace OrdosPipeline.Core.Progress.Decisions;

/// <summary>What an administrator's decision is about.</summary>
public enum DecisionKind
{
    /// <summary>下达目标: a target that a higher authority sets after the plan was written.</summary>
    Assigned,

    /// <summary>年度计划目标: a target for one year, judged beside the five-year path.</summary>
    Annual,

    /// <summary>规划调整: an approved change of a target.</summary>
    Adjusted,

    /// <summary>基期: a baseline that the catalogue does not have.</summary>
    Baseline,
}

public static class DecisionKinds
{
    public static IReadOnlyList<DecisionKind> All { get; } = Enum.GetValues<DecisionKind>();

    /// <summary>The code in files, JSON and tables, such as <c>assigned</c>.</summary>
    public static string Code(this DecisionKind kind) => kind switch
    {
        DecisionKind.Assigned => "assigned",
        DecisionKind.Annual => "annual",
        DecisionKind.Adjusted => "adjusted",
        _ => "baseline",
    };

    /// <summary>The word in a Chinese report.</summary>
    public static string Chinese(this DecisionKind kind) => kind switch
    {
        DecisionKind.Assigned => "下达目标",
        DecisionKind.Annual => "年度计划目标",
        DecisionKind.Adjusted => "规划调整",
        _ => "基期",
    };
}
