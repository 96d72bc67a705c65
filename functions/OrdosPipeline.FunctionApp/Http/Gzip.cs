using System.IO.Compression;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace OrdosPipeline.FunctionApp.Http;

/// <summary>
/// Sends text compressed. The platform does not do it for a function app, and a summary of a plan is over a megabyte of
/// JSON of which a twelfth is left. Only gzip: browsers take it over any connection, brotli over TLS alone.
/// </summary>
internal static class Gzip
{
    private const string Name = "gzip";

    /// <summary>Below this the headers cost what is saved.</summary>
    private const int SmallestBytes = 1_024;

    public static bool IsWorthIt(string contentType, long bytes) =>
        bytes >= SmallestBytes && (contentType.StartsWith("text/", StringComparison.Ordinal) || contentType.StartsWith("application/json", StringComparison.Ordinal) || contentType == "image/svg+xml");

    /// <summary>Whether the caller takes gzip; the answer's headers say that it depends on that, and whether it is so.</summary>
    public static bool Negotiate(HttpContext http)
    {
        http.Response.Headers.Vary = HeaderNames.AcceptEncoding;
        var isTaken = http.Request.GetTypedHeaders().AcceptEncoding.Any(coding => coding.Value.Equals(Name, StringComparison.OrdinalIgnoreCase) && coding.Quality is not 0);
        if (isTaken)
            http.Response.Headers.ContentEncoding = Name;
        return isTaken;
    }

    /// <summary>Other bytes have another strong tag (RFC 9110, 8.8.3.3).</summary>
    public static string Tag(string ofPlain) => $"{ofPlain}-{Name}";

    public static byte[] Pack(byte[] plain)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
            gzip.Write(plain);
        return packed.ToArray();
    }

    public static async Task<Stream> PackAsync(Stream plain, CancellationToken cancellationToken)
    {
        var packed = new MemoryStream();
        await using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            await plain.CopyToAsync(gzip, cancellationToken);
        packed.Position = 0;
        return packed;
    }
}
