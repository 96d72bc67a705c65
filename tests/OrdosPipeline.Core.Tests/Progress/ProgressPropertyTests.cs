using CsCheck;
using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Progress;
using OrdosPipeline.Testing;

namespace OrdosPipeline.Core.Tests.Progress;

/// <summary>What holds for any data.</summary>
public class ProgressPropertyTests
{
    private static readonly PlanCatalogue Plan = TestPlan.Ordos14();

    private static readonly Gen<Period> AnyPeriod = Gen.Select(Gen.Int[2018, 2027], Gen.Int[0, 4], Gen.Int[1, 12]).Select((year, kind, number) => kind switch
    {
        0 => Period.FullYear(year),
        1 => Period.Quarter(year, (number + 2) / 3),
        2 => Period.QuarterYearToDate(year, (number + 2) / 3),
        3 => Period.Month(year, number),
        _ => Period.MonthYearToDate(year, number),
    });

    private static readonly Gen<decimal> AnyValue = Gen.Frequency(
        (6, Gen.Int[-300, 3000].Select(value => value / 10m)),
        (2, Gen.Int[-1, 5].Select(value => (decimal)value)),
        (1, Gen.Decimal),
        (1, Gen.OneOf(Gen.Const(decimal.MaxValue), Gen.Const(decimal.MinValue), Gen.Const(-100m), Gen.Const(100m), Gen.Const(1e-28m))));

    private static readonly Gen<SeriesPoint[]> AnySeries = Gen.Select(AnyPeriod, AnyValue).Select((period, value) => new SeriesPoint(period, value)).Array[0, 30];

    private static readonly Gen<ReportingQuarter> AnyQuarter = Gen.Select(Gen.Int[2021, 2025], Gen.Int[1, 4]).Select((year, number) => new ReportingQuarter(year, number));

    private static readonly Gen<Indicator> AnyIndicator = Gen.Int[0, Plan.Indicators.Count - 1].Select(index => Plan.Indicators[index]);

    [Fact]
    public void No_data_of_any_indicator_throw()
    {
        Gen.Select(AnySeries, AnyQuarter).Sample((series, quarter) =>
        {
            var assessments = Plan.Indicators.Select(indicator => ProgressCalculator.Assess(Plan, indicator, series, quarter));
            Assert.NotEmpty(AssessmentJson.Write(assessments));
        }, iter: 60);
    }

    [Fact]
    public void Any_target_that_fits_can_be_judged()
    {
        var anyTarget = Gen.Select(Gen.Enum<Basis>(), Gen.Enum<Comparator>(), AnyValue, AnyValue, Gen.Enum<Direction>(), AnyQuarter);
        Gen.Select(AnyIndicator, AnySeries, AnyQuarter, anyTarget).Sample((indicator, series, quarter, drawn) =>
        {
            var (basis, comparator, low, high, direction, from) = drawn;
            var target = new TargetInForce
            {
                Source = TargetSource.Adjusted,
                EffectiveFrom = from,
                Basis = basis,
                Comparator = comparator,
                Low = comparator == Comparator.None ? null : low,
                High = comparator == Comparator.None ? null : comparator == Comparator.Range ? Math.Max(low, high) : low,
            };
            var assessment = ProgressCalculator.Assess(Plan, indicator with { Direction = direction }, series, quarter, Judge.Terms(target));
            Assert.NotEmpty(AssessmentJson.Write([assessment]));
        }, iter: 3000);
    }

    [Fact]
    public void Later_of_two_rows_with_one_key_counts()
    {
        Gen.Select(AnyIndicator, AnySeries, AnyQuarter, AnyValue).Sample((indicator, series, quarter, value) =>
        {
            var overwritten = series.Select(point => point with { Value = value });
            Assert.Equal(Text(indicator, series, quarter), Text(indicator, [.. overwritten, .. series], quarter));
        }, iter: 1000);
    }

    [Fact]
    public void Data_after_the_quarter_and_after_the_horizon_change_nothing()
    {
        Gen.Select(AnyIndicator.Where(indicator => indicator.Basis != Basis.Milestone), AnySeries, AnySeries, AnyQuarter).Sample((indicator, series, later, quarter) =>
        {
            var last = quarter.Year <= indicator.TargetYear ? quarter.LastDay : new DateOnly(indicator.TargetYear, 12, 31);
            var added = later.Where(point => point.Period.LastDay > last);
            Assert.Equal(Text(indicator, series, quarter), Text(indicator, [.. series, .. added], quarter));
        }, iter: 1000);
    }

    [Fact]
    public void Better_ratio_is_never_a_worse_status()
    {
        Gen.Select(Gen.Int[-2000, 3000], Gen.Int[-2000, 3000]).Sample((left, right) =>
        {
            var (low, high) = (Rational.OfFraction(Math.Min(left, right), 1000), Rational.OfFraction(Math.Max(left, right), 1000));
            return ProgressCalculator.ByRatio(ProgressSettings.Default, low) >= ProgressCalculator.ByRatio(ProgressSettings.Default, high);
        });
    }

    [Fact]
    public void Order_of_different_keys_does_not_matter()
    {
        Gen.Select(AnyIndicator, AnySeries, AnyQuarter).Sample((indicator, series, quarter) =>
        {
            var distinct = series.DistinctBy(point => (point.Period.Year, point.Period.LastMonth)).ToArray();
            Assert.Equal(Text(indicator, distinct, quarter), Text(indicator, [.. distinct.Reverse()], quarter));
        }, iter: 1000);
    }

    private static string Text(Indicator indicator, SeriesPoint[] series, ReportingQuarter quarter) =>
        System.Text.Encoding.UTF8.GetString(AssessmentJson.Write([ProgressCalculator.Assess(Plan, indicator, series, quarter)]));
}
