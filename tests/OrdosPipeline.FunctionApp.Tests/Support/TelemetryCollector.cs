using System.Collections.Concurrent;
using System.IO.Compression;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace OrdosPipeline.FunctionApp.Tests.Support;

/// <summary>Takes what the app sends by OTLP over HTTP, or to Application Insights, and keeps it.</summary>
internal sealed class TelemetryCollector : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentQueue<(string Path, byte[] Body)> received = new();

    private TelemetryCollector(WebApplication app) => this.app = app;

    public string Address => app.Urls.Single();

    public static async Task<TelemetryCollector> StartAsync()
    {
        var app = WebApplication.CreateSlimBuilder().Build();
        app.Urls.Add("http://127.0.0.1:0");
        var collector = new TelemetryCollector(app);
        app.MapPost("/{**path}", collector.TakeAsync);
        await app.StartAsync();
        return collector;
    }

    /// <summary>The spans received by OTLP.</summary>
    public IReadOnlyList<OtlpSpan> Spans() => [.. Bodies("/v1/traces").SelectMany(body => Each(body, 1, 2, 2)).Select(OtlpSpan.Of)];

    /// <summary>The names of the metrics received by OTLP.</summary>
    public IReadOnlyList<string> MetricNames() => [.. Bodies("/v1/metrics").SelectMany(body => Each(body, 1, 2, 2)).Select(metric => Text(metric, 1)).Distinct()];

    /// <summary>The text and the attributes of each log line received by OTLP.</summary>
    public IReadOnlyList<(string Text, IReadOnlyDictionary<string, string> Attributes)> LogLines() =>
        [.. Bodies("/v1/logs").SelectMany(body => Each(body, 1, 2, 2)).Select(line => (Text(Each(line, 5).Single(), 1), OtlpSpan.AttributesOf(line, 6)))];

    /// <summary>The lines of JSON that Application Insights would have received.</summary>
    public IReadOnlyList<string> ApplicationInsightsLines() => [.. received.Where(one => one.Path.EndsWith("/track", StringComparison.Ordinal)).SelectMany(one => Encoding.UTF8.GetString(one.Body).Split('\n', StringSplitOptions.RemoveEmptyEntries))];

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    /// <summary>The messages that stand at a path of field numbers within a message of Protocol Buffers (protobuf.dev/programming-guides/encoding).</summary>
    internal static IEnumerable<byte[]> Each(byte[] message, params int[] fields) =>
        fields is [var field, .. var rest] ? Fields(message).Where(one => one.Field == field).SelectMany(one => Each(one.Value, rest)) : [message];

    internal static string Text(byte[] message, int field) => Each(message, field).Select(Encoding.UTF8.GetString).FirstOrDefault() ?? "";

    private IEnumerable<byte[]> Bodies(string path) => received.Where(one => one.Path == path).Select(one => one.Body);

    private async Task<IResult> TakeAsync(HttpRequest request)
    {
        using var body = new MemoryStream();
        if (request.Headers.ContentEncoding == "gzip")
        {
            await using var unpacked = new GZipStream(request.Body, CompressionMode.Decompress);
            await unpacked.CopyToAsync(body);
        }
        else
        {
            await request.Body.CopyToAsync(body);
        }

        received.Enqueue((request.Path, body.ToArray()));
        return request.Path.Value!.EndsWith("/track", StringComparison.Ordinal)
            ? Results.Text("""{"itemsReceived":1,"itemsAccepted":1,"errors":[]}""", "application/json")
            : Results.Bytes([], "application/x-protobuf");
    }

    /// <summary>Fields that have a length; numbers are passed over.</summary>
    private static List<(int Field, byte[] Value)> Fields(byte[] message)
    {
        var fields = new List<(int, byte[])>();
        var at = 0;
        while (at < message.Length)
        {
            var key = Varint();
            switch (key & 7)
            {
                case 0:
                    Varint();
                    break;
                case 1:
                    at += 8;
                    break;
                case 2:
                    var length = (int)Varint();
                    fields.Add(((int)(key >> 3), message[at..(at + length)]));
                    at += length;
                    break;
                default:
                    at += 4;
                    break;
            }
        }

        return fields;

        ulong Varint()
        {
            ulong value = 0;
            for (var shift = 0; ; shift += 7)
            {
                var next = message[at++];
                value |= (ulong)(next & 0x7f) << shift;
                if (next < 0x80)
                    return value;
            }
        }
    }
}

/// <summary>A span as it came by OTLP.</summary>
internal sealed record OtlpSpan(string Name, string Trace, string Id, string Parent, IReadOnlyDictionary<string, string> Attributes)
{
    public string? this[string attribute] => Attributes.GetValueOrDefault(attribute);

    public static OtlpSpan Of(byte[] span) => new(TelemetryCollector.Text(span, 5), Hex(span, 1), Hex(span, 2), Hex(span, 4), AttributesOf(span, 9));

    /// <summary>Those that are text.</summary>
    public static IReadOnlyDictionary<string, string> AttributesOf(byte[] message, int field) => TelemetryCollector.Each(message, field)
        .DistinctBy(pair => TelemetryCollector.Text(pair, 1))
        .ToDictionary(pair => TelemetryCollector.Text(pair, 1), pair => TelemetryCollector.Text(TelemetryCollector.Each(pair, 2).First(), 1), StringComparer.Ordinal);

    private static string Hex(byte[] span, int field) => Convert.ToHexStringLower(TelemetryCollector.Each(span, field).FirstOrDefault() ?? []);
}
