namespace OrdosPipeline.Documents.Reports.Wording;

internal static partial class Phrases
{
    /// <summary>The columns of a summary that state a figure which a later version may change.</summary>
    public static class Columns
    {
        private static readonly Dictionary<string, Phrase> Names = new(StringComparer.Ordinal)
        {
            ["Status"] = Labels.Status,
            ["Outcome"] = new("认定结果", "Outcome"),
            ["Value"] = Labels.Value,
            ["ValuePeriod"] = Labels.Period,
            ["Baseline"] = Labels.Baseline,
            ["Target"] = Labels.Target,
            ["Progress"] = Labels.Progress,
            ["Schedule"] = Labels.Schedule,
            ["Ratio"] = Labels.Ratio,
            ["NeededPace"] = Labels.NeededPace,
            ["Projected"] = Labels.Projected,
            ["ProjectedLow"] = Labels.ProjectedLow,
            ["ProjectedHigh"] = Labels.ProjectedHigh,
            ["SecondRatio"] = new("第二种方法比值", "Second opinion, ratio"),
            ["SecondBand"] = new("第二种方法等级", "Second opinion, band"),
            ["Margin"] = new("距目标", "Margin"),
            ["YearsMet"] = new("达标年数", "Years met"),
            ["MissingYears"] = new("缺数据年份", "Missing years"),
            ["Red"] = new("亮红灯", "Red"),
            ["Stale"] = Statuses.Stale,
            ["IndicatorsReported"] = Labels.IndicatorsReported,
            ["ProjectsReported"] = Labels.ProjectsReported,
            ["Received"] = Labels.Received,
            ["Accepted"] = Labels.Accepted,
            ["OnTime"] = Labels.OnTime,
        };

        /// <exception cref="KeyNotFoundException">The column states no figure.</exception>
        public static Phrase Of(string column) => Names[column];
    }
}
