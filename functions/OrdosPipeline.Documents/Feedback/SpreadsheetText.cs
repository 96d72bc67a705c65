using System.Globalization;
using System.Text;
using System.Xml;

namespace OrdosPipeline.Documents.Feedback;

/// <summary>Text in the form that workbooks hold it.</summary>
internal static class SpreadsheetText
{
    /// <summary>Excel's limit for the text of one cell.</summary>
    private const int MaxCellCharacters = 32_767;

    private const int MaxSheetNameCharacters = 31;

    /// <summary>The width of a line of text in the unit of column widths, which is a digit; a Chinese character takes two.</summary>
    public static int WidthOf(string text) => text.Sum(c => c < 0x2E80 ? 1 : 2);

    /// <summary>How many lines a text takes in a column, for programs that do not grow a row for wrapped text when they open a file.</summary>
    /// <param name="text">With its own line breaks.</param>
    /// <param name="width">Of the column.</param>
    public static int LinesOf(string text, int width) => text.Split('\n').Sum(line => Math.Max(1, (WidthOf(line) + width - 2) / (width - 1)));

    /// <summary>As the content of a text element: characters that XML cannot hold are escaped, what is too long for a cell is cut.</summary>
    public static string Escape(string text)
    {
        var result = new StringBuilder(text.Length);
        for (var index = 0; index < text.Length; index++)
        {
            var c = text[index];
            if (char.IsHighSurrogate(c) && index + 1 < text.Length && char.IsLowSurrogate(text[index + 1]))
                result.Append(c).Append(text[++index]);
            else if (char.IsSurrogate(c) || c is '\uFFFE' or '\uFFFF')
                result.Append('\uFFFD');
            else if ((c < ' ' && c is not ('\t' or '\n')) || (c == '_' && index + 6 < text.Length && text[index + 1] == 'x' && text[index + 6] == '_'))
                result.Append(CultureInfo.InvariantCulture, $"_x{(int)c:X4}_");
            else
                result.Append(c);
        }

        if (result.Length > MaxCellCharacters)
            result.Remove(MaxCellCharacters - 1, result.Length - MaxCellCharacters + 1).Append('…');
        return result.ToString();
    }

    /// <summary>
    /// Whether a program would take the text for a formula once someone edits the cell or exports the sheet: ASCII and
    /// full-width signs, also after blanks (OWASP CSV injection, ASVS 1.2.10).
    /// </summary>
    public static bool StartsLikeFormula(string text)
    {
        if (text.Length > 0 && text[0] is '\t' or '\r' or '\n' or '\0')
            return true;
        var start = text.AsSpan().TrimStart();
        return start.Length > 0 && start[0] is '=' or '+' or '-' or '@' or '＝' or '＋' or '－' or '＠';
    }

    /// <summary>A name that a sheet may have and none of <paramref name="taken"/> has.</summary>
    public static string SheetName(string name, ICollection<string> taken)
    {
        var clean = string.Concat(name.Select(c => c is '[' or ']' or ':' or '*' or '?' or '/' or '\\' || char.IsControl(c) || !XmlConvert.IsXmlChar(c) ? '_' : c)).Trim().Trim('\'');
        clean = clean.Length == 0 ? "Sheet" : clean[..Math.Min(clean.Length, MaxSheetNameCharacters)];
        var unique = clean;
        for (var number = 2; taken.Contains(unique, StringComparer.OrdinalIgnoreCase); number++)
        {
            var suffix = string.Create(CultureInfo.InvariantCulture, $"_{number}");
            unique = clean[..Math.Min(clean.Length, MaxSheetNameCharacters - suffix.Length)] + suffix;
        }

        return unique;
    }

    /// <summary>A reference to a cell of a sheet, such as <c>'一、指标'!C7</c>.</summary>
    public static string Reference(string sheet, string cell) => $"'{sheet.Replace("'", "''", StringComparison.Ordinal)}'!{cell}";
}
