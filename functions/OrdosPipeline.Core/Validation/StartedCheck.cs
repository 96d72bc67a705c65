using OrdosPipeline.Core.Intake;
using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Validation.History;

namespace OrdosPipeline.Core.Validation;

/// <summary>A check that has read the file and judged what it says by itself; what was reported before is still to be compared.</summary>
public sealed record StartedCheck
{
    private readonly Func<ReportedBefore?, CancellationToken, CheckedSubmission> finish;

    internal StartedCheck(
        SubmissionHeader submission,
        FileExplanation explanation,
        PlanCatalogue plan,
        IReadOnlyList<ValueItem> values,
        IReadOnlyList<ProjectItem> projects,
        Func<ReportedBefore?, CancellationToken, CheckedSubmission> finish)
    {
        this.finish = finish;
        (Submission, Explanation) = (submission, explanation);
        Usable = values.Count + projects.Count;
        Values = values.GroupBy(item => item.Series, item => item.Period).ToDictionary(series => series.Key, IReadOnlyCollection<Period> (series) => series.ToHashSet());
        Series = [.. Values.Keys.Union(ConsistencyCheck.SeriesOf(plan, [.. Values.Keys]))];
        Projects = projects.Select(item => item.Project.Id).ToHashSet(StringComparer.Ordinal);
    }

    public SubmissionHeader Submission { get; }

    /// <summary>What was understood of the file and why.</summary>
    public FileExplanation Explanation { get; init; }

    /// <summary>How many values and project rows carry no error.</summary>
    public int Usable { get; }

    /// <summary>The series that the file is about, and their periods in it, as they are stored.</summary>
    public IReadOnlyDictionary<RegionSeries, IReadOnlyCollection<Period>> Values { get; }

    /// <summary>The series whose earlier values the check compares: those of the file, and those that rules of the catalogue relate to them.</summary>
    public IReadOnlyCollection<RegionSeries> Series { get; }

    /// <summary>Ids of the projects that the file is about.</summary>
    public IReadOnlySet<string> Projects { get; }

    /// <summary>Ends the check. May be asked once.</summary>
    /// <param name="before">What was reported before; null leaves every rule out that needs it.</param>
    /// <param name="cancellationToken">Ends the check between series.</param>
    public CheckedSubmission Finish(ReportedBefore? before, CancellationToken cancellationToken) => finish(before, cancellationToken);
}
