namespace OrdosPipeline.Core.Plan;

/// <summary>A named work or programme of the plan, as <c>projects.csv</c> states it.</summary>
public sealed record Project
{
    public required string Id { get; init; }

    /// <summary>Id of the project that this one is a component of. The two levels are never added together.</summary>
    public string? Parent { get; init; }

    /// <summary>Unique within the plan's projects; an indicator may have the same name.</summary>
    public required string Name { get; init; }

    public required string NameEn { get; init; }

    public IReadOnlyList<string> Aliases { get; init; } = [];

    public string Part { get; init; } = "";

    public string Box { get; init; } = "";

    public string Item { get; init; } = "";

    public string Kind { get; init; } = "";

    /// <summary>Codes of the regions it lies in.</summary>
    public IReadOnlyList<string> Regions { get; init; } = [];

    public required string Department { get; init; }

    /// <summary>Of the whole project, in 亿元.</summary>
    public decimal? InvestmentTotal { get; init; }

    /// <summary>Within the plan's years, in 亿元.</summary>
    public decimal? InvestmentPlan { get; init; }

    public required int StartYear { get; init; }

    public required int EndYear { get; init; }

    public bool Dated { get; init; } = true;

    public string Note { get; init; } = "";

    public string Quote { get; init; } = "";

    /// <summary>In the order of their <see cref="ProjectQuantity.Sequence"/>.</summary>
    public IReadOnlyList<ProjectQuantity> Quantities { get; init; } = [];
}

/// <summary>One physical quantity of a project, as <c>project-quantities.csv</c> states it.</summary>
public sealed record ProjectQuantity
{
    /// <summary>1-based within the project.</summary>
    public required int Sequence { get; init; }

    public required string Name { get; init; }

    public required decimal AmountLow { get; init; }

    public required decimal AmountHigh { get; init; }

    public required MeasureUnit Unit { get; init; }

    public TargetScope Scope { get; init; }

    public string Quote { get; init; } = "";
}

/// <summary>Where a project stands.</summary>
public enum ProjectState
{
    /// <summary>前期: being prepared.</summary>
    Preparing,

    /// <summary>未开工</summary>
    NotStarted,

    /// <summary>在建、续建</summary>
    UnderConstruction,

    /// <summary>完工、竣工、投产</summary>
    Completed,

    /// <summary>停工、停建</summary>
    Suspended,
}

public static class ProjectStates
{
    /// <summary>The word that departments are asked to write.</summary>
    public static string Chinese(this ProjectState state) => state switch
    {
        ProjectState.Preparing => "前期",
        ProjectState.NotStarted => "未开工",
        ProjectState.UnderConstruction => "在建",
        ProjectState.Completed => "完工",
        _ => "停工",
    };
}
