using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Stores;
using OrdosPipeline.Core.Validation;

namespace OrdosPipeline.Storage;

/// <summary>Findings in the table Findings, one partition per submission.</summary>
internal sealed class TableFindingStore(StorageClients clients, PlanLibrary plans) : IFindingStore
{
    private readonly TableClient table = clients.Table(TableNames.Findings);

    public Task WriteAsync(CheckedSubmission submission, CancellationToken cancellationToken) => TableBatches.SubmitAsync(
        table,
        submission.Findings.Select((finding, index) => new TableTransactionAction(TableTransactionActionType.UpsertReplace, Row(submission.Submission, finding, index))),
        cancellationToken);

    public async IAsyncEnumerable<Finding> ReadAsync(string submissionId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var partition = TableKeys.FindingPartition(submissionId);
        await foreach (var entity in table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {partition}"), cancellationToken: cancellationToken).ConfigureAwait(false))
        {
            yield return new Finding
            {
                Code = TableRow.Text(entity, "Code"),
                Severity = Words<Severity>.Parse(TableRow.Text(entity, "Severity")),
                Sheet = entity.GetString("Sheet"),
                Cell = entity.GetString("Cell"),
                RowNumber = (int?)entity.GetInt64("RowNumber"),
                ColumnNumber = (int?)entity.GetInt64("ColumnNumber"),
                Found = entity.GetString("Found"),
                Message = TableRow.Text(entity, "Message"),
                MessageEn = TableRow.Text(entity, "MessageEn"),
            };
        }
    }

    private TableEntity Row(SubmissionHeader submission, Finding finding, int index) =>
        new TableRow(TableDefinitions.Findings, TableKeys.FindingPartition(submission.Id), TableKeys.FindingRow(index))
            .Set("Submission", submission.Id)
            .Set("Plan", submission.Plan)
            .Set("Department", submission.Department)
            .Set("DepartmentName", plans.DepartmentName(submission.Department))
            .Set("Path", submission.Path)
            .Set("UploadedAt", submission.UploadedAt)
            .Set("Ordinal", index + 1)
            .Set("Code", finding.Code)
            .Set("CodeName", RuleBook.Find(finding.Code)?.Title)
            .Set("Severity", Words<Severity>.Of(finding.Severity))
            .Set("Sheet", finding.Sheet)
            .Set("Cell", finding.Cell)
            .Set("RowNumber", finding.RowNumber)
            .Set("ColumnNumber", finding.ColumnNumber)
            .Set("Found", finding.Found)
            .Set("Message", finding.Message)
            .Set("MessageEn", finding.MessageEn)
            .Entity;
}
