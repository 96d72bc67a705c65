using System.Globalization;
using System.Text.RegularExpressions;

namespace OrdosPipeline.Documents.Reports.Wording;

/// <summary>
/// A label or sentence of the reports in both languages, with places for what the data say: <c>{0}</c>, and
/// <c>{0|indicator|indicators}</c> for the first word when argument 0 is one, else the second.
/// </summary>
internal sealed partial record Phrase(string Chinese, string English)
{
    /// <param name="language">Of the report.</param>
    /// <param name="arguments">Whole numbers, or text that <see cref="ReportFormat"/> has made.</param>
    /// <exception cref="ArgumentException">The phrase has a place that no argument fills.</exception>
    public string In(ReportLanguage language, params ReadOnlySpan<object> arguments)
    {
        var template = language == ReportLanguage.English ? English : Chinese;
        if (!template.Contains('{', StringComparison.Ordinal))
            return template;
        var values = arguments.ToArray();
        return Place().Replace(template, match =>
        {
            var index = int.Parse(match.Groups["index"].Value, CultureInfo.InvariantCulture);
            if (index >= values.Length)
                throw new ArgumentException($"“{template}” has no argument {index}.", nameof(arguments));
            if (!match.Groups["one"].Success)
                return Convert.ToString(values[index], CultureInfo.InvariantCulture) ?? "";
            return values[index] is 1 ? match.Groups["one"].Value : match.Groups["many"].Value;
        });
    }

    /// <summary>A place: its index and, where a word depends on a number, the word for one and the word for more.</summary>
    [GeneratedRegex(@"\{(?<index>\d)(\|(?<one>[^|}]*)\|(?<many>[^|}]*))?\}")]
    internal static partial Regex Place();
}
