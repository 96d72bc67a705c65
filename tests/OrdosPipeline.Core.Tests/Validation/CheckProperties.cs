using System.Globalization;
using CsCheck;
using OrdosPipeline.Core.Intake;
using OrdosPipeline.Core.Normalisation;
using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Reporting;
using OrdosPipeline.Core.Tests.Intake;
using OrdosPipeline.Core.Validation;
using OrdosPipeline.Testing;

namespace OrdosPipeline.Core.Tests.Validation;

public sealed class CheckProperties
{
    private static readonly string[] Texts =
    [
        "指标名称", "指标编码", "期间", "数值", "单位", "地区", "备注", "项目名称", "状态", "形象进度", "累计完成投资（万元）", "完成量", "固定资产投资", "地区生产总值增长", "森林覆盖律",
        "H01", "H03", "H99", "2023Q3", "2023年1-9月", "三季度", "2023年13月", "2026年", "东胜区", "合计", "火星", "约45", "45%", "2.3亿元", "12桶", "—", "撤回", "#REF!", "abc",
        "亿元", "%", "桶", "填报单位：市能源局", "报告期：2023年三季度", "单位：亿元", "注：快报", "国家水土保持重点工程", "P018", "在建", "主体封顶", "2023年", "上半年", "\ud800", "\ufffe期间", "（", ")", "：", "环城绿道",
        "79228162514264337593543950335", "-79228162514264337593543950335亿元", "1e28", "０．１",
    ];

    private static readonly Gen<Cell> GenCell = Gen.Select(Gen.Int[0, 9], Gen.Int[0, Texts.Length - 1], Gen.Decimal).Select((kind, text, number) => kind switch
    {
        0 => default,
        1 => Cell.OfNumber(number, number.ToString(CultureInfo.InvariantCulture)),
        2 => Cell.OfNumber(decimal.MaxValue, "1E+28", isPercent: true),
        3 => Cell.OfDate(new DateOnly(2023, 9, 30), 45199, "2023-09-30"),
        4 => Cell.OfBoolean(true),
        5 => Cell.OfError("#DIV/0!"),
        _ => Cell.OfText(Texts[text]),
    });

    [Fact]
    public void Any_grid_ends_in_a_verdict() =>
        Gen.Select(GenCell.Array[0, 8].Array[0, 12], Gen.Select(Gen.Int[1, 12], Gen.Int[1, 8], Gen.Int[0, 3], Gen.Int[0, 3]).Array[0, 4]).Sample((rows, merges) =>
        {
            var sheet = new Sheet(
                "S",
                false,
                [.. rows.Select((cells, index) => new SheetRow(index + 1, cells))],
                [.. merges.Select(m => new MergedRange(new(m.Item1, m.Item2), new(m.Item1 + m.Item3, m.Item2 + m.Item4)))]);
            var submission = SheetBuilder.Check(OpenedFile.Of(new Workbook(FileFormat.Xlsx, [sheet])));
            CheckJson.Write(Stream.Null, "f", submission, TestPlan.Ordos14());
            Assert.Equal(submission.Findings.Count, submission.FindingCounts.Values.Sum());
        });

    [Fact]
    public void A_value_in_any_layout_unit_and_spelling_reads_back()
    {
        var plan = TestPlan.Ordos14();
        var indicators = plan.Indicators.Where(i => i.Measure != Measure.YesNo && i.PlausibleMin is null or <= 1 && i.PlausibleMax is null or >= 10 && i.Series is null).ToArray();
        Gen.Select(Gen.Int[0, indicators.Length - 1], Gen.Int[100, 999], Gen.Int[0, 1_000], PeriodTextTests.GenPeriod, Gen.Int[0, 3]).Sample((index, digits, choice, any, layout) =>
        {
            var indicator = indicators[index];
            var period = Period.Covering(2021 + any.Year % 5, any.FirstMonth, any.LastMonth) ?? Period.FullYear(2023);
            var units = plan.Units.All.Where(u => u.IsCompatibleWith(indicator.Unit)).ToArray();
            var unit = units[choice % units.Length];
            var expected = digits / 100m;
            decimal written = indicator.Unit.Convert(expected, unit);
            // Only what the other unit writes exactly can be read back exactly.
            if (written != decimal.Round(written, 12) || unit.Convert(written, indicator.Unit) != expected)
                (unit, written) = (indicator.Unit, expected);
            var spellings = PeriodTextTests.Spellings(period);
            var (when, value) = (spellings[choice % spellings.Count], written.ToString("0.############################", CultureInfo.InvariantCulture));
            var builder = layout switch
            {
                0 => SheetBuilder.Of("指标编码|期间|数值|单位", $"{indicator.Id}|{when}|{value}|{unit}"),
                1 => SheetBuilder.Of($"报告期：{when}", "指标名称|数值", $"{indicator.Name}|{value}{unit}"),
                2 => SheetBuilder.Of($"指标名称|单位|{when}", $"{indicator.Name}|{unit}|{value}"),
                _ => SheetBuilder.Of("数值|备注|期间|地区|指标名称|计量单位", $"{value}||{when}|全市|{indicator.Name}|{unit}"),
            };
            var submission = builder.Check(indicator.Department, "2026-12-31");
            Assert.DoesNotContain(submission.Findings, finding => finding.Severity == Core.Validation.Severity.Error);
            var observation = Assert.Single(Normaliser.Observations(submission, plan));
            Assert.Equal((indicator.Id, period.KeyFor(indicator.Measure), expected), (observation.Key.Indicator, observation.Key.Period, observation.Value!.Value));
        });
    }

    [Fact]
    public void The_time_for_a_hundred_thousand_rows_grows_with_the_rows_alone()
    {
        var plan = TestPlan.Ordos14();
        var indicators = plan.Indicators.Where(i => i.Department == "statistics" && i.Unit.Symbol == "%").ToArray();
        var rows = new List<SheetRow> { Row(1, "指标名称", "地区", "期间", "数值", "单位", "备注") };
        for (var number = 2; number <= 100_001; number++)
            rows.Add(Row(number, indicators[number % indicators.Length].Name, plan.Regions[number % 10].Name, $"{2021 + number % 5}年{1 + number % 12}月", "5.4", "%", $"第{number}行"));
        var workbook = Of(rows);
        SheetBuilder.Check(OpenedFile.Of(Of(rows[..100])));

        var (_, taken) = Timed(Of(rows[..10_000]));
        var (submission, takenByAll) = Timed(workbook);

        Assert.Equal(["rows-repeat"], submission.FindingCounts.Keys);
        // Measured against itself, so that a busy machine does not fail the build: what grows with the square takes a hundred times as long.
        Assert.True(takenByAll < 40 * taken + TimeSpan.FromSeconds(2), $"{takenByAll.TotalSeconds:0.0} s after {taken.TotalSeconds:0.0} s");

        static Workbook Of(IReadOnlyList<SheetRow> rows) => new(FileFormat.Xlsx, [new Sheet("S", false, rows, [])]);

        static (CheckedSubmission Submission, TimeSpan Taken) Timed(Workbook workbook)
        {
            var started = System.Diagnostics.Stopwatch.GetTimestamp();
            var submission = SheetBuilder.Check(OpenedFile.Of(workbook), asOf: "2026-12-31");
            return (submission, System.Diagnostics.Stopwatch.GetElapsedTime(started));
        }

        static SheetRow Row(int number, params string[] cells) => new(number, [.. cells.Select(Cell.OfText)]);
    }
}
