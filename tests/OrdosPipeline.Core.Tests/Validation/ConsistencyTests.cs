using OrdosPipeline.Core.Normalisation;
using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Progress;
using OrdosPipeline.Core.Validation;
using OrdosPipeline.Core.Validation.History;
using OrdosPipeline.Testing;

namespace OrdosPipeline.Core.Tests.Validation;

/// <summary>The rules of the shipped consistency.csv, on returns that break them and on ones that do not.</summary>
public sealed class ConsistencyTests
{
    private const string Header = "指标编码|地区|期间|数值|单位";
    private const string Water = "water-resources";
    private const string Farm = "agriculture-animal-husbandry";

    [Theory]
    [InlineData("97", "199", "296", "")]
    [InlineData("97", "199", "297", "consistency-broken D4")]
    [InlineData("97", "199", null, "")]
    // Nobody knows how many small ones there are.
    [InlineData("97", null, "296", "")]
    // However few the others are, the part exceeds the whole.
    [InlineData("300", null, "296", "consistency-broken D3")]
    public void Parts_make_up_the_whole(string? medium, string? small, string? all, string findings)
    {
        string?[] rows = [medium is null ? null : $"T047||2023|{medium}|座", small is null ? null : $"T048||2023|{small}|座", all is null ? null : $"T046||2023|{all}|座"];
        var submission = SheetBuilder.Of([Header, .. rows.OfType<string>()]).Check(Water);

        Assert.Equal(findings, submission.Findings());
        Assert.Equal(findings.Length == 0 ? Verdict.Accepted : Verdict.AcceptedWithWarnings, submission.Verdict);
    }

    [Fact]
    public void The_finding_shows_the_numbers()
    {
        var finding = Assert.Single(SheetBuilder.Of(Header, "T047||2023|97|座", "T048||2023|199|座", "T046||2023|290|座").Check(Water).Findings);

        Assert.Equal(
            "工作表“Sheet1”第4行D列的“290”与其他数据不一致（2023年）：中型和小型拦沙坝之和应等于拦沙坝总数。按T047 + T048 = T046核对，左边为97 + 199，右边为290。请核对这些数值。",
            finding.Message);
        Assert.Equal(Severity.Warning, finding.Severity);
    }

    [Theory]
    [InlineData(100, "")]
    [InlineData(102, "")]
    [InlineData(97.9, "consistency-broken D11")]
    public void The_banners_add_up_to_the_city_within_the_tolerance(double sum, string findings)
    {
        var regions = TestPlan.Ordos14().Regions.Where(region => region.Parent is not null).ToList();
        var rows = regions.Select((region, index) => $"T139|{region.Name}|2023|{(index == 0 ? (decimal)sum - 80 : 10)}|万只").Prepend(Header).Append("T139|全市|2023|100|万只");

        Assert.Equal(findings, SheetBuilder.Of([.. rows]).Check(Farm).Findings());
    }

    [Fact]
    public void Without_one_banner_nothing_is_certain_until_the_others_exceed_the_city() => Assert.Equal(
        "consistency-broken D2; consistency-broken D3",
        SheetBuilder.Of(Header, "T139|全市|2022|100|万只", "T139|全市|2023|100|万只", "T139|东胜区|2022|150|万只", "T139|达拉特旗|2023|103|万只", "T139|东胜区|2021|90|万只", "T139|全市|2021|100|万只").Check(Farm).Findings());

    [Fact]
    public void What_the_file_does_not_hold_comes_from_what_was_reported_before()
    {
        var before = new ReportedBefore
        {
            Values =
            [
                .. from part in new[] { ("T047", 97m), ("T048", 199m) }
                   select new EarlierValue(new(part.Item1, "150600"), Period.FullYear(2023), part.Item2, "", new("s0", "water-resources/a.xlsx", new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero))),
            ],
        };

        Assert.Equal("consistency-broken D2", SheetBuilder.Of(Header, "T046||2023|290|座").CheckAgainst(before, Water).Findings());
        Assert.Equal("", SheetBuilder.Of(Header, "T046||2023|290|座").Check(Water).Findings());
        Assert.Equal("", SheetBuilder.Of(Header, "T046||2022|290|座").CheckAgainst(before, Water).Findings());
    }

    [Fact]
    public void A_rule_without_regions_holds_in_each() => Assert.Equal(
        "consistency-broken D3",
        SheetBuilder.Of(Header, "T047|达拉特旗|2023|10|座", "T046|达拉特旗|2023|5|座", "T047||2023|97|座").Check(Water).Findings());

    [Fact]
    public void A_value_in_a_wrong_unit_is_not_also_inconsistent() => Assert.Equal(
        "unit-suspicious D3",
        SheetBuilder.Of(Header, "H21|东胜区|2023|10|万吨", "H21|全市|2023|200|吨").Check(Farm).Findings());

    [Fact]
    public void All_departments_values_are_held_against_the_rules_of_a_quarter()
    {
        var plan = TestPlan.Ordos14();
        var observations = plan.Regions.Select(region => Observation("T139", region.Code, region.Parent is null ? 100 : 10)).Append(Observation("T305", "150600", 5)).Append(Observation("T306", "150600", 4)).ToList();

        var broken = BrokenConsistencies.Of(plan, observations, new(2023, 4));
        Assert.Equal(["infant-mortality 150600 2023: T306 4, T305 5", "sheep 150600 2023: T139 100" + string.Concat(Enumerable.Repeat(", T139 10", 9))], broken.Select(one =>
            $"{one.Rule.Id} {one.Region} {one.Period}: {string.Join(", ", one.Observations.Select(observation => $"{observation.Key.Indicator} {observation.Value}"))}"));
        Assert.Empty(BrokenConsistencies.Of(plan, observations, new(2023, 3)));
    }

    private static Observation Observation(string indicator, string region, decimal value) => new()
    {
        Key = new("ordos-14", indicator, region, Period.FullYear(2023)),
        Value = value,
        Origin = new("s1", DateTimeOffset.UnixEpoch, null, "A1", ""),
    };
}
