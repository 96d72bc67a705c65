using System.Globalization;

namespace OrdosPipeline.Documents.Exports;

/// <summary>Keeps exported text from being run as a formula by the program that opens it.</summary>
public static class FormulaSafe
{
    /// <summary>
    /// The starts that OWASP ASVS 5.0 (1.2.10) names, and their full-width forms, which East Asian editions of Excel
    /// take as formula starts too.
    /// </summary>
    private const string Starts = "=+-@\t\r\n\0＝＋－＠";

    /// <summary>
    /// Puts an apostrophe before text that starts, perhaps after blanks, like a formula. A number stays what it is,
    /// also a negative one.
    /// </summary>
    public static string Escape(string text)
    {
        var index = 0;
        while (index < text.Length && text[index] is ' ' or '\u00a0' or '\u3000')
            index++;
        if (index == text.Length || !Starts.Contains(text[index], StringComparison.Ordinal))
            return text;
        return decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _)
            ? text
            : "'" + text;
    }
}
