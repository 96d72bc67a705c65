using OrdosPipeline.Core.Plan;
using OrdosPipeline.Testing;

namespace OrdosPipeline.Core.Tests.Plan;

public class UnitTableTests
{
    private static readonly MeasureUnit Yuan = new("元", "money", 1, 1);
    private static readonly MeasureUnit Kilowatt = new("kW", "power", 1, 1);

    [Theory]
    [InlineData("kW")]
    [InlineData("KW")]
    [InlineData("ｋＷ")]
    [InlineData(" k w ")]
    [InlineData("千瓦")]
    public void A_unit_is_found_whatever_its_width_case_and_blanks(string text)
    {
        Assert.True(new UnitTable([(Kilowatt, ["千瓦"])]).TryFind(text, out var unit));
        Assert.Same(Kilowatt, unit);
    }

    [Fact]
    public void An_unknown_unit_is_not_found() => Assert.False(new UnitTable([(Yuan, [])]).TryFind("美元", out _));

    [Fact]
    public void Two_units_do_not_share_a_spelling()
    {
        var exception = Assert.Throws<ArgumentException>(() => new UnitTable([(Yuan, ["块"]), (Kilowatt, ["块"])]));
        Assert.Contains("'块' belongs to 元 and to kW", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Longer_spellings_come_first()
    {
        var spellings = TestPlan.Ordos14().Units.Spellings;
        Assert.Equal(spellings.Select(spelling => spelling.Length).OrderDescending(), spellings.Select(spelling => spelling.Length));
        Assert.Equal(["元", "KW"], [.. new UnitTable([(Yuan, []), (Kilowatt, [])]).Spellings.Reverse()]);
    }
}
