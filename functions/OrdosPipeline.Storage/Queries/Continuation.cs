using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using OrdosPipeline.Core.Stores;

namespace OrdosPipeline.Storage.Queries;

/// <summary>Where the next page begins, as opaque text that is good for its own question alone.</summary>
/// <param name="Segment">0-based, of the filters that answer the question.</param>
/// <param name="Token">The service's own for the rest of the segment, or the key to go on with; empty for its beginning.</param>
/// <remarks>
/// The seal finds a text that was cut, mixed up or brought to another question. It needs no secret: whoever makes one up
/// only moves within the rows that their own question finds, and the filters of a department's rows are put on every page.
/// </remarks>
internal readonly record struct Continuation(int Segment, string Token)
{
    private const int SealBytes = 8;

    public string Write(TableQuestion question)
    {
        var content = Encoding.UTF8.GetBytes($"{Segment}\n{Token}");
        return Base64Url.EncodeToString([.. Seal(question, content), .. content]);
    }

    /// <exception cref="RefusedQuestionException">It is not one that a page of this question gave.</exception>
    public static Continuation Read(TableQuestion question)
    {
        if (string.IsNullOrEmpty(question.Continuation))
            return new Continuation(0, "");
        try
        {
            var bytes = Base64Url.DecodeFromChars(question.Continuation);
            if (bytes.Length > SealBytes && Seal(question, bytes.AsSpan(SealBytes)).AsSpan().SequenceEqual(bytes.AsSpan(0, SealBytes))
                && Encoding.UTF8.GetString(bytes, SealBytes, bytes.Length - SealBytes).Split('\n', 2) is [var segment, var token])
                return new Continuation(int.Parse(segment, provider: null), token);
        }
        catch (FormatException)
        {
            // Refused below like every other text that no page gave.
        }

        throw Refused();
    }

    public static RefusedQuestionException Refused() => new(
        "continuation 不是本查询上一页给出的，或者数据已变动。请从第一页重新开始。",
        "The continuation is not one that a page of this question gave, or what it went by has changed. Begin with the first page again.",
        "continuation");

    private static byte[] Seal(TableQuestion question, ReadOnlySpan<byte> content)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{question with { Continuation = null, Top = 1, Select = [] }}\n{string.Join(',', question.Select)}\n"));
        hash.AppendData(content);
        return hash.GetHashAndReset()[..SealBytes];
    }
}
