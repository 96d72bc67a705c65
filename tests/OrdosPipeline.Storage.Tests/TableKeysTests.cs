using CsCheck;
using OrdosPipeline.Core.Normalisation;
using OrdosPipeline.Core.Plan;

namespace OrdosPipeline.Storage.Tests;

public sealed class TableKeysTests
{
    private static readonly Gen<string> Part = Gen.OneOf(
        Gen.String,
        Gen.String[Gen.Char["abAB01-_.~|{}%/\\#?'\" \t\n\u0000\u007f\u0085\u009f中０é\u0301\ud83d\ude00"], 0, 12],
        Gen.String[Gen.Char["/中a"], 0, 400],
        Gen.Const(""),
        Gen.Const("_"));

    private static readonly Origin Early = new("0a", new DateTimeOffset(2023, 10, 12, 8, 0, 0, TimeSpan.Zero), null, "A1", "");

    [Fact]
    public void No_key_holds_what_the_service_forbids() => Gen.Select(Part, Part).Sample((left, right) =>
    {
        foreach (var key in Keys(left, right))
        {
            Assert.DoesNotContain(key, c => c is '/' or '\\' or '#' or '?' || char.IsControl(c) || char.IsSurrogate(c));
            Assert.InRange(key.Length, 1, 1024);
        }
    });

    [Fact]
    public void Different_parts_make_different_keys() => Gen.Select(Part, Part, Part, Part).Sample((a, b, c, d) =>
        Assert.Equal((a, b) == (c, d), TableKeys.ObservationPartition(a, b) == TableKeys.ObservationPartition(c, d)));

    [Fact]
    public void Parts_that_differ_little_make_different_keys()
    {
        string[] parts = ["", "_", "~", "~005F", "a", "a|", "|a", "a_", "a~007C", new('/', 300), new('/', 301), new('a', 180), new('a', 181), "\ud83d", "\ude00"];
        Assert.Equal(parts.Length, parts.Select(TableKeys.SubmissionPartition).Distinct(StringComparer.Ordinal).Count());
    }

    [Theory]
    [InlineData("statistics", "statistics")]
    [InlineData("市统计局", "市统计局")]
    [InlineData("", "_")]
    [InlineData("a/b", "a~002Fb")]
    public void A_part_stays_legible(string department, string key) => Assert.Equal(key, TableKeys.SubmissionPartition(department));

    [Fact]
    public void Keys_are_as_TABLES_md_says()
    {
        var quarter = new ReportingQuarter(2023, 3);
        Assert.Equal("ordos-14|H01", TableKeys.ObservationPartition("ordos-14", "H01"));
        Assert.Equal("150600|2023Q3YTD", TableKeys.ObservationRow("150600", Period.Parse("2023Q3YTD")));
        Assert.Equal("150600|2023Q3|20231012T080000.0000000Z|0a", TableKeys.ObservationHistoryRow("150600", Period.Parse("2023Q3"), Early));
        Assert.Equal("2023Q3|20231012T080000.0000000Z|0a", TableKeys.ProjectHistoryRow(Period.Parse("2023Q3"), Early));
        Assert.Equal("000012", TableKeys.FindingRow(12));
        Assert.Equal("head|v0002", TableKeys.SummaryHeadRow(2));
        Assert.Equal("v0002|1indicator|H01", TableKeys.SummaryRow(2, "indicator", "H01"));
        Assert.Equal("ordos-14|2023Q3", TableKeys.SummaryPartition("ordos-14", quarter));
    }

    [Fact]
    public void History_keys_sort_as_uploads_do() => Gen.Select(Gen.DateTime, Gen.DateTime, Gen.Int[0, 3], Gen.Int[0, 3]).Sample((a, b, i, j) =>
    {
        var left = Early with { UploadedAt = new DateTimeOffset(a.Ticks, TimeSpan.Zero), Submission = $"{i}f" };
        var right = Early with { UploadedAt = new DateTimeOffset(b.Ticks, TimeSpan.Zero), Submission = $"{j}f" };
        var period = Period.FullYear(2023);
        Assert.Equal(
            Math.Sign(Origin.UploadOrder.Compare(left, right)),
            Math.Sign(string.CompareOrdinal(TableKeys.ProjectHistoryRow(period, left), TableKeys.ProjectHistoryRow(period, right))));
    });

    [Fact]
    public void The_range_of_some_histories_holds_them_all()
    {
        string[] rows = [.. new[] { "2023", "2023Q3", "2023Q3YTD", "2023M08" }.Select(period => TableKeys.ObservationRow("150600", Period.Parse(period))).Order(StringComparer.Ordinal)];
        var range = TableKeys.HistoriesOf(rows);
        foreach (var period in new[] { "2023", "2023Q3", "2023Q3YTD", "2023M08" })
        {
            var key = TableKeys.ObservationHistoryRow("150600", Period.Parse(period), Early);
            Assert.True(string.CompareOrdinal(range.From, key) <= 0 && string.CompareOrdinal(key, range.Before) < 0, key);
        }
    }

    private static IEnumerable<string> Keys(string left, string right)
    {
        var origin = Early with { Submission = right };
        var quarter = new ReportingQuarter(2023, 3);
        yield return TableKeys.ObservationPartition(left, right);
        yield return TableKeys.ObservationRow(left, Period.FullYear(2023));
        yield return TableKeys.ObservationHistoryRow(left, Period.Parse("2023M08YTD"), origin);
        yield return TableKeys.ProjectPartition(left, right);
        yield return TableKeys.ProjectHistoryRow(Period.Parse("2023M08YTD"), origin);
        yield return TableKeys.SubmissionPartition(left);
        yield return TableKeys.SubmissionRow(left);
        yield return TableKeys.FindingPartition(left);
        yield return TableKeys.CataloguePartition(left, right);
        yield return TableKeys.CatalogueRow(left);
        yield return TableKeys.SummaryPartition(left, quarter);
        yield return TableKeys.SummaryRow(9999, "indicator", left);
    }
}
