using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Stores;
using OrdosPipeline.Core.Validation;

namespace OrdosPipeline.Storage;

/// <summary>Submissions by quarter in the table QuarterSubmissions, one partition per quarter.</summary>
internal sealed class TableQuarterSubmissionStore(StorageClients clients, PlanLibrary plans) : IQuarterSubmissionStore
{
    private readonly TableClient table = clients.Table(TableNames.QuarterSubmissions);

    public Task WriteAsync(CheckedSubmission submission, CancellationToken cancellationToken) => TableBatches.SubmitAsync(
        table,
        QuarterSubmission.Of(submission),
        row => [new TableTransactionAction(TableTransactionActionType.UpsertReplace, Write(row))],
        cancellationToken);

    public async IAsyncEnumerable<QuarterSubmission> ListAsync(string plan, ReportingQuarter quarter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var partition = TableKeys.QuarterSubmissionPartition(plan, quarter);
        await foreach (var entity in table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {partition}"), cancellationToken: cancellationToken).ConfigureAwait(false))
            yield return Read(entity);
    }

    private TableEntity Write(QuarterSubmission row) =>
        new TableRow(TableDefinitions.QuarterSubmissions, TableKeys.QuarterSubmissionPartition(row.Plan, row.Quarter), TableKeys.QuarterSubmissionRow(row.Department, row.UploadedAt, row.Submission))
            .Set("Plan", row.Plan)
            .Set("Quarter", row.Quarter.ToString())
            .Set("Department", row.Department)
            .Set("DepartmentName", plans.Find(row.Plan)?.FindDepartment(row.Department)?.Name)
            .Set("Submission", row.Submission)
            .Set("Path", row.Path)
            .Set("UploadedAt", row.UploadedAt)
            .Set("Verdict", Words<Verdict>.Of(row.Verdict))
            .Set("QuarterAssumed", row.IsQuarterAssumed)
            .Set("Values", row.Values)
            .Set("ProjectRows", row.ProjectRows)
            .Set("Errors", row.Errors)
            .Set("Warnings", row.Warnings)
            .Set("Infos", row.Infos)
            .Set("FindingCounts", LedgerRows.WriteCounts(row.FindingCounts))
            .Set("SubmittedBy", row.SubmittedBy)
            .Entity;

    private static QuarterSubmission Read(TableEntity entity) => new()
    {
        Plan = TableRow.Text(entity, "Plan"),
        Quarter = ReportingQuarter.Parse(TableRow.Text(entity, "Quarter")),
        Department = TableRow.Text(entity, "Department"),
        Submission = TableRow.Text(entity, "Submission"),
        Path = TableRow.Text(entity, "Path"),
        UploadedAt = TableRow.Instant(entity, "UploadedAt"),
        Verdict = Words<Verdict>.Parse(TableRow.Text(entity, "Verdict")),
        IsQuarterAssumed = entity.GetBoolean("QuarterAssumed") ?? false,
        Values = TableRow.Integer(entity, "Values"),
        ProjectRows = TableRow.Integer(entity, "ProjectRows"),
        Errors = TableRow.Integer(entity, "Errors"),
        Warnings = TableRow.Integer(entity, "Warnings"),
        Infos = TableRow.Integer(entity, "Infos"),
        FindingCounts = LedgerRows.ReadCounts(TableRow.Text(entity, "FindingCounts")),
        SubmittedBy = entity.GetString("SubmittedBy"),
    };
}
