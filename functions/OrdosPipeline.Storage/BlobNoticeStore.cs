using System.Runtime.CompilerServices;
using System.Text;
using Azure;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Progress;
using OrdosPipeline.Core.Reporting;
using OrdosPipeline.Core.Reporting.Json;
using OrdosPipeline.Core.Stores;

namespace OrdosPipeline.Storage;

/// <summary>Notices beside the reports of their quarter, and the table Returns.</summary>
internal sealed class BlobNoticeStore(StorageClients clients) : INoticeStore
{
    private readonly BlobContainerClient container = clients.Container(BlobNames.Reports);
    private readonly TableClient table = clients.Table(TableNames.Returns);

    public async Task<ReturnNotice?> FindAsync(string plan, ReportingQuarter quarter, NoticeKind kind, CancellationToken cancellationToken)
    {
        try
        {
            return await ReadAsync(BlobNames.Notice(plan, quarter, kind, "json"), cancellationToken).ConfigureAwait(false);
        }
        catch (RequestFailedException exception) when (StorageErrors.IsMissing(exception))
        {
            return null;
        }
    }

    public async Task<ReturnNotice> WriteOnceAsync(ReturnNotice notice, CancellationToken cancellationToken)
    {
        try
        {
            await UploadAsync(Name(notice, "json"), NoticeJson.Write(notice), "application/json", new BlobRequestConditions { IfNoneMatch = ETag.All }, cancellationToken).ConfigureAwait(false);
        }
        catch (RequestFailedException exception) when (StorageErrors.Exists(exception))
        {
        }

        // Read back, for another run may have been first.
        return await ReadAsync(Name(notice, "json"), cancellationToken).ConfigureAwait(false);
    }

    public Task WriteTextAsync(ReturnNotice notice, string text, CancellationToken cancellationToken) =>
        UploadAsync(Name(notice, "txt"), Encoding.UTF8.GetBytes(text), "text/plain; charset=utf-8", conditions: null, cancellationToken);

    public Task WriteRowsAsync(ReturnNotice notice, CancellationToken cancellationToken) => TableBatches.SubmitAsync(
        table, notice.Departments.Select(department => new TableTransactionAction(TableTransactionActionType.UpsertReplace, Row(notice, department))), cancellationToken);

    public async Task<bool> IsPostedAsync(ReturnNotice notice, CancellationToken cancellationToken) =>
        await container.GetBlobClient(Name(notice, "posted.txt")).ExistsAsync(cancellationToken).ConfigureAwait(false);

    public Task MarkPostedAsync(ReturnNotice notice, DateTimeOffset at, CancellationToken cancellationToken) =>
        UploadAsync(Name(notice, "posted.txt"), Encoding.UTF8.GetBytes($"{at.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}\n"), "text/plain; charset=utf-8", conditions: null, cancellationToken);

    public async IAsyncEnumerable<ReturnNotice> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var blob in container.GetBlobsAsync(cancellationToken: cancellationToken).ConfigureAwait(false))
        {
            if (BlobNames.IsNotice(blob.Name))
                yield return await ReadAsync(blob.Name, cancellationToken).ConfigureAwait(false);
        }
    }

    private static string Name(ReturnNotice notice, string extension) => BlobPaths.Checked(BlobNames.Notice(notice.Plan, notice.Quarter, notice.Kind, extension));

    private static TableEntity Row(ReturnNotice notice, DepartmentCompleteness department) =>
        new TableRow(TableDefinitions.Returns, TableKeys.ReturnPartition(notice.Plan, notice.Quarter), TableKeys.ReturnRow(notice.Code, department.Department))
            .Set("Plan", notice.Plan)
            .Set("Quarter", notice.Quarter.ToString())
            .Set("Notice", notice.Code)
            .Set("Department", department.Department)
            .Set("DepartmentName", department.Name)
            .Set("State", department.IsMissing ? "missing" : department.IsOnTime ? "on-time" : "late")
            .Set("Deadline", notice.Deadline)
            .Set("AsOf", notice.AsOf)
            .Set("IndicatorsDue", department.IndicatorsDue)
            .Set("IndicatorsReported", department.IndicatorsReported)
            .Set("ProjectsDue", department.ProjectsDue)
            .Set("ProjectsReported", department.ProjectsReported)
            .Set("Received", department.Received)
            .Set("Accepted", department.Accepted)
            .Set("LastUploadedAt", department.LastUploadedAt)
            .Entity;

    private async Task<ReturnNotice> ReadAsync(string name, CancellationToken cancellationToken) =>
        NoticeJson.Read((await container.GetBlobClient(name).DownloadContentAsync(cancellationToken).ConfigureAwait(false)).Value.Content.ToMemory());

    private async Task UploadAsync(string name, byte[] content, string contentType, BlobRequestConditions? conditions, CancellationToken cancellationToken) =>
        await container.GetBlobClient(name).UploadAsync(
            BinaryData.FromBytes(content),
            new BlobUploadOptions { HttpHeaders = new BlobHttpHeaders { ContentType = contentType }, Conditions = conditions },
            cancellationToken).ConfigureAwait(false);
}
