using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Azure;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using OrdosPipeline.Core.Stores;

namespace OrdosPipeline.Storage;

/// <summary>Acts of administrators: documents in <c>audit/</c> that are written once and never changed, and the table Audit derived from them.</summary>
internal sealed class AuditTrail(StorageClients clients) : IAuditTrail
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    };

    private readonly BlobContainerClient container = clients.Container(BlobNames.Audit);
    private readonly TableClient table = clients.Table(TableNames.Audit);

    public async Task BeginAsync(AuditAct act, CancellationToken cancellationToken)
    {
        await WriteOnceAsync(BlobNames.AuditBegun(act), act, cancellationToken).ConfigureAwait(false);
        await WriteRowAsync(act, outcome: null, cancellationToken).ConfigureAwait(false);
    }

    public async Task EndAsync(AuditAct act, AuditOutcome outcome, CancellationToken cancellationToken)
    {
        if (await WriteOnceAsync(BlobNames.AuditEnded(act), outcome, cancellationToken).ConfigureAwait(false))
            await WriteRowAsync(act, outcome, cancellationToken).ConfigureAwait(false);
    }

    public async Task<int> RestoreAsync(CancellationToken cancellationToken)
    {
        var acts = 0;
        await foreach (var blob in container.GetBlobsAsync(cancellationToken: cancellationToken).ConfigureAwait(false))
        {
            if (!BlobNames.IsAuditBegun(blob.Name))
                continue;
            var act = await ReadAsync<AuditAct>(blob.Name, cancellationToken).ConfigureAwait(false)
                ?? throw new InvalidDataException($"audit/{blob.Name} is gone, and nothing in audit/ may ever go.");
            await WriteRowAsync(act, await ReadAsync<AuditOutcome>(BlobNames.AuditEnded(act), cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
            acts++;
        }

        return acts;
    }

    private async Task WriteRowAsync(AuditAct act, AuditOutcome? outcome, CancellationToken cancellationToken) => await table.UpsertEntityAsync(
        new TableRow(TableDefinitions.Audit, TableKeys.AuditPartition(act.At), TableKeys.AuditRow(act.At, act.Id))
            .Set("Act", act.Id)
            .Set("At", act.At)
            .Set("EndedAt", outcome?.At)
            .Set("Action", act.Action)
            .Set("Actor", act.Actor.Name)
            .Set("Role", act.Actor.Role)
            .Set("Via", act.Actor.Via)
            .Set("Plan", act.Plan)
            .Set("Subject", act.Subject)
            .Set("Before", act.Before)
            .Set("After", outcome?.After)
            .Set("Reason", act.Reason)
            .Set("State", outcome is null ? "begun" : outcome.Failure is null ? "done" : "failed")
            .Set("Failure", outcome?.Failure)
            .Entity,
        TableUpdateMode.Replace,
        cancellationToken).ConfigureAwait(false);

    /// <returns>Whether it was written now; false when it stands already.</returns>
    private async Task<bool> WriteOnceAsync<T>(string name, T document, CancellationToken cancellationToken)
    {
        try
        {
            await container.GetBlobClient(name).UploadAsync(
                BinaryData.FromObjectAsJson(document, Json),
                new BlobUploadOptions
                {
                    Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All },
                    HttpHeaders = new BlobHttpHeaders { ContentType = "application/json" },
                },
                cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (RequestFailedException exception) when (StorageErrors.Exists(exception))
        {
            return false;
        }
    }

    private async Task<T?> ReadAsync<T>(string name, CancellationToken cancellationToken)
        where T : class
    {
        try
        {
            var content = await container.GetBlobClient(name).DownloadContentAsync(cancellationToken).ConfigureAwait(false);
            return content.Value.Content.ToObjectFromJson<T>(Json);
        }
        catch (RequestFailedException exception) when (StorageErrors.IsMissing(exception))
        {
            return null;
        }
    }
}
