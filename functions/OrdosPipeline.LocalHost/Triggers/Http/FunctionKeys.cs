using System.Security.Cryptography;
using System.Text;
using Azure;
using Azure.Storage.Blobs.Models;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using OrdosPipeline.LocalHost.Functions;
using OrdosPipeline.LocalHost.Hosting;
using OrdosPipeline.LocalHost.Storage;

namespace OrdosPipeline.LocalHost.Triggers.Http;

/// <summary>Decides whether a request brings a key that opens a function.</summary>
/// <remarks>
/// Keys are the settings <c>LocalHost:FunctionKeys:{name}</c>, and <c>LocalHost:MasterKey</c>, which opens everything.
/// When there is neither, a key is made once, kept in storage and logged.
/// </remarks>
internal sealed class FunctionKeys(
    IConfiguration configuration,
    StorageAccounts accounts,
    HostSettings settings,
    FunctionCatalog functions,
    ILogger<FunctionKeys> logger) : IDisposable
{
    private const string HeaderName = "x-functions-key";
    private const string QueryName = "code";

    private readonly SemaphoreSlim loading = new(1);
    private KeySet? keys;

    public async Task<bool> AllowsAsync(HttpRequest request, AuthorizationLevel level, CancellationToken cancellationToken)
    {
        if (level == AuthorizationLevel.Anonymous)
            return true;
        string? given = request.Headers[HeaderName];
        given ??= request.Query[QueryName];
        if (string.IsNullOrEmpty(given))
            return false;

        var keys = await LoadAsync(cancellationToken);
        return Same(given, keys.Master)
            || (level is AuthorizationLevel.Function or AuthorizationLevel.User && keys.Function.Any(key => Same(given, key)));
    }

    /// <summary>Logs the made key, the only way to learn it.</summary>
    public async Task AnnounceAsync(CancellationToken cancellationToken)
    {
        if (!functions.OfTrigger<HttpTriggerAttribute>().Any(f => f.Trigger.AuthLevel != AuthorizationLevel.Anonymous))
            return;
        var keys = await LoadAsync(cancellationToken);
        if (keys.Made)
            logger.LogInformation("No function keys are configured; send {Header}: {Key}", HeaderName, keys.Master);
    }

    public void Dispose() => loading.Dispose();

    private static bool Same(string given, string? key)
        => !string.IsNullOrEmpty(key)
            && CryptographicOperations.FixedTimeEquals(
                SHA256.HashData(Encoding.UTF8.GetBytes(given)), SHA256.HashData(Encoding.UTF8.GetBytes(key)));

    private async Task<KeySet> LoadAsync(CancellationToken cancellationToken)
    {
        if (keys is not null)
            return keys;
        await loading.WaitAsync(cancellationToken);
        try
        {
            return keys ??= Configured() ?? new KeySet([], await MadeKeyAsync(cancellationToken), Made: true);
        }
        finally
        {
            loading.Release();
        }
    }

    private KeySet? Configured()
    {
        var master = configuration["LocalHost:MasterKey"];
        List<string> function =
            [.. configuration.GetSection("LocalHost:FunctionKeys").GetChildren().Select(key => key.Value).OfType<string>()];
        return string.IsNullOrEmpty(master) && function.Count == 0 ? null : new KeySet(function, master, Made: false);
    }

    private async Task<string> MadeKeyAsync(CancellationToken cancellationToken)
    {
        var container = accounts.HostContainer;
        await container.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
        var blob = container.GetBlobClient($"keys/{settings.HostId}/master");
        try
        {
            var key = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(20));
            var onlyIfNew = new BlobUploadOptions { Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All } };
            await blob.UploadAsync(BinaryData.FromString(key), onlyIfNew, cancellationToken);
            return key;
        }
        catch (RequestFailedException fault) when (fault.Status is 409 or 412)
        {
            return (await blob.DownloadContentAsync(cancellationToken)).Value.Content.ToString();
        }
    }

    private sealed record KeySet(IReadOnlyList<string> Function, string? Master, bool Made);
}
