using OrdosPipeline.Core.Progress;

namespace OrdosPipeline.Documents.Reports.Wording;

internal static partial class Phrases
{
    /// <summary>How progress is judged, as every report states it.</summary>
    public static class Methods
    {
        public static readonly Phrase Intro = new(
            "各指标按其性质选用公式评价，与最近一期数据所在时点的线性时序进度比较。进度比等于完成进度除以时序进度。没有数据的指标不评价，也不计为零。",
            "Each indicator is judged by the formula that fits it and held against a linear schedule at the date of its latest data. The ratio is progress divided by schedule. An indicator without data is not judged, and never counted as zero.");

        public static readonly Phrase Thresholds = new(
            "国家和自治区没有公布快于、符合、慢于预期的数量界限，本报告采用以下可调整的界限：进度比不低于{0}为快于预期，不低于{1}为符合预期，不低于{2}为慢于预期，低于{2}为严重滞后。",
            "No authority has published thresholds, so this report uses its own, which can be set: a ratio of at least {0} is ahead, at least {1} on schedule, at least {2} behind, and below {2} far behind.");

        public static readonly Phrase Tolerance = new("“左右”按目标值上下{0}掌握。", "“About” (左右) means within {0} of the target.");
        public static readonly Phrase Staleness = new(
            "季度指标的数据超过{0}个季度、年度指标的数据超过{1}个季度未更新的，标注“数据过期”。",
            "Data of a quarterly indicator older than {0} quarters, and of a yearly one older than {1}, are marked as out of date.");

        public static readonly Phrase Deadline = new("季度结束后{0}天内报送为按时。", "A return is on time within {0} days after the end of the quarter.");
        public static readonly Phrase Red = new(
            "约束性指标慢于预期、严重滞后、未守住、未完成或逾期的，亮红灯。",
            "A binding indicator that is behind, far behind, not kept, missed or overdue is red.");

        public static readonly Phrase Assumed = new(
            "《纲要》未写明完成年份的目标，以规划期最后一年为限，表中标注“*”。",
            "Where the plan gives no year, its last year is taken; such targets carry an asterisk.");

        public static readonly Phrase Rounding = new(
            "数据按四舍五入显示；判断使用未经舍入的数据，舍入后会与界限混淆的，多保留小数位。",
            "Figures are rounded half away from zero when shown, with more digits where rounding would move them across a threshold; unrounded figures are judged.");

        public static readonly Phrase Projection = new(
            "推算值以全部数据点（含基期）作最小二乘直线外推，增速类指标以至今的平均增速延续；至少要有三个数据点，区间为95%预测区间。",
            "A projection continues the least-squares line through all points and the baseline, or the average growth so far; it takes at least three points, and the range is a 95% prediction range.");

        public static readonly Phrase TargetsPrinted = new(
            "目标照录《纲要》原文，方括号内为五年累计数。",
            "Targets are those of the plan; the numbers are in the unit of the indicator.");

        public static readonly Phrase Reference = new("公式的完整定义和算例见系统所附 METHODOLOGY.md。", "METHODOLOGY.md of the system has the full definitions with worked examples.");
        public static readonly Phrase FormulaTable = new("评价公式", "Formulas");
        public static readonly Phrase LegendTable = new("评价用语", "Statuses");

        private static readonly Dictionary<Method, Phrase> Names = new()
        {
            [Method.M1] = new("水平：（现值－基期）÷（目标－基期）", "Level: (value − baseline) ÷ (target − baseline)"),
            [Method.M2] = new("守住：现值是否在目标界限之内", "Bound: whether the value keeps within the target"),
            [Method.M3] = new("年均增速：至今增长指数的对数÷目标增长指数的对数", "Average growth: log of the growth index so far ÷ log of the index aimed at"),
            [Method.M4] = new("累计：累计数÷五年目标", "Cumulative: the sum so far ÷ the target"),
            [Method.M5] = new("增减：比基期的变动÷目标变动", "Change: the change since the baseline ÷ the change aimed at"),
            [Method.M6] = new("逐年数量：当年数÷年度目标", "Yearly amount: the amount of the year ÷ its target"),
            [Method.M6g] = new("逐年增速：当年增速是否达到目标", "Yearly rate: whether the rate of the year meets the target"),
            [Method.M7] = new("节点：是否已经完成", "Milestone: whether it is done"),
            [Method.M8] = new("待下达：目标下达后再评价", "Pending: judged once the target is assigned"),
            [Method.M9] = new("工程：形象进度，或投资、工程量完成比例", "Project: physical progress, else the share of investment or quantities done"),
        };

        private static readonly Dictionary<SecondOpinionBand, Phrase> Bands = new()
        {
            [SecondOpinionBand.TargetAchieved] = new("目标已达到", "target achieved"),
            [SecondOpinionBand.Substantial] = new("进展显著", "substantial progress"),
            [SecondOpinionBand.Moderate] = new("进展一般", "moderate progress"),
            [SecondOpinionBand.Limited] = new("进展有限", "limited progress"),
            [SecondOpinionBand.Deterioration] = new("背离目标", "deterioration"),
        };

        public static string Of(Method method, ReportLanguage language) => Names[method].In(language);

        public static string Of(SecondOpinionBand band, ReportLanguage language) => Bands[band].In(language);
    }
}
