using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Plan.Consistency;
using OrdosPipeline.Testing;

namespace OrdosPipeline.Core.Tests.Plan;

public sealed class ConsistencyParserTests
{
    private static readonly PlanCatalogue Plan = TestPlan.Ordos14();

    [Theory]
    [InlineData("T047", "1×T047 +0")]
    [InlineData("T047 + T048 - 5", "1×T047 1×T048 -5")]
    [InlineData("-T047", "-1×T047 +0")]
    [InlineData("2 * (T047 - T048) / 4", "0.5×T047 -0.5×T048 +0")]
    [InlineData("T047*0.5", "0.5×T047 +0")]
    [InlineData("T047@东胜区 + T047@150621 + T047@准旗", "1×T047@150602 1×T047@150621 1×T047@150622 +0")]
    [InlineData("sum( T047@东胜, 150603 )", "1×T047@150602 1×T047@150603 +0")]
    [InlineData("sum(T047@旗区)", "1×T047@150602 1×T047@150603 1×T047@150621 1×T047@150622 1×T047@150623 1×T047@150624 1×T047@150625 1×T047@150626 1×T047@150627 +0")]
    [InlineData("100", "+100")]
    [InlineData("3 - 2 * (1 + 4)", "-7")]
    public void An_expression_is_a_weighted_sum(string text, string expected)
    {
        var expression = Parse(text);

        Assert.Equal(expected, string.Join(' ', expression.Terms.Select(term =>
            $"{term.Factor:0.##}×{term.Operand.Indicator}{(term.Operand.Region is { } region ? $"@{region}" : "")}").Append($"{expression.Constant:+0.##;-0.##;+0}")));
        Assert.Equal(text, expression.ToString());
    }

    [Theory]
    [InlineData("T047 +", 7, "is missing")]
    [InlineData("T047 T048", 6, "does not belong here")]
    [InlineData("T999", 1, "not an indicator")]
    [InlineData("T047 + T001", 8, "name its series H01")]
    [InlineData("T047@上海", 6, "not a region")]
    [InlineData("T047@旗区", 6, "sum(T047@旗区)")]
    [InlineData("sum(T047)", 9, "'@' is missing")]
    [InlineData("sum(T047@旗区", 12, "')' is missing")]
    [InlineData("(T047", 6, "')' is missing")]
    [InlineData("T047 * T048", 6, "must be a number")]
    [InlineData("T047 / 0", 6, "other than 0")]
    [InlineData("1.2.3", 1, "not a number")]
    [InlineData("", 1, "is missing")]
    public void What_is_wrong_is_told_with_its_place(string text, int character, string problem)
    {
        var exception = Assert.Throws<ConsistencySyntaxException>(() => Parse(text));
        Assert.Contains($"character {character}: ", exception.Message, StringComparison.Ordinal);
        Assert.Contains(problem, exception.Message, StringComparison.Ordinal);
    }

    private static ConsistencyExpression Parse(string text) =>
        ConsistencyParser.Parse(text, Plan.Indicators.ToDictionary(indicator => indicator.Id, StringComparer.Ordinal), Plan.Regions);
}
