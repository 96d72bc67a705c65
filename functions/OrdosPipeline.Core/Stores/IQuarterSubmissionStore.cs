using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Progress;
using OrdosPipeline.Core.Validation;

namespace OrdosPipeline.Core.Stores;

/// <summary>The submissions of each quarter, one row for each quarter that a submission holds data of. Derived from the record alone.</summary>
public interface IQuarterSubmissionStore
{
    /// <summary>Writes the rows of one submission; writing them again changes nothing.</summary>
    Task WriteAsync(CheckedSubmission submission, CancellationToken cancellationToken);

    /// <summary>What was handed in for one quarter.</summary>
    IAsyncEnumerable<QuarterSubmission> ListAsync(string plan, ReportingQuarter quarter, CancellationToken cancellationToken);
}

/// <summary>One submission as it counts for one quarter.</summary>
public sealed record QuarterSubmission
{
    public required string Plan { get; init; }

    public required ReportingQuarter Quarter { get; init; }

    /// <summary>As in <see cref="SubmissionHeader.Department"/>.</summary>
    public required string Department { get; init; }

    public required string Submission { get; init; }

    public required string Path { get; init; }

    public required DateTimeOffset UploadedAt { get; init; }

    public required Verdict Verdict { get; init; }

    /// <summary>Whether nothing in it has a period, so that the last quarter that had ended on the day of its upload is taken.</summary>
    public bool IsQuarterAssumed { get; init; }

    /// <summary>Values of this quarter, withdrawals among them.</summary>
    public int Values { get; init; }

    /// <summary>Project rows of this quarter.</summary>
    public int ProjectRows { get; init; }

    public int Errors { get; init; }

    public int Warnings { get; init; }

    public int Infos { get; init; }

    /// <summary>True counts by code, of the whole submission.</summary>
    public IReadOnlyDictionary<string, int> FindingCounts { get; init; } = new Dictionary<string, int>();

    public string? SubmittedBy { get; init; }

    /// <summary>What completeness asks about it.</summary>
    public ReceivedReturn ToReceived() =>
        new(Department, UploadedAt, Verdict != Verdict.Rejected, IsQuarterAssumed ? [] : [Quarter]);

    /// <summary>The rows that a record makes, by quarter.</summary>
    public static IEnumerable<QuarterSubmission> Of(CheckedSubmission recorded)
    {
        var values = recorded.Values.ToLookup(value => value.Period.EndQuarter);
        var rows = recorded.ProjectRows.ToLookup(row => row.Period.EndQuarter);
        var quarters = values.Select(of => of.Key).Union(rows.Select(of => of.Key)).Order().ToList();
        var isAssumed = quarters.Count == 0;
        if (isAssumed)
            quarters.Add(ReportingQuarter.Of(ChinaTime.DayOf(recorded.Submission.UploadedAt)).Previous);
        return quarters.Select(quarter => new QuarterSubmission
        {
            Plan = recorded.Submission.Plan,
            Quarter = quarter,
            Department = recorded.Submission.Department,
            Submission = recorded.Submission.Id,
            Path = recorded.Submission.Path,
            UploadedAt = recorded.Submission.UploadedAt,
            Verdict = recorded.Verdict,
            IsQuarterAssumed = isAssumed,
            Values = values[quarter].Count(),
            ProjectRows = rows[quarter].Count(),
            Errors = recorded.CountOf(Severity.Error),
            Warnings = recorded.CountOf(Severity.Warning),
            Infos = recorded.CountOf(Severity.Info),
            FindingCounts = recorded.FindingCounts,
            SubmittedBy = recorded.Submission.SubmittedBy,
        });
    }
}
