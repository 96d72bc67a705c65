using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Progress;

namespace OrdosPipeline.Core.Reporting;

/// <summary>Counts the assessments of a summary by group. Every assessment stands once in each dimension that it has a place in.</summary>
internal sealed class Scoreboards(QuarterSummary summary)
{
    private PlanCatalogue Plan => summary.Plan;

    public IReadOnlyList<Scoreboard> All() => [.. OfIndicators(), .. OfProjects()];

    private IEnumerable<Scoreboard> OfIndicators()
    {
        yield return Indicators(ScoreboardDimension.All, "", "全部指标", "All indicators", summary.Indicators);
        yield return Indicators(ScoreboardDimension.Headline, "", "主要指标", "Headline indicators", Where(indicator => indicator.Attribute != IndicatorAttribute.None));
        yield return Indicators(ScoreboardDimension.Binding, "", "约束性指标", "Binding indicators", Where(indicator => indicator.Attribute == IndicatorAttribute.Binding));
        yield return Indicators(ScoreboardDimension.Expected, "", "预期性指标", "Expected indicators", Where(indicator => indicator.Attribute == IndicatorAttribute.Expected));
        yield return Indicators(ScoreboardDimension.Other, "", "其他指标", "Other indicators", Where(indicator => indicator.Attribute == IndicatorAttribute.None));
        if (Plan.Vetoes.Count > 0)
            yield return Indicators(ScoreboardDimension.Veto, "", "一票否决指标", "Veto indicators", Where(indicator => Plan.FindVeto(indicator.Id) is not null));
        foreach (var part in summary.Indicators.GroupBy(assessment => summary.Indicator(assessment).Part))
            yield return Indicators(ScoreboardDimension.Part, part.Key, Plan.Part(part.Key).Title, Plan.Part(part.Key).TitleEn, part);
        foreach (var (department, assessments) in ByDepartment(summary.Indicators, assessment => summary.Indicator(assessment).Department))
            yield return Indicators(ScoreboardDimension.Department, department.Code, department.Name, department.Code, assessments);
        foreach (var region in Plan.Regions)
        {
            var assessments = summary.Regions.Where(assessment => assessment.Region == region.Code).ToList();
            if (assessments.Count > 0)
                yield return Indicators(ScoreboardDimension.Region, region.Code, region.Name, region.Code, assessments);
        }
    }

    private IEnumerable<Scoreboard> OfProjects()
    {
        yield return Projects(ScoreboardDimension.All, "", "重点工程", "Projects", summary.Projects);
        foreach (var part in summary.Projects.GroupBy(assessment => summary.Project(assessment).Part))
            yield return Projects(ScoreboardDimension.Part, part.Key, Plan.Part(part.Key).Title, Plan.Part(part.Key).TitleEn, part);
        foreach (var (department, assessments) in ByDepartment(summary.Projects, assessment => summary.Project(assessment).Department))
            yield return Projects(ScoreboardDimension.Department, department.Code, department.Name, department.Code, assessments);
        foreach (var region in Plan.Regions.Where(region => region != Plan.City))
        {
            var assessments = summary.Projects.Where(assessment => summary.Project(assessment).Regions.Contains(region.Code)).ToList();
            if (assessments.Count > 0)
                yield return Projects(ScoreboardDimension.Region, region.Code, region.Name, region.Code, assessments);
        }
    }

    private IEnumerable<Assessment> Where(Func<Indicator, bool> belongs) => summary.Indicators.Where(assessment => belongs(summary.Indicator(assessment)));

    private IEnumerable<(Department Department, IEnumerable<Assessment> Assessments)> ByDepartment(IEnumerable<Assessment> assessments, Func<Assessment, string> departmentOf)
    {
        var groups = assessments.ToLookup(departmentOf, StringComparer.Ordinal);
        return Plan.Departments.Where(department => groups.Contains(department.Code)).Select(department => (department, groups[department.Code]));
    }

    private Scoreboard Indicators(ScoreboardDimension dimension, string key, string name, string nameEn, IEnumerable<Assessment> assessments) =>
        Count(dimension, key, name, nameEn, [.. assessments], ofProjects: false);

    private Scoreboard Projects(ScoreboardDimension dimension, string key, string name, string nameEn, IEnumerable<Assessment> assessments) =>
        Count(dimension, key, name, nameEn, [.. assessments], ofProjects: true);

    private Scoreboard Count(ScoreboardDimension dimension, string key, string name, string nameEn, List<Assessment> assessments, bool ofProjects) => new()
    {
        OfProjects = ofProjects,
        Dimension = dimension,
        Key = key,
        Name = name,
        NameEn = nameEn,
        Counts = new SortedDictionary<AssessmentStatus, int>(assessments.CountBy(assessment => assessment.Status).ToDictionary()),
        Stale = assessments.Count(assessment => assessment.Stale),
        Outcomes = summary.Kind != SummaryKind.Final
            ? []
            : [.. Progress.Outcomes.All.Select(outcome => (Outcome: outcome, Count: assessments.Count(assessment => summary.OutcomeOf(assessment) == outcome)))
                .Select(counted => new OutcomeCount(counted.Outcome, counted.Count, Scoreboard.Share(counted.Count, assessments.Count)))],
    };
}
