using OrdosPipeline.Core.Progress;

namespace OrdosPipeline.Core.Reporting;

/// <summary>By what the assessments of a scoreboard belong together.</summary>
public enum ScoreboardDimension
{
    /// <summary>Everything.</summary>
    All,

    /// <summary>主要指标.</summary>
    Headline,

    /// <summary>约束性.</summary>
    Binding,

    /// <summary>预期性.</summary>
    Expected,

    /// <summary>Indicators outside the table of headline indicators.</summary>
    Other,

    /// <summary>一票否决.</summary>
    Veto,

    /// <summary>篇.</summary>
    Part,
    Department,

    /// <summary>旗区.</summary>
    Region,
}

/// <summary>How many assessments of a group have each status. Indicators and projects are never counted together.</summary>
public sealed record Scoreboard
{
    /// <summary>Whether projects are counted, or indicators.</summary>
    public required bool OfProjects { get; init; }

    public required ScoreboardDimension Dimension { get; init; }

    /// <summary>Number of the part, code of the department or region; empty for the other dimensions.</summary>
    public required string Key { get; init; }

    /// <summary>In Chinese.</summary>
    public required string Name { get; init; }

    public required string NameEn { get; init; }

    /// <summary>Statuses that occur, in the order of the enumeration.</summary>
    public required IReadOnlyDictionary<AssessmentStatus, int> Counts { get; init; }

    /// <summary>How many of them are marked as stale.</summary>
    public int Stale { get; init; }

    /// <summary>Every outcome in its order, of a final evaluation; empty otherwise.</summary>
    public IReadOnlyList<OutcomeCount> Outcomes { get; init; } = [];

    /// <summary>Such as <c>all</c>, <c>part-3</c>, <c>department-statistics</c>; of projects <c>projects</c>, <c>projects-part-6</c> and so on.</summary>
    public string Group
    {
        get
        {
            var name = Dimension.ToString().ToLowerInvariant();
            var own = Dimension is ScoreboardDimension.Part or ScoreboardDimension.Department or ScoreboardDimension.Region ? $"{name}-{Key}" : name;
            return !OfProjects ? own : Dimension == ScoreboardDimension.All ? "projects" : $"projects-{own}";
        }
    }

    public int Total => Counts.Values.Sum();

    /// <summary>How many have a standing other than open.</summary>
    public int Judged => Total - CountOf(Standing.Open);

    /// <summary>Every standing in its order.</summary>
    public IReadOnlyList<StandingCount> Standings =>
        [.. Progress.Standings.All.Select(standing => new StandingCount(standing, CountOf(standing), Share(CountOf(standing), Total), Share(CountOf(standing), standing == Standing.Open ? 0 : Judged)))];

    public int CountOf(Standing standing) => Counts.Where(count => count.Key.Standing() == standing).Sum(count => count.Value);

    internal static decimal? Share(int part, int whole) => whole == 0 ? null : (decimal)part / whole;
}

/// <param name="Standing">Which.</param>
/// <param name="Count">How many.</param>
/// <param name="Share">Of all, as a fraction; null of nothing.</param>
/// <param name="ShareOfJudged">Of those that could be judged; null of nothing and for <see cref="Standing.Open"/>.</param>
public sealed record StandingCount(Standing Standing, int Count, decimal? Share, decimal? ShareOfJudged);

/// <param name="Outcome">Which.</param>
/// <param name="Count">How many.</param>
/// <param name="Share">Of all, as a fraction; null of nothing.</param>
public sealed record OutcomeCount(Outcome Outcome, int Count, decimal? Share);
