using System.Globalization;
using System.Text;
using System.Xml;

namespace OrdosPipeline.Documents.Reading;

/// <summary>The texts that a workbook's cells share, and what one text element says.</summary>
internal static class XlsxStrings
{
    public static IReadOnlyList<string> Read(ZipPackage package, string? part, CellBudget budget)
    {
        var strings = new List<string>();
        if (part is not null)
            PartXml.TryReadElements(package, part, reader => strings.Add(ReadRichText(reader, budget)), "si");
        return strings;
    }

    /// <summary>Of an <c>si</c> or <c>is</c> element: its runs joined, without the readings of phonetic runs.</summary>
    public static string ReadRichText(XmlReader reader, CellBudget budget)
    {
        if (reader.IsEmptyElement)
            return "";
        var text = "";
        var depth = reader.Depth;
        while (reader.Read() && reader.Depth > depth)
        {
            // The phonetic run is skipped with everything in it, down to its end.
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "rPh" && !reader.IsEmptyElement)
            {
                var phonetic = reader.Depth;
                while (reader.Read() && reader.Depth > phonetic)
                {
                }
            }
            else if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "t")
            {
                text = budget.Checked(text.Length == 0 ? reader.ReadText(budget) : text + reader.ReadText(budget));
            }
        }

        return Unescape(text);
    }

    /// <summary>Characters that XML cannot hold stand as <c>_x000D_</c>.</summary>
    public static string Unescape(string text)
    {
        if (!text.Contains("_x", StringComparison.Ordinal))
            return text;
        var result = new StringBuilder(text.Length);
        for (var index = 0; index < text.Length; index++)
        {
            if (index + 6 < text.Length && text[index] == '_' && text[index + 1] == 'x' && text[index + 6] == '_'
                && ushort.TryParse(text.AsSpan(index + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
            {
                result.Append((char)code);
                index += 6;
            }
            else
            {
                result.Append(text[index]);
            }
        }

        return result.ToString();
    }
}
