using System.Text.Encodings.Web;
using System.Text.Json;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace OrdosPipeline.LocalHost.Triggers.Blobs;

/// <summary>What a blob function's other parameters, and its binding context, can read about the blob.</summary>
internal static class BlobBindingData
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The pattern's parameters, <c>BlobTrigger</c> (the path), and as JSON <c>Uri</c> and <c>Metadata</c>.</summary>
    public static IReadOnlyDictionary<string, object?> Of(
        BlobClient blob, BlobProperties properties, IReadOnlyDictionary<string, string> parameters)
    {
        var data = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase)
        {
            ["BlobTrigger"] = $"{blob.BlobContainerName}/{blob.Name}",
            ["Uri"] = JsonSerializer.Serialize(blob.Uri.AbsoluteUri, Json),
            ["Metadata"] = JsonSerializer.Serialize(properties.Metadata, Json),
        };
        foreach (var (name, value) in parameters)
            data[name] = value;
        return data;
    }
}
