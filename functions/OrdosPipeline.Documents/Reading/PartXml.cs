using System.Text;
using System.Xml;
using OrdosPipeline.Core.Intake;

namespace OrdosPipeline.Documents.Reading;

/// <summary>Reads the XML parts of a package as streams. Elements are known by their local names, so that strict and transitional OOXML are one.</summary>
internal static class PartXml
{
    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CloseInput = true,
    };

    /// <summary>Hands a part to <paramref name="read"/>; returns false when there is no such part.</summary>
    /// <exception cref="FileFaultException">The part is not well formed or has a document type.</exception>
    public static bool TryRead(ZipPackage package, string name, Action<XmlReader> read)
    {
        var stream = package.OpenEntry(name);
        if (stream is null)
            return false;
        try
        {
            using var reader = XmlReader.Create(stream, Settings);
            read(reader);

            // To the end, where the checksum is compared.
            while (reader.Read())
            {
            }

            return true;
        }
        catch (XmlException)
        {
            throw HasDocumentType(package, name) ? new FileFaultException(FileFaultKind.Unsafe, "DTD") : new FileFaultException(FileFaultKind.Unreadable);
        }
    }

    /// <summary>Calls <paramref name="found"/> at every element of these local names.</summary>
    public static bool TryReadElements(ZipPackage package, string name, Action<XmlReader> found, params string[] localNames) => TryRead(package, name, reader =>
    {
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element && localNames.Contains(reader.LocalName, StringComparer.Ordinal))
                found(reader);
        }
    });

    /// <summary>Of the current element, in whatever namespace.</summary>
    public static string? Attribute(this XmlReader reader, string localName)
    {
        string? value = null;
        for (var more = reader.MoveToFirstAttribute(); more; more = reader.MoveToNextAttribute())
        {
            if (reader.LocalName == localName && reader.Prefix != "xmlns")
                value = reader.Value;
        }

        reader.MoveToElement();
        return value;
    }

    /// <summary>Whether the attribute says true.</summary>
    public static bool Flag(this XmlReader reader, string localName) => reader.Attribute(localName) is "1" or "true" or "on";

    /// <summary>The text of the current element, read in pieces so that its length is known before it is whole.</summary>
    public static string ReadText(this XmlReader reader, CellBudget budget)
    {
        if (reader.IsEmptyElement)
            return "";
        var depth = reader.Depth;
        string? only = null;
        StringBuilder? longer = null;
        char[]? buffer = null;
        while (reader.Read() && reader.Depth > depth)
        {
            if (reader.Depth != depth + 1 || reader.NodeType is not (XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace))
                continue;
            buffer ??= new char[256];
            for (int count; (count = reader.ReadValueChunk(buffer, 0, buffer.Length)) > 0;)
            {
                if (only is null)
                {
                    only = new string(buffer, 0, count);
                    continue;
                }

                longer ??= new StringBuilder(only);
                longer.Append(buffer, 0, count);
                budget.CheckLength(longer.Length);
            }
        }

        return budget.Checked(longer?.ToString() ?? only ?? "");
    }

    /// <summary>Whether a part begins with a document type; false where it cannot be read.</summary>
    public static bool HasDocumentType(ZipPackage package, string name)
    {
        using var stream = package.OpenEntry(name)!;
        var start = new byte[1 << 16];
        try
        {
            start = start[..stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)];
        }
        catch (FileFaultException)
        {
            return false;
        }

        // Without the zero bytes of UTF-16.
        return Encoding.Latin1.GetString(start).Replace("\0", "", StringComparison.Ordinal).Contains("<!DOCTYPE", StringComparison.Ordinal);
    }
}
