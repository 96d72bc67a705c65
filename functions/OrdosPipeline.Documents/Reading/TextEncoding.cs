using System.Text;
using OrdosPipeline.Core.Intake;

namespace OrdosPipeline.Documents.Reading;

/// <summary>
/// Decides the encoding of a text file: byte order mark, then the zero bytes of UTF-16, then strict UTF-8, then GB18030
/// if what it yields looks like Chinese. Every file decodes as something; a wrong guess would corrupt names silently.
/// </summary>
internal static class TextEncoding
{
    /// <summary>Share of two-byte characters that must be of the 3,755 common ones. Statistical tables reach 0.97; Big5 and Shift-JIS read as GB18030 stay below half.</summary>
    private const double CommonShare = 0.8;

    /// <summary>One zero byte on the wrong side for so many on the right one; binary data has as many on either.</summary>
    private const int MostOnWrongSide = 3;

    /// <summary>Share of the common characters that lie beyond the rows of Korean syllables: two in five of Chinese text, next to none of Korean.</summary>
    private const double BeyondKoreanShare = 0.05;

    /// <exception cref="FileFaultException">The encoding cannot be decided, or the bytes are no text.</exception>
    public static (Encoding Encoding, EncodingBasis Basis) Of(Stream content)
    {
        Span<byte> mark = stackalloc byte[4];
        content.Position = 0;
        mark = mark[..content.ReadAtLeast(mark, 4, throwOnEndOfStream: false)];
        if (OfMark(mark) is { } marked)
            return (IsText(content, marked) ?? throw new FileFaultException(FileFaultKind.EncodingUndecidable), EncodingBasis.ByteOrderMark);

        var statistics = ByteStatistics.Of(content);
        if (statistics.IsBlank)
            throw new FileFaultException(FileFaultKind.Empty);
        if (statistics is { ZerosAtEven: 0, ZerosAtOdd: 0 })
        {
            if (IsText(content, new UTF8Encoding(false, throwOnInvalidBytes: true)) is { } utf8)
                return (utf8, EncodingBasis.ValidUtf8);
            return ((statistics.CommonChineseShare >= CommonShare && IsText(content, Strict("GB18030")) is { } chinese && (statistics.HasBeyondKorean || HasTableWords(content, chinese)) ? chinese : null)
                ?? throw new FileFaultException(FileFaultKind.EncodingUndecidable), EncodingBasis.LooksChinese);
        }

        // In UTF-16 the zero bytes of digits and separators are on one side; on the other only those of characters such as 一 (4E00).
        var utf16 = statistics.ZerosAtEven * MostOnWrongSide <= statistics.ZerosAtOdd ? Strict("utf-16") : statistics.ZerosAtOdd * MostOnWrongSide <= statistics.ZerosAtEven ? Strict("utf-16BE") : null;
        return ((utf16 is null || content.Length % 2 != 0 ? null : IsText(content, utf16)) ?? throw new FileFaultException(FileFaultKind.Unreadable), EncodingBasis.ZeroBytes);
    }

    /// <summary>As people call it.</summary>
    public static string NameOf(Encoding encoding) => encoding.WebName switch
    {
        "utf-16" => "UTF-16 LE",
        "utf-16BE" => "UTF-16 BE",
        var name => name.ToUpperInvariant(),
    };

    private static Encoding? OfMark(ReadOnlySpan<byte> start) => start switch
    {
        [0xEF, 0xBB, 0xBF, ..] => new UTF8Encoding(true, throwOnInvalidBytes: true),
        [0xFF, 0xFE, 0, 0] => Strict("utf-32"),
        [0, 0, 0xFE, 0xFF] => Strict("utf-32BE"),
        [0xFF, 0xFE, ..] => Strict("utf-16"),
        [0xFE, 0xFF, ..] => Strict("utf-16BE"),
        [0x84, 0x31, 0x95, 0x33] => Strict("GB18030"),
        _ => null,
    };

    private static Encoding Strict(string name) => Encoding.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);

    /// <summary>Null when the bytes do not decode, or decode to characters that no text has.</summary>
    /// <exception cref="FileFaultException">The bytes decode but hold control characters: they are no text.</exception>
    private static Encoding? IsText(Stream content, Encoding encoding)
    {
        content.Position = 0;
        var decoder = encoding.GetDecoder();
        var bytes = new byte[1 << 16];
        var chars = new char[encoding.GetMaxCharCount(bytes.Length)];
        var isText = true;
        try
        {
            for (int count; isText && (count = content.Read(bytes)) > 0;)
                isText = AreTextCharacters(chars.AsSpan(0, decoder.GetChars(bytes, 0, count, chars, 0, flush: false)));
            return isText && AreTextCharacters(chars.AsSpan(0, decoder.GetChars([], 0, 0, chars, 0, flush: true))) ? encoding : null;
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    // Korean read as GB18030 is nothing but common Chinese characters, all of the first half of the alphabet; they make no words of a table.
    private static bool HasTableWords(Stream content, Encoding encoding)
    {
        content.Position = 0;
        using var reader = new StreamReader(content, encoding, leaveOpen: true);
        var buffer = new char[1 << 16];
        return HeaderLexicon.HasWordIn(new string(buffer, 0, reader.ReadBlock(buffer)));
    }

    private static bool AreTextCharacters(ReadOnlySpan<char> chars)
    {
        foreach (var c in chars)
        {
            // DOS programs end a text with 1A; a form feed separates printed pages.
            if (c < ' ' && c is not ('\t' or '\r' or '\n' or '\f' or '\u001A'))
                throw new FileFaultException(FileFaultKind.Unreadable);
            if (c is '\uFFFD' or (>= '\u007F' and < '\u00A0') or (>= '\uE000' and <= '\uF8FF'))
                return false;
        }

        return true;
    }

    /// <summary>What the bytes look like before any encoding is tried.</summary>
    private sealed record ByteStatistics(long ZerosAtEven, long ZerosAtOdd, bool IsBlank, double CommonChineseShare, bool HasBeyondKorean)
    {
        public static ByteStatistics Of(Stream content)
        {
            long zerosAtEven = 0, zerosAtOdd = 0, position = 0, common = 0, uncommon = 0, beyondKorean = 0;
            var isBlank = true;
            var lead = 0;
            var buffer = new byte[1 << 16];
            content.Position = 0;
            for (int count; (count = content.Read(buffer)) > 0;)
            {
                foreach (var value in buffer.AsSpan(0, count))
                {
                    if (value == 0 && position % 2 == 0)
                        zerosAtEven++;
                    else if (value == 0)
                        zerosAtOdd++;
                    isBlank &= value is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n' or 0x1A;
                    position++;
                    if (lead == 0)
                    {
                        lead = value >= 0x81 ? value : 0;
                        continue;
                    }

                    // GB 2312: rows 16 to 55 are the common characters, rows 1 to 3 punctuation and full-width signs.
                    if (lead is >= 0xB0 and <= 0xD7 && value >= 0xA1)
                    {
                        common++;
                        // EUC-KR has its syllables in rows 16 to 40.
                        beyondKorean += lead > 0xC8 ? 1 : 0;
                    }
                    else if (lead is not (>= 0xA1 and <= 0xA3))
                        uncommon++;
                    lead = 0;
                }
            }

            return new ByteStatistics(zerosAtEven, zerosAtOdd, isBlank, common + uncommon == 0 ? 0 : common / (double)(common + uncommon), beyondKorean > common * BeyondKoreanShare);
        }
    }
}
