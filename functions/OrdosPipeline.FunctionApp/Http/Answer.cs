using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using OrdosPipeline.Documents.Exports;

namespace OrdosPipeline.FunctionApp.Http;

/// <summary>
/// Answers with a strong entity tag, the SHA-256 of their bytes, so that whoever asks again with <c>If-None-Match</c> is
/// told 304 when nothing has changed. The bytes are written to a file first: their tag stands before them, and a fault on
/// the way is still a problem and no half answer. Text goes out gzipped to whoever takes that.
/// </summary>
internal static class Answer
{
    /// <summary>Answers with what is written.</summary>
    /// <param name="contentType">Of the bytes.</param>
    /// <param name="write">Writes them.</param>
    /// <param name="fileName">Under which a browser saves them; null where it shows them.</param>
    public static async Task<IResult> OfAsync(string contentType, Func<Stream, Task> write, string? fileName = null)
    {
        var spool = new FileStream(
            Path.GetTempFileName(), FileMode.Create, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        try
        {
            await write(spool);
            spool.Position = 0;
            var digest = await SHA256.HashDataAsync(spool);
            spool.Position = 0;
            return new TaggedFile(spool, contentType, fileName, Convert.ToHexStringLower(digest.AsSpan(0, 16)));
        }
        catch
        {
            await spool.DisposeAsync();
            throw;
        }
    }

    /// <summary>Answers with a record of the code.</summary>
    public static Task<IResult> OfAsync<T>(T record) =>
        OfAsync("application/json; charset=utf-8", output => JsonSerializer.SerializeAsync(output, record, RecordJson.Options));

    private sealed class TaggedFile(FileStream spool, string contentType, string? fileName, string tag) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            await using (spool)
            {
                if (!Gzip.IsWorthIt(contentType, spool.Length) || !Gzip.Negotiate(httpContext))
                {
                    await SendAsync(spool, tag, httpContext);
                    return;
                }

                await using var packed = await Gzip.PackAsync(spool, httpContext.RequestAborted);
                await SendAsync(packed, Gzip.Tag(tag), httpContext);
            }
        }

        private Task SendAsync(Stream content, string ofContent, HttpContext http) =>
            Results.Stream(content, contentType, fileName, entityTag: new EntityTagHeaderValue($"\"{ofContent}\"")).ExecuteAsync(http);
    }
}
