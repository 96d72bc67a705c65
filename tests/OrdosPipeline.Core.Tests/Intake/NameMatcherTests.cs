using OrdosPipeline.Core.Intake;
using OrdosPipeline.Testing;

namespace OrdosPipeline.Core.Tests.Intake;

public sealed class NameMatcherTests
{
    private static readonly PlanWords Words = PlanWords.Of(TestPlan.Ordos14());

    [Theory]
    [InlineData("H01", "", "H01")]
    [InlineData("ｈ０１", "", "H01")]
    [InlineData(" H01 ", "地区生产总值增长", "H01")]
    [InlineData("H01", "GDP增速", "H01")]
    [InlineData("H01", "地区生产总值", "H01")]
    [InlineData("T001", "地区生产总值增长", "T001")]
    [InlineData("", "地区生产总值增长", "H01")]
    [InlineData("", "地区生产总值增长（%）", "H01")]
    [InlineData("", "1.地区生产总值增长", "H01")]
    [InlineData("", "1.1 地区生产总值增长", "H01")]
    [InlineData("", "H01、地区生产总值增长", "H01")]
    [InlineData("", "一、地区生产总值增长", "H01")]
    [InlineData("", "（一）地区生产总值增长", "H01")]
    [InlineData("", "①地区生产总值增长", "H01")]
    [InlineData("", "其中：地区生产总值增长", "H01")]
    [InlineData("", "  （1） 其中: 地区生产\n总值 增长 ( 单位：% )", "H01")]
    [InlineData("", "每千人拥有执业(助理)医师人数", "H11")]
    [InlineData("", "每千人拥有执业助理医师人数", "H11")]
    [InlineData("", "15分钟生活圈打造", "T214")]
    [InlineData("", "一本三专在校生总规模", "T256")]
    [InlineData("", "全市森林覆盖率", "H19")]
    [InlineData("", "H19", "H19")]
    [InlineData("", "Forest coverage", "H19")]
    [InlineData("3", "森林覆盖率", "H19")]
    [InlineData("森林覆盖率", "", "H19")]
    public void Finds_by_code_name_alias_or_harmless_difference(string code, string name, string id)
    {
        var match = Words.Indicators.Match(code, name);

        Assert.Equal((NameOutcome.Found, id), (match.Outcome, match.Item?.Id));
    }

    [Theory]
    [InlineData("", "", NameOutcome.Missing, "")]
    [InlineData("H26", "", NameOutcome.Unknown, "H06,H16,H20,H21,H22,H23,H24,H25")]
    [InlineData("X01", "森林覆盖率", NameOutcome.Unknown, "H19,H01")]
    [InlineData("", "森林复盖率", NameOutcome.Unknown, "H19")]
    [InlineData("", "森覆盖率", NameOutcome.Unknown, "H19")]
    [InlineData("", "变电站", NameOutcome.Ambiguous, null)]
    [InlineData("", "午肉产量", NameOutcome.Ambiguous, "T141,T145")]
    [InlineData("", "肉产量", NameOutcome.Ambiguous, "T141,T145")]
    [InlineData("", "猪肉产量", NameOutcome.NotInPlan, "")]
    [InlineData("", "禽肉产量", NameOutcome.NotInPlan, "")]
    [InlineData("", "固定资产投资增长率", NameOutcome.NotInPlan, "")]
    [InlineData("", "地区生产总值", NameOutcome.Ambiguous, null)]
    [InlineData("", "煤炭产量", NameOutcome.NotInPlan, "")]
    [InlineData("", "社会消费品零售总额", NameOutcome.NotInPlan, "")]
    [InlineData("", "一般公共预算收入", NameOutcome.NotInPlan, "")]
    [InlineData("", "城镇调查失业率", NameOutcome.NotInPlan, "")]
    [InlineData("H01", "固定资产投资", NameOutcome.NameMismatch, "H03")]
    [InlineData("H01", "一般公共预算收入", NameOutcome.NameMismatch, "")]
    public void Never_guesses(string code, string name, NameOutcome outcome, string? offered)
    {
        var match = Words.Indicators.Match(code, name);

        Assert.Equal(outcome, match.Outcome);
        if (offered is not null)
            Assert.Equal(offered, string.Join(',', match.Offered.Select(i => i.Id)));
    }

    [Fact]
    public void Every_name_and_alias_of_the_plan_is_found()
    {
        foreach (var indicator in TestPlan.Ordos14().Indicators)
        {
            foreach (var name in indicator.Aliases.Append(indicator.Name).Append(indicator.Id))
                Assert.Equal(indicator.Id, Words.Indicators.Find(name)?.Id);
        }

        foreach (var project in TestPlan.Ordos14().Projects)
        {
            foreach (var name in project.Aliases.Append(project.Name).Append(project.Id))
                Assert.Equal(project.Id, Words.Projects.Find(name)?.Id);
        }
    }

    [Theory]
    [InlineData("150600", "150600")]
    [InlineData("全市", "150600")]
    [InlineData("鄂尔多斯市", "150600")]
    [InlineData("合 计", "150600")]
    [InlineData("总计", "150600")]
    [InlineData("1.东胜区", "150602")]
    [InlineData("达旗", "150621")]
    [InlineData("其中：伊金霍洛", "150627")]
    [InlineData("包头市", null)]
    [InlineData("", null)]
    public void Regions(string text, string? code) => Assert.Equal(code, Words.Regions.Find(text)?.Code);
}
