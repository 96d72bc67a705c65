namespace OrdosPipeline.Core.Plan;

/// <summary>What kind of number an indicator is.</summary>
public enum Measure
{
    /// <summary>Year-on-year change in per cent.</summary>
    Growth,

    /// <summary>A share of a whole, at or over a period.</summary>
    Share,

    /// <summary>A level at the end of a period.</summary>
    Stock,

    /// <summary>An amount that accumulates within a year.</summary>
    Flow,

    /// <summary>A running total since the start of the plan.</summary>
    Count,

    /// <summary>Yes (1) or no (0).</summary>
    YesNo,
}

/// <summary>How an indicator's target is meant; METHODOLOGY.md says how each is judged.</summary>
public enum Basis
{
    Level,

    /// <summary>A bound that the baseline already meets.</summary>
    Hold,
    AverageGrowth,
    Cumulative,
    Change,
    PerYear,
    Milestone,
}

public enum Comparator
{
    None,
    AtLeast,
    AtMost,
    MoreThan,
    LessThan,
    Equal,

    /// <summary>左右: within a tolerance.</summary>
    About,
    Range,
}

/// <summary>The good direction of the number.</summary>
public enum Direction
{
    Up,
    Down,

    /// <summary>Neither more nor less is better.</summary>
    Hold,
}

/// <summary>How often a department reports.</summary>
public enum Frequency
{
    Quarter,
    Year,
}

/// <summary>Whether a target belongs to the plan's years or to a whole project that runs beyond them.</summary>
public enum TargetScope
{
    Plan,
    Whole,
}

/// <summary>The plan's own class of a headline indicator.</summary>
public enum IndicatorAttribute
{
    /// <summary>The plan states none.</summary>
    None,

    /// <summary>预期性: expected of the market.</summary>
    Expected,

    /// <summary>约束性: a commitment of the government.</summary>
    Binding,
}

public static class IndicatorAttributes
{
    /// <summary>The plan's word; empty where it states none.</summary>
    public static string Chinese(this IndicatorAttribute attribute) => attribute switch
    {
        IndicatorAttribute.Binding => "约束性",
        IndicatorAttribute.Expected => "预期性",
        _ => "",
    };
}

/// <summary>Anything with a target that is measured, as the catalogue's <c>indicators.csv</c> states it.</summary>
public sealed record Indicator
{
    public required string Id { get; init; }

    /// <summary>Unique within the plan's indicators.</summary>
    public required string Name { get; init; }

    public required string NameEn { get; init; }

    /// <summary>Other words that a department would write, each belonging to one indicator.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>Where the plan states it: 篇, 章, 节 and 专栏, empty where it has none.</summary>
    public string Part { get; init; } = "";

    public string Chapter { get; init; } = "";

    public string Section { get; init; } = "";

    public string Box { get; init; } = "";

    /// <summary>The unit of every stored value.</summary>
    public required MeasureUnit Unit { get; init; }

    public required Measure Measure { get; init; }

    public required Basis Basis { get; init; }

    public Comparator Comparator { get; init; }

    /// <summary>A higher authority sets the target after the plan was written.</summary>
    public bool External { get; init; }

    public decimal? TargetLow { get; init; }

    public decimal? TargetHigh { get; init; }

    public required int TargetYear { get; init; }

    /// <summary>False where the plan gives no date and its last year is assumed.</summary>
    public bool Dated { get; init; } = true;

    /// <summary>The target as the plan prints it.</summary>
    public string TargetText { get; init; } = "";

    public decimal? BaselineValue { get; init; }

    public int? BaselineYear { get; init; }

    public IndicatorAttribute Attribute { get; init; }

    public Direction Direction { get; init; }

    /// <summary>Code of the department that reports it.</summary>
    public required string Department { get; init; }

    public Frequency Frequency { get; init; }

    /// <summary>Digits after the decimal point when shown.</summary>
    public int Decimals { get; init; }

    /// <summary>Lowest believable value, in <see cref="Unit"/>.</summary>
    public decimal? PlausibleMin { get; init; }

    /// <summary>Highest believable value, in <see cref="Unit"/>.</summary>
    public decimal? PlausibleMax { get; init; }

    /// <summary>Id of the indicator whose reported values this one is judged by; null where it is its own.</summary>
    public string? Series { get; init; }

    public TargetScope Scope { get; init; }

    /// <summary>Ids of indicators about the same quantity, shown together.</summary>
    public IReadOnlyList<string> Related { get; init; } = [];

    public string Note { get; init; } = "";

    /// <summary>The clause of the plan.</summary>
    public string Quote { get; init; } = "";

    /// <summary>The id under which its values are reported and stored.</summary>
    public string SeriesId => Series ?? Id;
}
