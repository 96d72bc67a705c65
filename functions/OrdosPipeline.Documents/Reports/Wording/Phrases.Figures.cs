namespace OrdosPipeline.Documents.Reports.Wording;

internal static partial class Phrases
{
    /// <summary>Sentences about one indicator or project.</summary>
    public static class Figures
    {
        public static readonly Phrase Level = new("{0}为{1}", "{1} ({0})");
        public static readonly Phrase AverageGrowth = new("规划期以来年均增长{1}（截至{0}）", "grew {1} a year on average up to {0}");
        public static readonly Phrase Cumulative = new("规划期以来累计{1}（截至{0}）", "{1} since the start of the plan (up to {0})");
        public static readonly Phrase ChangeUp = new("{0}比基期提高{1}", "{1} above the baseline ({0})");
        public static readonly Phrase ChangeDown = new("{0}比基期降低{1}", "{1} below the baseline ({0})");
        public static readonly Phrase ReductionSum = new("规划期以来累计降低{1}（截至{0}）", "reduced by {1} since the start of the plan (up to {0})");
        public static readonly Phrase YearAmount = new("{0}完成{1}", "{1} in {0}");
        public static readonly Phrase FromBaseline = new("基期（{0}）为{1}", "from {1} ({0})");
        public static readonly Phrase TargetIs = new("目标为{0}", "the target is {0}");
        public static readonly Phrase TargetWithYear = new("{0}目标为{1}", "the target for {0} is {1}");
        public static readonly Phrase ProgressOfSchedule = new("完成进度{0}，时序进度{1}", "progress {0} against a schedule of {1}");
        public static readonly Phrase MarginMet = new("较目标好{0}", "{0} on the good side of the target");
        public static readonly Phrase MarginMissed = new("距目标差{0}", "{0} short of the target");
        public static readonly Phrase MarginExact = new("恰在目标线上", "exactly at the target");
        public static readonly Phrase PaceGrowth = new("今后年均需增长{0}", "needs {0} a year from now on");
        public static readonly Phrase PaceEnough = new("今后年均增长不低于{0}即可达到目标", "{0} a year from now on is enough");
        public static readonly Phrase PaceUp = new("今后每年需提高{0}", "has to rise by {0} a year from now on");
        public static readonly Phrase PaceDown = new("今后每年需降低{0}", "has to fall by {0} a year from now on");
        public static readonly Phrase PaceAmount = new("今后每年需完成{0}", "needs {0} a year from now on");
        public static readonly Phrase ProjectedTo = new("按现有趋势推算，到{0}末{4}为{1}（95%区间{2}至{3}）", "at the pace so far {1} {4} by the end of {0} (95% range {2} to {3})");
        public static readonly Phrase MilestoneDone = new("已完成", "done");
        public static readonly Phrase MilestoneOpen = new("尚未报告完成，完成时限为{0}末", "not reported as done; due by the end of {0}");
        public static readonly Phrase MilestoneOverdue = new("完成时限为{0}末，未报告完成", "was due by the end of {0} and has not been reported as done");
        public static readonly Phrase Pending = new("目标由上级下达，目前尚未下达", "the target is set by a higher authority and has not been assigned yet");
        public static readonly Phrase NoData = new("没有收到数据", "no data have been received");
        public static readonly Phrase MissingYears = new("缺少{0}的数据，不能评价", "cannot be judged without the data of {0}");
        public static readonly Phrase NoBaseline = new("没有基期数据，不能计算进度", "has no baseline to measure progress from");
        public static readonly Phrase Recorded = new("《纲要》没有给出数值目标，仅作记录", "recorded only, since the plan gives no number");
        public static readonly Phrase StaleNote = new("数据已满{0}个季度未更新", "the data are {0} full quarters old");
        public static readonly Phrase Judgement = new("评价为“{0}”", "status: {0}");
        public static readonly Phrase FigureChanged = new("{0}由{1}变为{2}", "{0} from {1} to {2}");
        public static readonly Phrase OutcomeIs = new("认定为“{0}”", "outcome: {0}");
        public static readonly Phrase OutcomeOpen = new("没有{0}数据，尚不能认定是否完成", "cannot be determined without the data of {0}");
        public static readonly Phrase RatioChange = new("进度比由{0}变为{1}", "the ratio went from {0} to {1}");
        public static readonly Phrase StatusChange = new("由“{0}”变为“{1}”", "from “{0}” to “{1}”");
        public static readonly Phrase SameStatus = new("未变（{0}）", "unchanged ({0})");
        public static readonly Phrase EvidenceOf = new("{0}个数据点，最近一期为{1}", "{0} {0|point|points}, the latest of {1}");
        public static readonly Phrase SecondOpinionOf = new("Open SDG 方法：实际增速为所需增速的{0}倍，{1}", "Open SDG: growth is {0} times what is required, {1}");
        public static readonly Phrase YearsMet = new("规划期以来有{0}个年度达到目标", "met the target in {0} {0|year|years} of the plan so far");
        public static readonly Phrase NoYearMet = new("规划期以来没有年度达到目标", "has not met the target in any year of the plan so far");
        public static readonly Phrase About = new("{0}左右", "about {0}");
        public static readonly Phrase AtLeast = new("不低于{0}", "at least {0}");
        public static readonly Phrase AtMost = new("不高于{0}", "at most {0}");
        public static readonly Phrase MoreThan = new("高于{0}", "above {0}");
        public static readonly Phrase LessThan = new("低于{0}", "below {0}");
        public static readonly Phrase Between = new("{0}至{1}", "{0} to {1}");
        public static readonly Phrase Completed = new("完成", "completed");
        public static readonly Phrase ByAuthority = new("由上级下达", "set by a higher authority");
        public static readonly Phrase NoNumber = new("未给出数值", "no number given");
        public static readonly Phrase CumulativeTarget = new("五年累计{0}", "{0} in five years together");
        public static readonly Phrase YearlyTarget = new("每年{0}", "{0} every year");
        public static readonly Phrase AverageTarget = new("年均{0}", "{0} a year on average");
        public static readonly Phrase ChangeTarget = new("比基期变动{0}", "a change of {0}");
        public static readonly Phrase SourceLine = new("{0}，{1}，原文“{2}”，报送编号{3}", "{0}, {1}, written “{2}”, submission {3}");
        public static readonly Phrase SheetAndCell = new("工作表“{0}”{1}", "sheet “{0}”, {1}");
        public static readonly Phrase ChartDescription = new("{0}：{1}。", "{0}: {1}.");
    }
}
