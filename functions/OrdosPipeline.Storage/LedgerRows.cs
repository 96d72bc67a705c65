using System.Globalization;
using Azure.Data.Tables;
using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Stores;
using OrdosPipeline.Core.Validation;

namespace OrdosPipeline.Storage;

/// <summary>Ledger entries as rows of Submissions.</summary>
internal sealed class LedgerRows(PlanLibrary plans)
{
    /// <summary>What <see cref="ReadStanding"/> reads.</summary>
    public static IReadOnlyList<string> StandingColumns { get; } = ["Submission", "State", "UploadedAt"];

    public TableEntity Write(LedgerEntry entry) =>
        new TableRow(TableDefinitions.Submissions, TableKeys.SubmissionPartition(entry.Department), TableKeys.SubmissionRow(entry.Id))
            .Set("Submission", entry.Id)
            .Set("Department", entry.Department)
            .Set("DepartmentName", plans.DepartmentName(entry.Department))
            .Set("Plan", entry.Plan)
            .Set("State", Words<SubmissionState>.Of(entry.State))
            .Set("Verdict", Words<Verdict>.Of(entry.Verdict))
            .Set("Path", entry.Path)
            .Set("UploadedAt", entry.UploadedAt)
            .Set("CheckedAt", entry.CheckedAt)
            .Set("AppliedAt", entry.AppliedAt)
            .Set("Errors", entry.Errors)
            .Set("Warnings", entry.Warnings)
            .Set("Infos", entry.Infos)
            .Set("FindingCounts", WriteCounts(entry.FindingCounts))
            .Set("Values", entry.Values)
            .Set("ProjectRows", entry.ProjectRows)
            .Set("Quarters", string.Join(' ', entry.Quarters))
            .Set("FirstQuarter", entry.Quarters.Count == 0 ? null : entry.Quarters.Min().ToString())
            .Set("LastQuarter", entry.Quarters.Count == 0 ? null : entry.Quarters.Max().ToString())
            .Set("Record", Record(entry))
            .Set("Feedback", entry.Verdict is null ? null : $"{BlobNames.Feedback}/{BlobNames.FeedbackWorkbook(entry.Department, entry.Path, entry.Id)}")
            .Set("FeedbackJson", entry.Verdict is null ? null : $"{BlobNames.Feedback}/{BlobNames.FeedbackJson(entry.Department, entry.Path, entry.Id)}")
            .Set("Bytes", entry.Bytes)
            .Set("Sha256", entry.Sha256)
            .Set("BlobETag", entry.ETag)
            .Set("SubmittedBy", entry.SubmittedBy)
            .Set("FailedTries", entry.FailedTries)
            .Set("LastFailure", entry.LastFailure)
            .Entity;

    public static LedgerEntry Read(TableEntity entity) => new()
    {
        Id = TableRow.Text(entity, "Submission"),
        Department = TableRow.Text(entity, "Department"),
        Plan = entity.GetString("Plan"),
        Path = TableRow.Text(entity, "Path"),
        ETag = TableRow.Text(entity, "BlobETag"),
        UploadedAt = TableRow.Instant(entity, "UploadedAt"),
        Bytes = entity.GetInt64("Bytes") ?? 0,
        Sha256 = entity.GetString("Sha256"),
        SubmittedBy = entity.GetString("SubmittedBy"),
        State = Words<SubmissionState>.Parse(TableRow.Text(entity, "State")),
        Verdict = Words<Verdict>.ParseOptional(entity.GetString("Verdict")),
        CheckedAt = entity.GetDateTimeOffset("CheckedAt"),
        AppliedAt = entity.GetDateTimeOffset("AppliedAt"),
        Errors = TableRow.Integer(entity, "Errors"),
        Warnings = TableRow.Integer(entity, "Warnings"),
        Infos = TableRow.Integer(entity, "Infos"),
        FindingCounts = ReadCounts(TableRow.Text(entity, "FindingCounts")),
        Values = TableRow.Integer(entity, "Values"),
        ProjectRows = TableRow.Integer(entity, "ProjectRows"),
        Quarters = [.. Split(TableRow.Text(entity, "Quarters")).Select(ReportingQuarter.Parse)],
        FailedTries = TableRow.Integer(entity, "FailedTries"),
        LastFailure = entity.GetString("LastFailure"),
    };

    public static SubmissionStanding ReadStanding(TableEntity entity) => new(
        TableRow.Text(entity, "Submission"), Words<SubmissionState>.Parse(TableRow.Text(entity, "State")), TableRow.Instant(entity, "UploadedAt"));

    /// <summary>The words of a text that blanks separate.</summary>
    public static string[] Split(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static string? Record(LedgerEntry entry) => entry switch
    {
        { Verdict: null } => null,
        { Verdict: Verdict.Rejected } => $"{BlobNames.Feedback}/{BlobNames.FeedbackJson(entry.Department, entry.Path, entry.Id)}",
        _ => $"{BlobNames.Accepted}/{BlobNames.AcceptedDocument(entry.Plan ?? "", entry.Department, entry.Id)}",
    };

    public static string WriteCounts(IReadOnlyDictionary<string, int> counts) => string.Join(
        ' ', counts.OrderBy(count => count.Key, StringComparer.Ordinal).Select(count => string.Create(CultureInfo.InvariantCulture, $"{count.Key}:{count.Value}")));

    public static Dictionary<string, int> ReadCounts(string text) => Split(text)
        .Select(count => count.Split(':'))
        .ToDictionary(count => count[0], count => int.Parse(count[1], CultureInfo.InvariantCulture), StringComparer.Ordinal);
}
