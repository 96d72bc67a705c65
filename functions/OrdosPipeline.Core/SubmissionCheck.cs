using OrdosPipeline.Core.Intake;
using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Stores;
using OrdosPipeline.Core.Validation;
using OrdosPipeline.Core.Validation.History;

namespace OrdosPipeline.Core;

/// <summary>Checks one file against the plan it is for; the same for an upload and for a dry run.</summary>
public sealed class SubmissionCheck(PlanLibrary plans, IWorkbookOpener opener, IntakeLimits limits, HistorySettings history, TimeProvider clock)
{
    private readonly Dictionary<string, DepartmentMatcher> departments =
        plans.All.ToDictionary(plan => plan.Id, plan => new DepartmentMatcher(plan), StringComparer.Ordinal);

    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>The ledger entry of an upload that has just been opened.</summary>
    public LedgerEntry Receive(IncomingFile file) => Receive(file.Version) with { Sha256 = file.Sha256, SubmittedBy = file.SubmittedBy };

    /// <summary>The ledger entry of an upload that is only listed.</summary>
    public LedgerEntry Receive(IncomingVersion version) => new()
    {
        Id = BlobNames.SubmissionId(version.Path, version.ETag),
        Department = Department(BlobNames.DepartmentSegment(version.Path), PlanInForce(version)),
        Path = version.Path,
        ETag = version.ETag,
        UploadedAt = version.UploadedAt,
        Bytes = version.Bytes,
        State = SubmissionState.Received,
    };

    public OpenedFile Open(IncomingFile file, CancellationToken cancellationToken) => opener.Open(file.Content, limits, cancellationToken);

    /// <summary>Starts the check of an opened upload as of the day of its upload in China.</summary>
    public StartedCheck Start(OpenedFile opened, IncomingFile file, CancellationToken cancellationToken) =>
        Start(opened, HeaderOf(file), CandidatePlans(file.Version.Path), ChinaTime.DayOf(file.Version.UploadedAt), cancellationToken);

    /// <summary>
    /// Checks an opened file against each candidate and keeps the plan under which it holds most values: a return of
    /// 2025 that arrives in 2026 is still one of the plan that ended. A tie goes to the plan of the header.
    /// </summary>
    public StartedCheck Start(
        OpenedFile opened, SubmissionHeader header, IReadOnlyList<PlanCatalogue> candidates, DateOnly asOf, CancellationToken cancellationToken)
    {
        // A template says which plan it was made for.
        var checks = (opened.Workbook?.Template is { } template && candidates.FirstOrDefault(plan => plan.Id == template.Plan) is { } named ? [named] : candidates)
            .OrderByDescending(plan => plan.Id == header.Plan)
            .Select(plan => SubmissionChecker.Start(opened, plan, header with { Plan = plan.Id }, asOf, limits, history, cancellationToken))
            .OrderByDescending(started => started.Usable)
            .ToList();
        var chosen = checks[0];
        var reason = checks.Count == 1 ? PlanChoiceReason.OnlyOne : chosen.Usable > checks[1].Usable ? PlanChoiceReason.MostRows : PlanChoiceReason.InForce;
        return chosen with
        {
            Explanation = chosen.Explanation with { Plan = new(reason, [.. checks.Select(started => new PlanCandidate(started.Submission.Plan, started.Usable))]) },
        };
    }

    /// <summary>Ends a check.</summary>
    /// <param name="started">The check.</param>
    /// <param name="before">What was reported before; null leaves every rule out that needs it.</param>
    /// <param name="cancellationToken">Ends the check between series.</param>
    public CheckedSubmission Finish(StartedCheck started, ReportedBefore? before, CancellationToken cancellationToken) =>
        started.Finish(before, cancellationToken) with { CheckedAt = Now };

    /// <summary>Which upload a file is, with the plan in force.</summary>
    public SubmissionHeader HeaderOf(IncomingFile file)
    {
        var entry = Receive(file);
        return new SubmissionHeader
        {
            Id = entry.Id,
            Plan = PlanInForce(file.Version).Id,
            Department = entry.Department,
            Path = entry.Path,
            ETag = entry.ETag,
            UploadedAt = entry.UploadedAt,
            Bytes = entry.Bytes,
            Sha256 = file.Sha256,
            SubmittedBy = entry.SubmittedBy,
        };
    }

    /// <summary>The code of the department that <paramref name="segment"/> names in any plan, else the segment itself.</summary>
    public string Department(string segment, PlanCatalogue preferred) =>
        departments[preferred.Id].Find(segment)?.Code
        ?? plans.All.Select(plan => departments[plan.Id].Find(segment)?.Code).FirstOrDefault(code => code is not null)
        ?? segment;

    /// <summary>Whether <paramref name="segment"/> names the department in any plan.</summary>
    public bool MayBe(string segment, string department) => plans.All.Any(plan => Department(segment, plan) == department);

    /// <summary>Every plan, or the one that a folder of the path names.</summary>
    private IReadOnlyList<PlanCatalogue> CandidatePlans(string path)
    {
        var named = path.Split('/').SkipLast(1).Select(plans.Find).FirstOrDefault(plan => plan is not null);
        return named is null ? plans.All : [named];
    }

    private PlanCatalogue PlanInForce(IncomingVersion version) =>
        CandidatePlans(version.Path) is [var only] ? only : plans.InForce(ChinaTime.DayOf(version.UploadedAt).Year);
}
