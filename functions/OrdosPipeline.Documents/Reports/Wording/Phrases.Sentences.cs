namespace OrdosPipeline.Documents.Reports.Wording;

internal static partial class Phrases
{
    /// <summary>Titles and sentences about the whole quarter.</summary>
    public static class Sentences
    {
        public static readonly Phrase TitleAbout = new("关于{0}", "{0}");
        public static readonly Phrase TitleQuarterly = new("{0}实施情况的监测报告", "Monitoring report on {0}");
        public static readonly Phrase TitleAnnual = new("{0}度实施情况的评估报告", "Annual evaluation, {0}");
        public static readonly Phrase TitleMidTerm = new("实施情况的中期评估报告", "Mid-term evaluation");
        public static readonly Phrase TitleFinal = new("实施情况的总结评估报告", "Final evaluation");
        public static readonly Phrase ShortPlan = new("“{0}”规划《纲要》", "{0}");
        public static readonly Phrase ToGovernment = new("市人民政府：", "To the Municipal People's Government:");
        public static readonly Phrase ToCongress = new("市人民代表大会常务委员会：", "To the Standing Committee of the Municipal People's Congress:");
        public static readonly Phrase FromCommission = new("{0}发展和改革委员会", "Development and Reform Commission of {0}");
        public static readonly Phrase FromGovernment = new("{0}人民政府", "People's Government of {0}");
        public static readonly Phrase Version = new("第{0}版", "Version {0}");
        public static readonly Phrase DataUntil = new("数据截至{0}（北京时间），{1}。", "Data as known on {0} (China time), {1}.");

        public static readonly Phrase OpeningQuarterly = new(
            "按照《{0}》关于定期报告规划目标和主要任务实施进展情况的要求，根据各部门、各旗区报送的数据，对截至{1}末的实施情况进行了监测。",
            "As the {0} requires, its progress up to the end of {1} has been monitored from the figures that departments, banners and districts have handed in.");

        public static readonly Phrase OpeningEvaluation = new(
            "按照《{0}》关于规划实施评估的要求，根据各部门、各旗区报送的数据，对截至{1}末的实施情况进行了评估。",
            "As the {0} requires, its progress up to the end of {1} has been evaluated from the figures that departments, banners and districts have handed in.");

        public static readonly Phrase TimeShare = new("到本季度末，规划期已过{0}。", "By the end of the quarter {0} of the plan's time has passed.");
        public static readonly Phrase TimeOver = new("规划期已经届满。", "The plan's time is over.");

        /// <summary>Which of a group can be judged, how many are on schedule or better, and each standing.</summary>
        public static readonly Phrase GroupJudged = new(
            "{0}项{1}中，可以评价的有{2}项：{3}。符合或好于预期的共{4}项，占可评价的{5}。",
            "{1}, {0} in all: {2} can be judged ({3}). {4} {4|is|are} on schedule or better, {5} of those judged.");

        public static readonly Phrase GroupFinal = new(
            "{0}项{1}中，{2}。",
            "{1}, {0} in all: {2}.");

        public static readonly Phrase SharesNote = new("百分数为占可评价指标（工程）的比重。", "Percentages are of those that can be judged.");
        public static readonly Phrase AndOthers = new("{0}等{1}项。", "{0} and others, {1} in all.");
        public static readonly Phrase HeadlineWithout = new("其余{0}项主要指标没有可用数据：{1}。", "There are no usable data of the other {0}: {1}.");
        public static readonly Phrase ChartLegend = new(
            "图例：蓝实线为实际，灰虚线为时序进度，□为基期，◆为目标，棕点线为趋势推算，竖条为其95%区间。横轴年份刻度为该年年末。",
            "Blue: actual; dashed grey: schedule; □ baseline; ◆ target; dotted brown: projection, the bar its 95% range. Each year stands at its end.");

        public static readonly Phrase NoneJudged = new("{0}项{1}目前均不能评价或未到期：{2}。", "{1}, {0} in all: none can be judged yet ({2}).");
        public static readonly Phrase NotJudged = new("尚不能评价或未到期的{0}项：{1}。", "{0} cannot be judged or {0|is|are} not due: {1}.");
        public static readonly Phrase CountOf = new("{0}{1}项", "{1} {0}");

        public static readonly Phrase BindingRed = new("{0}项约束性指标中，{1}项亮红灯：{2}。", "Of the {0} binding indicators {1} {1|is|are} red: {2}.");
        public static readonly Phrase BindingClear = new(
            "{0}项约束性指标中，可以评价的{1}项均未出现慢于预期、未守住、未完成或逾期的情况。",
            "Of the {0} binding indicators, none of the {1} that can be judged is behind, broken, missed or overdue.");

        public static readonly Phrase ProjectsWithout = new("{0}项重点工程均没有收到进展数据。", "No progress of the {0} projects has been reported.");
        public static readonly Phrase ProjectsSeparate = new("工程与其子项分别评价，不相加。", "A project and its components are judged separately and never added.");

        public static readonly Phrase Returns = new(
            "应报送数据的部门和旗区{0}个，已报送{1}个，报送率{2}；按时报送{3}个，按时率{4}（截止日期为{5}）。",
            "{0} departments, banners and districts were due to report; {1} {1|has|have} ({2}), {3} on time ({4}; the deadline was {5}).");

        public static readonly Phrase ReturnsMissing = new("尚未报送的有{0}个：{1}。", "{0} {0|is|are} missing: {1}.");
        public static readonly Phrase ReturnsLate = new("迟报的有{0}个：{1}。", "{0} {0|was|were} late: {1}.");
        public static readonly Phrase ReturnsRejected = new("已报送但未通过校验的有{0}个：{1}。", "{0} reported, but nothing was accepted: {1}.");
        public static readonly Phrase ReturnsNotDue = new("本季度没有应报送的部门。", "Nobody was due to report this quarter.");

        public static readonly Phrase AttentionRed = new("以下{0}项约束性指标亮红灯。", "{0} binding {0|indicator is|indicators are} red.");
        public static readonly Phrase AttentionOther = new("以下{0}项其他主要指标慢于预期或未完成。", "{0} other headline {0|indicator is|indicators are} behind or missed.");
        public static readonly Phrase BehindOthers = new(
            "主要指标以外慢于预期或未完成的指标有{0}项：{1}。各项情况见附件1。",
            "{0} {0|indicator|indicators} outside the headline table {0|is|are} behind or missed: {1}. See annex 1.");

        public static readonly Phrase BehindOfPart = new("{0}{1}项，即{2}", "{0}, {1}: {2}");
        public static readonly Phrase BehindOthersTitle = new("主要指标以外慢于预期或未完成的指标{0}项", "{0} {0|indicator|indicators} outside the headline table behind or missed");
        public static readonly Phrase AttentionBehind = new("以下{0}项主要指标慢于预期或未完成。", "{0} headline {0|indicator is|indicators are} behind or missed.");
        public static readonly Phrase AttentionNone = new("可以评价的指标中没有慢于预期、未完成或逾期的。", "None of the indicators that can be judged is behind, missed or overdue.");
        public static readonly Phrase OverdueOnes = new("到期未报告完成的节点指标有{0}项：{1}。", "{0} {0|milestone is|milestones are} overdue: {1}.");
        public static readonly Phrase OverdueOfYear = new("{0}末到期的{1}项，即{2}", "due by the end of {0}, {1}: {2}");
        public static readonly Phrase ToldBefore = new("前一部分已说明的不再重复。", "Those told in the section before are not repeated.");
        public static readonly Phrase HeadlineIntroFinal = new(
            "总结评估以目标年份的数据认定是否完成；没有目标年份数据的，不作认定。",
            "The final evaluation says from the figures of the target year whether a target was reached; without them it says nothing.");

        public static readonly Phrase SharesOfAllNote = new("百分数为占该类指标（工程）总数的比重。", "Percentages are of the whole group.");
        public static readonly Phrase StaleOnes = new("数据过期的指标有{0}项：{1}。", "The data of {0} {0|indicator is|indicators are} out of date: {1}.");

        public static readonly Phrase TaskCatchUp = new("追赶进度", "Catch up");
        public static readonly Phrase TaskReport = new("补报数据", "Report missing data");
        public static readonly Phrase TaskTargets = new("落实目标", "Obtain targets");
        public static readonly Phrase TaskTargetsText = new(
            "以下{0}项指标的目标须由上级下达，目前尚未下达，不能评价：{1}。",
            "The targets of {0} {0|indicator|indicators} are to be set by a higher authority and have not been assigned, so that they cannot be judged: {1}.");

        public static readonly Phrase TaskSeries = new(
            "以下主要指标因缺少数据不能评价，请责任部门补报：{0}。",
            "These headline indicators cannot be judged for lack of data, which the departments in brackets are asked to report: {0}.");

        public static readonly Phrase HeadlineIntro = new(
            "各指标以最近一期数据所在时点的时序进度为准进行评价，图中虚线为时序进度线，实线为实际值。",
            "Each indicator is held against the schedule at the date of its latest data. In the charts the dashed line is the schedule, the solid line what was reported.");

        public static readonly Phrase NoDataOf = new("尚无数据或尚未报告完成的指标{0}项", "{0} {0|indicator|indicators} without data or not reported as done");
        public static readonly Phrase NoDataProjects = new("尚无进展数据的工程{0}项", "{0} {0|project|projects} without a report");
        public static readonly Phrase PartTitle = new("第{0}篇　{1}", "Part {0}: {1}");
        public static readonly Phrase PartNumber = new("第{0}篇", "Part {0}");
        public static readonly Phrase PartOther = new("其他", "Other");
        public static readonly Phrase AnnexIntro = new("共{0}项", "{0} in all");

        public static readonly Phrase TensionIntro = new(
            "《纲要》对以下同一事项有不同表述，分别评价，一并列出。",
            "The plan says different things about the following; each is judged by itself, and they are shown together.");

        public static readonly Phrase ReadingsIntro = new("《纲要》中的下列表述，按以下口径掌握。", "These statements of the plan are read as follows.");
        public static readonly Phrase DifferencesIntro = new("与第{0}版相比，{1}处数据有变化。", "{1} {1|figure has|figures have} changed since version {0}.");
        public static readonly Phrase AnnualIntro = new("以下指标另有年度计划目标，单独评价，不影响五年目标的评价。", "These indicators have a target of the annual plan too, judged beside that of the five years.");
        public static readonly Phrase Printed = new("鄂尔多斯市规划实施监测", "Plan monitoring");
        public static readonly Phrase SeeAnnexes = new("附件：{0}", "Annexes: {0}");
        public static readonly Phrase AnnexIndicators = new("全部指标评价表", "Assessments of all indicators");
        public static readonly Phrase AnnexProjects = new("重点工程评价表", "Assessments of all projects");
        public static readonly Phrase AnnexReturns = new("数据报送情况表", "Reporting by departments");
        public static readonly Phrase AnnexMethod = new("评价方法与阈值", "Method and thresholds");
    }
}
