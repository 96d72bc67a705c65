using System.Text.Json;

namespace OrdosPipeline.Core.Reporting;

/// <summary>The mark that a version was published, beside its reports: the record of what the table says in <c>PublishedAt</c>.</summary>
public static class Publication
{
    public const string FileName = "published.json";

    public static Task WriteAsync(DateTimeOffset publishedAt, Stream output) => JsonSerializer.SerializeAsync(output, new Mark(publishedAt.UtcDateTime));

    public static async Task<DateTimeOffset> ReadAsync(Stream input, CancellationToken cancellationToken) =>
        (await JsonSerializer.DeserializeAsync<Mark>(input, cancellationToken: cancellationToken))!.PublishedAt;

    private sealed record Mark(DateTime PublishedAt);
}
