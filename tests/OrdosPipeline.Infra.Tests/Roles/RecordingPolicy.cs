using System.Collections.Concurrent;
using System.Text;
using System.Text.RegularExpressions;
using Azure.Core;
using Azure.Core.Pipeline;

namespace OrdosPipeline.Infra.Tests.Roles;

/// <summary>One operation on a storage service, or one part of a batch.</summary>
/// <param name="On">The container or table as the system names it.</param>
/// <param name="Permission">What it needs, from learn.microsoft.com/rest/api/storageservices/authorize-with-azure-active-directory.</param>
/// <param name="IsData">Whether that is a data action rather than an action on the container or table.</param>
/// <param name="Request">The number of the request; the parts of a batch share one.</param>
internal sealed record StorageOperation(string On, string Permission, bool IsData, int Request)
{
    public bool IsTable => Permission.Contains("/tableServices/", StringComparison.Ordinal);

    public bool IsWrite => !Permission.EndsWith("/read", StringComparison.Ordinal);
}

/// <summary>Writes down what the storage code asks of the services, in terms of the permissions that it needs there.</summary>
/// <param name="prefix">Before the names of containers and tables, as given in the storage options.</param>
internal sealed partial class RecordingPolicy(string prefix) : HttpPipelinePolicy
{
    private const string Containers = "Microsoft.Storage/storageAccounts/blobServices/containers";
    private const string Tables = "Microsoft.Storage/storageAccounts/tableServices/tables";

    private int requests;

    public ConcurrentQueue<StorageOperation> Operations { get; } = new();

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => throw new NotSupportedException("The storage code is asynchronous.");

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        var request = message.Request;
        var uri = request.Uri.ToUri();
        var number = Interlocked.Increment(ref requests);
        // Behind the name of the account, which an emulator has in the path.
        var path = Uri.UnescapeDataString(uri.AbsolutePath).Trim('/').Split('/', 2) is [_, var rest] ? rest : "";
        if (path == "$batch")
        {
            foreach (Match part in BatchPart().Matches(await BodyAsync(request, message.CancellationToken)))
                Add(Table(Uri.UnescapeDataString(part.Groups[2].Value)), Entities(part.Groups[1].Value), isData: true, number);
        }
        else if (path == "Tables")
        {
            Add("(tables of the account)", request.Method == RequestMethod.Get ? $"{Tables}/read" : $"{Tables}/write", isData: false, number);
        }
        else if (TablePath().Match(path) is { Success: true } table && table.Groups[1].Value.StartsWith(prefix, StringComparison.Ordinal) && !path.StartsWith($"{prefix}-", StringComparison.Ordinal))
        {
            Add(Table(table.Groups[1].Value), Entities(request.Method.ToString()), isData: true, number);
        }
        else
        {
            var query = uri.Query;
            var container = path.Split('/')[0][(prefix.Length + 1)..];
            if (!query.Contains("restype=container", StringComparison.Ordinal))
                Add(container, BlobPermission(request.Method), isData: true, number);
            else if (query.Contains("comp=list", StringComparison.Ordinal))
                Add(container, $"{Containers}/blobs/read", isData: true, number);
            else
                Add(container, request.Method == RequestMethod.Put ? $"{Containers}/write" : $"{Containers}/read", isData: false, number);
        }

        await ProcessNextAsync(message, pipeline);
    }

    private static string BlobPermission(RequestMethod method) =>
        method == RequestMethod.Get || method == RequestMethod.Head ? $"{Containers}/blobs/read"
        : method == RequestMethod.Delete ? $"{Containers}/blobs/delete"
        : $"{Containers}/blobs/write";

    private static string Entities(string method) => method switch
    {
        "GET" => $"{Tables}/entities/read",
        "DELETE" => $"{Tables}/entities/delete",
        _ => $"{Tables}/entities/write",
    };

    private static async Task<string> BodyAsync(Request request, CancellationToken cancellationToken)
    {
        using var body = new MemoryStream();
        await request.Content!.WriteToAsync(body, cancellationToken);
        return Encoding.UTF8.GetString(body.ToArray());
    }

    private string Table(string name) => name[prefix.Length..];

    private void Add(string on, string permission, bool isData, int number) => Operations.Enqueue(new StorageOperation(on, permission, isData, number));

    [GeneratedRegex(@"^(POST|PUT|PATCH|MERGE|DELETE) https?://[^/]+/[^/]+/(\w+)", RegexOptions.Multiline)]
    private static partial Regex BatchPart();

    [GeneratedRegex(@"^(\w+)(\(.*\))?$", RegexOptions.Singleline)]
    private static partial Regex TablePath();
}
