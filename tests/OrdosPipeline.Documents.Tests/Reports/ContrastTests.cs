using System.Globalization;
using System.Text.RegularExpressions;
using OrdosPipeline.Testing;

namespace OrdosPipeline.Documents.Tests.Reports;

/// <summary>The contrast of every text of the page with what it stands on, as WCAG 2.2 computes it: at least 4.5.</summary>
public class ContrastTests
{
    private static readonly string Css = File.ReadAllText(Checkout.PathOf("functions", "OrdosPipeline.Documents", "Reports", "Html", "report.css"));

    private static readonly Dictionary<string, string> Colors = Regex.Matches(Css, @"--([\w-]+): #([0-9a-f]{6})").ToDictionary(match => match.Groups[1].Value, match => match.Groups[2].Value, StringComparer.Ordinal);

    [Theory]
    [InlineData("ink", "paper")]
    [InlineData("ink", "wash")]
    [InlineData("ink", "red-wash")]
    [InlineData("muted", "paper")]
    [InlineData("muted", "wash")]
    [InlineData("muted", "red-wash")]
    [InlineData("fair", "paper")]
    [InlineData("fair", "wash")]
    [InlineData("fair", "red-wash")]
    [InlineData("brand", "wash")]
    [InlineData("bad", "paper")]
    [InlineData("paper", "good")]
    [InlineData("paper", "fair")]
    [InlineData("paper", "slow")]
    [InlineData("paper", "bad")]
    [InlineData("paper", "open")]
    public void Text_stands_out_from_its_ground(string text, string ground) => Assert.InRange(Contrast(Colors[text], Colors[ground]), 4.5, 21);

    [Theory]
    [InlineData("1b7f4d")]
    [InlineData("2563a8")]
    [InlineData("8f5600")]
    [InlineData("b3261e")]
    [InlineData("5f6a75")]
    public void Statuses_have_the_same_colours_on_paper(string color)
    {
        Assert.Contains(color, Colors.Values);
        Assert.InRange(Contrast(color, "ffffff"), 4.5, 21);
        Assert.Contains(color.ToUpperInvariant(), Enum.GetValues<Core.Progress.StatusTone>().Select(OrdosPipeline.Documents.Reports.Word.WordText.ColorOf));
    }

    [Fact]
    public void Every_colour_of_text_is_one_of_the_palette()
    {
        var used = Regex.Matches(Css, @"(?<![\w-])color: (#[0-9a-f]{3,6}|var\(--[\w-]+\)|inherit)").Select(match => match.Groups[1].Value).Distinct();
        Assert.All(used, color => Assert.Matches(@"^(var\(--(ink|muted|fair|brand|bad)\)|#ffffff|#b3261e|inherit)$", color));
    }

    private static double Contrast(string one, string other)
    {
        var (a, b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static double Luminance(string color)
    {
        var parts = Enumerable.Range(0, 3).Select(index => int.Parse(color.AsSpan(index * 2, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0)
            .Select(part => part <= 0.04045 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4)).ToList();
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2];
    }
}
