using OrdosPipeline.Core.Plan;

namespace OrdosPipeline.Documents.Reports.Wording;

/// <summary>Every label and sentence of the reports, in both languages side by side.</summary>
internal static partial class Phrases
{
    /// <summary>Units: in Chinese as the catalogue writes them, in English by this table.</summary>
    public static class Units
    {
        public static readonly Phrase PercentagePoints = new("个百分点", " percentage points");

        private static readonly Dictionary<string, string> English = new(StringComparer.Ordinal)
        {
            ["/10万"] = "per 100,000",
            ["万亩"] = "10,000 mu",
            ["万人"] = "10,000 persons",
            ["万人次"] = "10,000 visits",
            ["万千瓦"] = "10,000 kW",
            ["万只"] = "10,000 head",
            ["万头"] = "10,000 head",
            ["万吨"] = "10,000 t",
            ["万平方米"] = "10,000 m²",
            ["万户"] = "10,000 households",
            ["万株"] = "10,000 trees",
            ["万立方米"] = "10,000 m³",
            ["个"] = "",
            ["个百分点"] = "percentage points",
            ["人"] = "persons",
            ["人次"] = "visits",
            ["亿元"] = "100 million yuan",
            ["亿吨"] = "100 million t",
            ["亿吨标煤"] = "100 million tce",
            ["亿立方米"] = "100 million m³",
            ["件"] = "",
            ["元"] = "yuan",
            ["公里"] = "km",
            ["千米"] = "km",
            ["台"] = "",
            ["吨"] = "t",
            ["回"] = "circuits",
            ["场"] = "",
            ["处"] = "",
            ["家"] = "",
            ["小时"] = "hours",
            ["岁"] = "years",
            ["平方千米"] = "km²",
            ["平方公里"] = "km²",
            ["平方米"] = "m²",
            ["平方米/人"] = "m² per person",
            ["年"] = "years",
            ["座"] = "",
            ["户"] = "households",
            ["所"] = "",
            ["批次/千人"] = "batches per 1,000 persons",
            ["条"] = "",
            ["次"] = "times",
            ["眼"] = "wells",
            ["系数"] = "",
            ["级"] = "",
            ["项"] = "",
        };

        /// <summary>The unit for a column of its own; empty for yes or no.</summary>
        public static string Of(MeasureUnit unit, ReportLanguage language) =>
            unit.Symbol == "是否" ? ""
            : language == ReportLanguage.English ? English.GetValueOrDefault(unit.Symbol, unit.Symbol)
            : unit.Symbol == "系数" ? "" : unit.Symbol;
    }
}
