using System.Reflection;
using System.Text;
using OrdosPipeline.Core.Reporting;
using OrdosPipeline.Core.Validation;
using OrdosPipeline.Testing;

namespace OrdosPipeline.Core.Tests.Validation;

public sealed class RuleBookTests
{
    [Fact]
    public void Every_code_has_one_rule()
    {
        var codes = typeof(FindingCodes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!);

        Assert.Equal(codes.Order(StringComparer.Ordinal), RuleBook.All.Select(rule => rule.Code).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_rule_is_named_for_its_code_and_listed()
    {
        var rules = typeof(Rule).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Rule)) && !type.IsAbstract).ToList();

        Assert.Equal(rules.Count, RuleBook.All.Count);
        foreach (var rule in RuleBook.All)
            Assert.Equal(rule.Code, string.Concat(rule.GetType().Name.Select((c, index) => char.IsUpper(c) && index > 0 ? $"-{char.ToLowerInvariant(c)}" : $"{char.ToLowerInvariant(c)}")));
    }

    [Fact]
    public void Every_rule_has_a_short_name_of_its_own()
    {
        Assert.Distinct(RuleBook.All.Select(rule => rule.Title));
        Assert.Distinct(RuleBook.All.Select(rule => rule.TitleEn));
        Assert.All(RuleBook.All, rule => Assert.True(rule.Title is { Length: > 0 and <= 16 } && rule.TitleEn is { Length: > 0 and <= 40 } && !rule.Title.EndsWith('。') && !rule.TitleEn.EndsWith('.'), rule.Code));
    }

    [Fact]
    public void RULES_md_lists_every_rule_with_its_texts()
    {
        var path = Checkout.PathOf("functions", "OrdosPipeline.Core", "Validation", "RULES.md");
        var text = new StringBuilder(
            "# Rules\n\nEvery finding of a check, in the order of `RuleBook.cs`. An error rejects the file, a warning and an info do not. "
            + "Codes are public and never renamed. The words in braces are filled in.\n\n"
            + "`UPDATE_APPROVED=1 dotnet test` writes this file anew.\n\n| code | severity | name | 名称 | text | 文字 |\n| --- | --- | --- | --- | --- | --- |\n");
        foreach (var rule in RuleBook.All)
            text.Append("| `" + rule.Code + "` | " + CheckJson.Text(rule.Severity) + " | " + rule.TitleEn + " | " + rule.Title + " | " + rule.English + " | " + rule.Chinese + " |\n");
        if (Environment.GetEnvironmentVariable("UPDATE_APPROVED") == "1")
            File.WriteAllText(path, text.ToString());

        Assert.Equal(text.ToString(), File.ReadAllText(path));
    }
}
