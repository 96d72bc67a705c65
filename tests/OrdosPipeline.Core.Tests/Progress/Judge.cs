using System.Globalization;
using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Progress;
using OrdosPipeline.Testing;

namespace OrdosPipeline.Core.Tests.Progress;

/// <summary>Short ways to state an indicator and its values.</summary>
internal static class Judge
{
    /// <summary>An indicator with a target for 2025, reported quarterly, better when higher.</summary>
    public static Indicator Indicator(Measure measure, Basis basis, Comparator comparator = Comparator.AtLeast, decimal? low = 10, decimal? high = null) => new()
    {
        Id = "X001",
        Name = "测试指标",
        NameEn = "Test indicator",
        Unit = new MeasureUnit("个", "count", 1, 1),
        Measure = measure,
        Basis = basis,
        Comparator = comparator,
        TargetLow = comparator == Comparator.None ? null : low,
        TargetHigh = comparator == Comparator.None ? null : high ?? low,
        TargetYear = 2025,
        Department = "statistics",
    };

    /// <summary>Reads <c>2021 7.0; 2022 5.4; 2023Q3YTD 7.0</c>.</summary>
    public static List<SeriesPoint> Series(string text) => [.. text
        .Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(pair => pair.Split(' '))
        .Select(pair => new SeriesPoint(Period.Parse(pair[0]), decimal.Parse(pair[1], CultureInfo.InvariantCulture)))];

    public static Assessment At(string quarter, Indicator indicator, string series, AssessmentTerms? terms = null) =>
        ProgressCalculator.Assess(TestPlan.Ordos14(), indicator, Series(series), ReportingQuarter.Parse(quarter), terms);

    public static Assessment At(string quarter, string id, string series, AssessmentTerms? terms = null) =>
        At(quarter, TestPlan.Ordos14().FindIndicator(id)!, series, terms);

    public static string StatusAt(string quarter, Indicator indicator, string series, AssessmentTerms? terms = null) =>
        At(quarter, indicator, series, terms).Status.Code();

    public static TargetInForce Target(string from, Basis basis, Comparator comparator, decimal? low, decimal? high = null, TargetSource source = TargetSource.Adjusted) => new()
    {
        Source = source,
        EffectiveFrom = ReportingQuarter.Parse(from),
        Basis = basis,
        Comparator = comparator,
        Low = low,
        High = high ?? low,
    };

    public static AssessmentTerms Terms(params TargetInForce[] targets) => new() { Targets = targets };
}
