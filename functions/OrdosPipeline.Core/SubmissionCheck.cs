using OrdosPipeline.Core.Intake;
using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Stores;
using OrdosPipeline.Core.Validation;

namespace OrdosPipeline.Core;

/// <summary>Checks one file against the plan it is for; the same for an upload and for a dry run.</summary>
public sealed class SubmissionCheck(PlanLibrary plans, IWorkbookOpener opener, IntakeLimits limits, TimeProvider clock)
{
    private readonly Dictionary<string, DepartmentMatcher> departments =
        plans.All.ToDictionary(plan => plan.Id, plan => new DepartmentMatcher(plan), StringComparer.Ordinal);

    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>The ledger entry of an upload that has just been opened.</summary>
    public LedgerEntry Receive(IncomingFile file) => new()
    {
        Id = BlobNames.SubmissionId(file.Version.Path, file.Version.ETag),
        Department = Department(BlobNames.DepartmentSegment(file.Version.Path), PlanInForce(file)),
        Path = file.Version.Path,
        ETag = file.Version.ETag,
        UploadedAt = file.Version.UploadedAt,
        Bytes = file.Version.Bytes,
        Sha256 = file.Sha256,
        SubmittedBy = file.SubmittedBy,
        State = SubmissionState.Received,
    };

    public OpenedFile Open(IncomingFile file, CancellationToken cancellationToken) => opener.Open(file.Content, limits, cancellationToken);

    /// <summary>Checks an opened upload as of the day of its upload in China.</summary>
    public CheckedFile Check(OpenedFile opened, IncomingFile file, LedgerEntry entry, CancellationToken cancellationToken)
    {
        var header = new SubmissionHeader
        {
            Id = entry.Id,
            Plan = PlanInForce(file).Id,
            Department = entry.Department,
            Path = entry.Path,
            ETag = entry.ETag,
            UploadedAt = entry.UploadedAt,
            Bytes = entry.Bytes,
            Sha256 = file.Sha256,
            SubmittedBy = entry.SubmittedBy,
        };
        return Check(opened, header, CandidatePlans(entry.Path), ChinaTime.DayOf(entry.UploadedAt), cancellationToken);
    }

    /// <summary>
    /// Checks an opened file against each candidate and keeps the plan under which it holds most values: a return of
    /// 2025 that arrives in 2026 is still one of the plan that ended. A tie goes to the plan of the header.
    /// </summary>
    public CheckedFile Check(
        OpenedFile opened, SubmissionHeader header, IReadOnlyList<PlanCatalogue> candidates, DateOnly asOf, CancellationToken cancellationToken)
    {
        // A template says which plan it was made for.
        var files = (opened.Workbook?.Template is { } template && candidates.FirstOrDefault(plan => plan.Id == template.Plan) is { } named ? [named] : candidates)
            .OrderByDescending(plan => plan.Id == header.Plan)
            .Select(plan => SubmissionChecker.Check(opened, plan, header with { Plan = plan.Id }, asOf, limits, cancellationToken))
            .OrderByDescending(Rows)
            .ToList();
        var chosen = files[0];
        var reason = files.Count == 1 ? PlanChoiceReason.OnlyOne : Rows(chosen) > Rows(files[1]) ? PlanChoiceReason.MostRows : PlanChoiceReason.InForce;
        return new CheckedFile(
            chosen.Submission with { CheckedAt = Now },
            chosen.Explanation with { Plan = new(reason, [.. files.Select(file => new PlanCandidate(file.Submission.Submission.Plan, Rows(file)))]) });

        static int Rows(CheckedFile file) => file.Submission.Values.Count + file.Submission.ProjectRows.Count;
    }

    /// <summary>The code of the department that <paramref name="segment"/> names in any plan, else the segment itself.</summary>
    public string Department(string segment, PlanCatalogue preferred) =>
        departments[preferred.Id].Find(segment)?.Code
        ?? plans.All.Select(plan => departments[plan.Id].Find(segment)?.Code).FirstOrDefault(code => code is not null)
        ?? segment;

    /// <summary>Every plan, or the one that a folder of the path names.</summary>
    private IReadOnlyList<PlanCatalogue> CandidatePlans(string path)
    {
        var named = path.Split('/').SkipLast(1).Select(plans.Find).FirstOrDefault(plan => plan is not null);
        return named is null ? plans.All : [named];
    }

    private PlanCatalogue PlanInForce(IncomingFile file) =>
        CandidatePlans(file.Version.Path) is [var only] ? only : plans.InForce(ChinaTime.DayOf(file.Version.UploadedAt).Year);
}
