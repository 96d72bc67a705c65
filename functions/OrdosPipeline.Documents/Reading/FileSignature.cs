using System.Text;
using OrdosPipeline.Core.Intake;

namespace OrdosPipeline.Documents.Reading;

internal enum FileContainer
{
    Text,

    /// <summary>Of .xlsx, .ods and many others.</summary>
    Zip,

    /// <summary>OLE2: of .xls, of encrypted workbooks and others.</summary>
    CompoundFile,

    /// <summary>The records of Excel 2 to 5 without a container.</summary>
    BareBiff,
}

/// <summary>Tells what a file is by its first bytes, never by its name.</summary>
internal static class FileSignature
{
    private static readonly (byte[] Start, string Type)[] Unsupported =
    [
        ("%PDF"u8.ToArray(), "PDF"),
        ([0x89, (byte)'P', (byte)'N', (byte)'G'], "PNG"),
        ([0xFF, 0xD8, 0xFF], "JPEG"),
        ("GIF8"u8.ToArray(), "GIF"),
        ("BM"u8.ToArray(), "BMP"),
        ("II*\0"u8.ToArray(), "TIFF"),
        ("MM\0*"u8.ToArray(), "TIFF"),
        ("RIFF"u8.ToArray(), "RIFF"),
        ("{\\rtf"u8.ToArray(), "RTF"),
        ([0x1F, 0x8B], "GZIP"),
        ("Rar!"u8.ToArray(), "RAR"),
        ([(byte)'7', (byte)'z', 0xBC, 0xAF], "7z"),
        ("BZh"u8.ToArray(), "BZIP2"),
        ([0xFD, (byte)'7', (byte)'z', (byte)'X', (byte)'Z'], "XZ"),
        ([0x7F, (byte)'E', (byte)'L', (byte)'F'], "ELF"),
        ([(byte)'M', (byte)'Z', 0x90, 0], "EXE"),
        ("SQLite format 3"u8.ToArray(), "SQLite"),
        ("PAR1"u8.ToArray(), "Parquet"),
    ];

    private static readonly string[] HtmlStarts =
        ["<!doctype html", "<html", "<head", "<meta", "<title", "<style", "<body", "<table", "<div", "<script", "<base", "<tr", "mime-version:"];

    /// <exception cref="FileFaultException">The type is known and not supported.</exception>
    public static FileContainer Of(Stream content)
    {
        var start = new byte[4096];
        content.Position = 0;
        start = start[..content.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)];
        content.Position = 0;

        if (start is [(byte)'P', (byte)'K', 3, 4, ..] or [(byte)'P', (byte)'K', 5, 6, ..])
            return FileContainer.Zip;
        if (start is [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, ..])
            return FileContainer.CompoundFile;

        // BOF of BIFF 2, 3, 4 and 5 with the lengths that programs wrote.
        if (start is [0x09, 0x00, 0x04 or 0x06, 0x00, ..] or [0x09, 0x02 or 0x04, 0x06 or 0x08, 0x00, ..] or [0x09, 0x08, 0x08 or 0x10, 0x00, ..])
            return FileContainer.BareBiff;
        foreach (var (signature, type) in Unsupported)
        {
            if (start.AsSpan().StartsWith(signature))
                throw new FileFaultException(FileFaultKind.TypeUnsupported, type);
        }

        if (MarkupType(start) is { } markup)
            throw new FileFaultException(FileFaultKind.TypeUnsupported, markup);
        return FileContainer.Text;
    }

    private static string? MarkupType(byte[] start)
    {
        // Byte order marks and the zero bytes of UTF-16 fall away; the markup itself is ASCII.
        var text = string.Concat(Encoding.Latin1.GetString(start).Where(c => c is not ('\0' or '\u00EF' or '\u00BB' or '\u00BF' or '\u00FE' or '\u00FF')))
            .TrimStart()
            .ToLowerInvariant();
        if (text.StartsWith("<!--", StringComparison.Ordinal) && text.IndexOf("-->", StringComparison.Ordinal) is >= 0 and var end)
            text = text[(end + 3)..].TrimStart();
        if (HtmlStarts.Any(html => text.StartsWith(html, StringComparison.Ordinal)))
            return UnsupportedFileTypes.Html;
        if (!text.StartsWith("<?xml", StringComparison.Ordinal))
            return null;
        return text.Contains("<html", StringComparison.Ordinal) ? UnsupportedFileTypes.Html : UnsupportedFileTypes.Xml;
    }
}
