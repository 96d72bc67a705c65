using OrdosPipeline.Core.Intake;
using OrdosPipeline.Core.Plan;

namespace OrdosPipeline.Core.Progress.Decisions;

/// <summary>What a table of decisions says, or why it is not recorded: all of it or nothing.</summary>
/// <param name="Decisions">In the order of the rows; empty when there are problems.</param>
/// <param name="Problems">Everything that is wrong, not only the first.</param>
public sealed record DecisionReading(IReadOnlyList<Decision> Decisions, IReadOnlyList<DecisionProblem> Problems);

/// <summary>Reads a table of targets, adjustments and baselines, one row each; METHODOLOGY.md says, under decisions, what the columns mean.</summary>
public sealed class DecisionTable(PlanCatalogue plan, IReadOnlyList<RecordedDecision> known)
{
    private static readonly (string, DecisionKind)[] KindWords = [.. DecisionKinds.All.SelectMany(kind => new[] { (kind.Code(), kind), (kind.Chinese(), kind) })];

    private static readonly (string, Comparator)[] ComparatorWords =
    [
        .. CatalogueWords.Comparators,
        ("≥", Comparator.AtLeast), ("不低于", Comparator.AtLeast), ("不少于", Comparator.AtLeast), ("≤", Comparator.AtMost), ("不高于", Comparator.AtMost),
        ("不超过", Comparator.AtMost), ("高于", Comparator.MoreThan), ("低于", Comparator.LessThan), ("等于", Comparator.Equal), ("左右", Comparator.About), ("区间", Comparator.Range),
    ];

    private readonly RegionMatcher regions = new(plan);

    public DecisionReading Read(CatalogueTable table)
    {
        var problems = new List<DecisionProblem>();
        var columns = table.Header.Select(DecisionColumns.Find).ToList();
        foreach (var (heading, _) in table.Header.Zip(columns).Where(pair => pair.Second is null))
            problems.Add(new(1, heading, "不认识的列，请删去或改用模板中的列名。", "is not a known column."));
        if (!columns.Contains(DecisionColumns.Indicator))
            problems.Add(new(1, DecisionColumns.Indicator, "缺少这一列。", "is missing from the header."));
        foreach (var twice in columns.OfType<string>().GroupBy(column => column).Where(group => group.Count() > 1))
            problems.Add(new(1, twice.Key, "出现了两次。", "stands twice in the header."));
        if (table.Records.Count == 0)
            problems.Add(new(null, null, "表中没有数据行。", "there are no rows."));
        if (problems.Count > 0)
            return new([], problems);

        var decisions = new List<Decision>();
        foreach (var record in table.Records)
        {
            if (record.Fields.Count != table.Header.Count)
            {
                problems.Add(new(record.LineNumber, null, $"有 {record.Fields.Count} 个字段，表头有 {table.Header.Count} 个。", $"has {record.Fields.Count} fields, the header has {table.Header.Count}."));
                continue;
            }

            var row = new DecisionRow(record.LineNumber, columns.Zip(record.Fields).ToDictionary(pair => pair.First!, pair => pair.Second), problems);
            if (Read(row) is not { } decision)
                continue;
            if (decisions.Any(other => SayAboutTheSame(other, decision)))
                row.Problem(null, "与上面一行说的是同一件事。", "says something about the same thing as a row above.");
            decisions.Add(decision);
        }

        return problems.Count > 0 ? new([], problems) : new(decisions, []);
    }

    private Decision? Read(DecisionRow row)
    {
        var (indicator, region) = (row.Indicator(plan), row.Region(plan, regions));
        var kind = row.Choice(DecisionColumns.Kind, KindWords);
        var year = row.Year(DecisionColumns.Year);
        if (indicator is null || region is null || (kind is null && row.Text(DecisionColumns.Kind).Length > 0))
            return null;

        // A target of the year in which the plan's target is due is that target.
        return (kind ?? (year is null || year == indicator.TargetYear ? DecisionKind.Assigned : DecisionKind.Annual)) switch
        {
            DecisionKind.Baseline => Baseline(row, indicator, region),
            DecisionKind.Annual => Annual(row, indicator, region, year),
            DecisionKind.Adjusted => Target(row, indicator, region, DecisionKind.Adjusted),
            _ => Target(row, indicator, region, DecisionKind.Assigned),
        };
    }

    private Decision? Target(DecisionRow row, Indicator indicator, Region region, DecisionKind kind)
    {
        var basis = row.Choice(DecisionColumns.Basis, CatalogueWords.Bases) ?? indicator.Basis;
        var bounds = basis == Basis.Milestone ? null : Bounds(row, indicator);
        var date = row.Date(DecisionColumns.Date);
        if (row.Text(DecisionColumns.Date).Length == 0)
            row.Required(DecisionColumns.Date);
        var effective = row.Quarter(DecisionColumns.Effective);
        if (effective is null && row.Text(DecisionColumns.Effective).Length == 0)
        {
            if (kind == DecisionKind.Adjusted)
                row.Required(DecisionColumns.Effective);
            else
                effective = QuarterOf(date);
        }

        var decision = Common(row, indicator, region, kind, effective) with { Basis = basis, Target = bounds, DocumentDate = date };
        foreach (var column in new[] { DecisionColumns.Authority, DecisionColumns.Document })
            row.Required(column);
        if (kind == DecisionKind.Adjusted)
            row.Required(DecisionColumns.Reason);
        if (effective is null || (bounds is null && basis != Basis.Milestone))
            return null;
        CheckTarget(row, indicator, basis, bounds);
        return kind == DecisionKind.Adjusted ? WithReplaced(row, indicator, decision) : decision;
    }

    private Decision? Annual(DecisionRow row, Indicator indicator, Region region, int? year)
    {
        if (year is null)
            row.Required(DecisionColumns.Year);
        else if (!plan.Years.Contains(year.Value))
            row.Problem(DecisionColumns.Year, $"{year} 年不在规划期 {plan.Years} 之内。", $"{year} is outside the plan's years {plan.Years}.");
        if (indicator.Measure == Measure.YesNo)
            row.Problem(DecisionColumns.Indicator, "是否类指标没有年度数值目标。", "a yes/no indicator has no yearly number.");
        var bounds = Bounds(row, indicator);
        var date = row.Date(DecisionColumns.Date);
        row.Required(DecisionColumns.Authority);
        if (year is not { } of || bounds is null || !plan.Years.Contains(of))
            return null;
        var effective = row.Quarter(DecisionColumns.Effective) ?? new ReportingQuarter(of, 1);
        if (effective.Year > of)
            row.Problem(DecisionColumns.Effective, $"不能晚于目标所属的 {of} 年。", $"must not be after the target's year {of}.");
        return Common(row, indicator, region, DecisionKind.Annual, effective) with { Year = of, Target = bounds, DocumentDate = date };
    }

    private Decision? Baseline(DecisionRow row, Indicator indicator, Region region)
    {
        var (period, value) = (row.Period(DecisionColumns.Period), row.Number(DecisionColumns.Low));
        if (row.Text(DecisionColumns.Low).Length == 0)
            row.Required(DecisionColumns.Low);
        if (indicator.BaselineValue is not null && region == plan.City)
            row.Problem(DecisionColumns.Indicator, $"纲要已有基期值 {indicator.BaselineValue}，不能另行录入。", $"the plan states the baseline {indicator.BaselineValue} already.");
        if (period is { } at && at.Year >= indicator.TargetYear)
            row.Problem(DecisionColumns.Period, $"基期应早于目标年 {indicator.TargetYear}。", $"must be before the target's year {indicator.TargetYear}.");
        var effective = row.Quarter(DecisionColumns.Effective) ?? new ReportingQuarter(plan.Years.First, 1);
        return period is { } known && value is { } number
            ? Common(row, indicator, region, DecisionKind.Baseline, effective) with { Baseline = new(known, number), DocumentDate = row.Date(DecisionColumns.Date) }
            : null;
    }

    private Decision Common(DecisionRow row, Indicator indicator, Region region, DecisionKind kind, ReportingQuarter? effective)
    {
        if (effective is { } quarter && !plan.Years.Contains(quarter))
            row.Problem(DecisionColumns.Effective, $"{quarter} 不在规划期 {plan.Years} 之内。", $"{quarter} is outside the plan's years {plan.Years}.");
        return new Decision
        {
            Plan = plan.Id,
            Kind = kind,
            Indicator = indicator.Id,
            Region = region.Code,
            EffectiveFrom = effective ?? new ReportingQuarter(plan.Years.First, 1),
            Authority = row.Text(DecisionColumns.Authority),
            DocumentNumber = row.Text(DecisionColumns.Document),
            Reason = row.Text(DecisionColumns.Reason),
        };
    }

    /// <summary>The target as written; null after a problem is noted.</summary>
    private static TargetBounds? Bounds(DecisionRow row, Indicator indicator)
    {
        var low = row.Number(DecisionColumns.Low);
        if (row.Text(DecisionColumns.Low).Length == 0)
            row.Required(DecisionColumns.Low);
        var high = row.Number(DecisionColumns.High) ?? low;
        var comparator = row.Choice(DecisionColumns.Comparator, ComparatorWords);
        if (comparator is null && row.Text(DecisionColumns.Comparator).Length == 0)
            comparator = indicator.Comparator == Comparator.None ? null : indicator.Comparator;
        if (comparator is null or Comparator.None && row.Text(DecisionColumns.Comparator) is "" or "none")
            row.Problem(DecisionColumns.Comparator, "请写明比较方式，如 >=（不低于）、<=（不高于）。", "say how a value is compared, such as >= or <=.");
        return low is { } from && high is { } to && comparator is { } by && by != Comparator.None ? new(by, from, to) : null;
    }

    private static void CheckTarget(DecisionRow row, Indicator indicator, Basis basis, TargetBounds? bounds)
    {
        var target = new TargetInForce
        {
            Source = TargetSource.Assigned,
            EffectiveFrom = default,
            Basis = basis,
            Comparator = bounds?.Comparator ?? Comparator.None,
            Low = bounds?.Low,
            High = bounds?.High,
        };
        foreach (var (column, message, messageEn) in TargetRules.Check(target.ApplyTo(indicator)))
            row.Problem(DecisionColumns.Of(column), message, messageEn);
    }

    /// <summary>An adjustment states what it replaces, which must be what is in force.</summary>
    private Decision WithReplaced(DecisionRow row, Indicator indicator, Decision decision)
    {
        var before = known
            .Where(recorded => recorded.Decision.Indicator == indicator.Id && recorded.Decision.Region == decision.Region)
            .TargetsInForce(plan, decision.EffectiveFrom);
        var inForce = before is [var last] && last.Id != DecisionJson.IdOf(decision with { Replaced = last.Decision.Replaced })
            ? last.Decision.Target
            : before is [var same] ? same.Decision.Replaced
            : indicator is { TargetLow: { } low, TargetHigh: { } high } && decision.Region == plan.City.Code ? new TargetBounds(indicator.Comparator, low, high) : null;
        var (from, to) = (row.Number(DecisionColumns.FromLow), row.Number(DecisionColumns.FromHigh));
        if (from is { } stated && (inForce is null || stated != inForce.Low || (to ?? stated) != inForce.High))
        {
            var text = inForce is null ? "—" : inForce.Low == inForce.High ? $"{inForce.Low}" : $"{inForce.Low}–{inForce.High}";
            row.Problem(DecisionColumns.FromLow, $"原目标应为现行的 {text}。", $"the target in force is {text}.");
        }

        return decision with { Replaced = inForce };
    }

    private ReportingQuarter? QuarterOf(DateOnly? date)
    {
        if (date is not { } day)
            return null;
        var (first, last) = (new ReportingQuarter(plan.Years.First, 1), new ReportingQuarter(plan.Years.Last, 4));
        var quarter = ReportingQuarter.Of(day);
        return quarter < first ? first : quarter > last ? last : quarter;
    }

    private static bool SayAboutTheSame(Decision one, Decision other) =>
        (one.Indicator, one.Region, one.Year, IsTarget(one), one.EffectiveFrom) == (other.Indicator, other.Region, other.Year, IsTarget(other), other.EffectiveFrom)
        && (one.Baseline is null) == (other.Baseline is null);

    private static bool IsTarget(Decision decision) => decision.Kind is DecisionKind.Assigned or DecisionKind.Adjusted;
}
