using OrdosPipeline.Core.Intake;
using OrdosPipeline.Core.Plan;

namespace OrdosPipeline.Core.Tests.Intake;

public sealed class WordTextTests
{
    [Theory]
    [InlineData("是", 1)]
    [InlineData("已完成", 1)]
    [InlineData("√", 1)]
    [InlineData("✓", 1)]
    [InlineData("1", 1)]
    [InlineData("１", 1)]
    [InlineData("Yes", 1)]
    [InlineData(" 是 ", 1)]
    [InlineData("否", 0)]
    [InlineData("未完成", 0)]
    [InlineData("×", 0)]
    [InlineData("0", 0)]
    [InlineData("x", 0)]
    public void Yes_is_one_and_no_is_zero(string text, int value) =>
        Assert.Equal(new NumberReading(NumberOutcome.Read, value), YesNoText.Read(Cell.OfText(text)));

    [Theory]
    [InlineData("2", NumberOutcome.Unreadable)]
    [InlineData("基本完成", NumberOutcome.Unreadable)]
    [InlineData("—", NumberOutcome.Missing)]
    [InlineData("暂无", NumberOutcome.Missing)]
    [InlineData("撤回", NumberOutcome.Withdrawn)]
    [InlineData("#REF!", NumberOutcome.FormulaError)]
    public void Anything_else_is_not_guessed(string text, NumberOutcome outcome) => Assert.Equal(outcome, YesNoText.Read(Cell.OfText(text)).Outcome);

    [Fact]
    public void Yes_and_no_as_cells()
    {
        Assert.Equal(1, YesNoText.Read(Cell.OfBoolean(true)).Value);
        Assert.Equal(1, YesNoText.Read(Cell.OfNumber(1, "1")).Value);
        Assert.Equal(NumberOutcome.Unreadable, YesNoText.Read(Cell.OfNumber(0.5m, "0.5")).Outcome);
        Assert.Equal(NumberOutcome.Unreadable, YesNoText.Read(Cell.OfNumber(1, "100%", isPercent: true)).Outcome);
        Assert.Equal(NumberOutcome.Blank, YesNoText.Read(default).Outcome);
    }

    [Theory]
    [InlineData("前期", ProjectState.Preparing)]
    [InlineData("未开工", ProjectState.NotStarted)]
    [InlineData("在建", ProjectState.UnderConstruction)]
    [InlineData("续建", ProjectState.UnderConstruction)]
    [InlineData("在 建", ProjectState.UnderConstruction)]
    [InlineData("完工", ProjectState.Completed)]
    [InlineData("竣工", ProjectState.Completed)]
    [InlineData("投产", ProjectState.Completed)]
    [InlineData("停工", ProjectState.Suspended)]
    [InlineData("停建", ProjectState.Suspended)]
    public void States_of_projects(string text, ProjectState state)
    {
        Assert.True(ProjectStateText.TryRead(text, out var read));
        Assert.Equal(state, read);
        Assert.False(ProjectStateText.TryRead("顺利", out _));
    }
}
