namespace OrdosPipeline.Documents.Reports.Wording;

internal static partial class Phrases
{
    /// <summary>Headings, column heads and other words that stand alone.</summary>
    public static class Labels
    {
        public static readonly Phrase Overview = new("总体情况", "Overall");
        public static readonly Phrase Headline = new("主要指标", "Headline indicators");
        public static readonly Phrase Binding = new("约束性指标", "Binding indicators");
        public static readonly Phrase Expected = new("预期性指标", "Expected indicators");
        public static readonly Phrase AllIndicators = new("全部指标", "All indicators");
        public static readonly Phrase MonitoredIndicators = new("监测指标", "All indicators");
        public static readonly Phrase OtherIndicators = new("其他指标", "Other indicators");
        public static readonly Phrase Attention = new("需要重点关注的指标", "Indicators that need attention");
        public static readonly Phrase ByPart = new("各篇指标", "Indicators by part of the plan");
        public static readonly Phrase ByDepartment = new("各部门承担指标", "Indicators by department");
        public static readonly Phrase ByRegion = new("旗区评价", "Banners and districts");
        public static readonly Phrase Projects = new("重点工程", "Projects");
        public static readonly Phrase Reporting = new("数据报送情况", "Reporting by departments");
        public static readonly Phrase Tensions = new("《纲要》中需要注意的表述", "Statements of the plan to be read together");
        public static readonly Phrase Adjustments = new("目标的下达与调整", "Targets assigned and adjusted");
        public static readonly Phrase Annual = new("年度计划目标", "Targets of the annual plan");
        public static readonly Phrase Differences = new("与上一版的差异", "Changes since the last version");
        public static readonly Phrase Method = new("评价方法与阈值", "Method and thresholds");
        public static readonly Phrase Tasks = new("需要办理的事项", "What is to be done");
        public static readonly Phrase Contents = new("目录", "Contents");
        public static readonly Phrase SkipToContent = new("跳到正文", "Skip to the content");

        public static readonly Phrase Id = new("编码", "Code");
        public static readonly Phrase Indicator = new("指标", "Indicator");
        public static readonly Phrase Project = new("工程项目", "Project");
        public static readonly Phrase Attribute = new("属性", "Kind");
        public static readonly Phrase Unit = new("单位", "Unit");
        public static readonly Phrase Baseline = new("基期值", "Baseline");
        public static readonly Phrase Value = new("当前值", "Latest");
        public static readonly Phrase Period = new("时期", "Period");
        public static readonly Phrase Target = new("目标", "Target");
        public static readonly Phrase TargetText = new("目标（文字）", "Target in words");
        public static readonly Phrase TargetYear = new("完成年份", "Target year");
        public static readonly Phrase Progress = new("完成进度", "Progress");
        public static readonly Phrase Schedule = new("时序进度", "Schedule");
        public static readonly Phrase Ratio = new("进度比", "Ratio");
        public static readonly Phrase Status = new("评价", "Status");
        public static readonly Phrase NeededPace = new("今后每年所需", "Needed a year");
        public static readonly Phrase Projected = new("按趋势推算", "Projected");
        public static readonly Phrase ProjectedLow = new("推算下限", "Projected, low");
        public static readonly Phrase ProjectedHigh = new("推算上限", "Projected, high");
        public static readonly Phrase Points = new("数据点数", "Points");
        public static readonly Phrase Department = new("责任部门", "Department");
        public static readonly Phrase Region = new("地区", "Region");
        public static readonly Phrase Part = new("篇", "Part");
        public static readonly Phrase Source = new("数据来源", "Source");
        public static readonly Phrase Formula = new("评价公式", "Formula");
        public static readonly Phrase Change = new("与上季度相比", "Since last quarter");
        public static readonly Phrase SecondOpinion = new("第二种方法", "Second opinion");
        public static readonly Phrase Evidence = new("数据依据", "Evidence");
        public static readonly Phrase Quote = new("《纲要》原文", "Text of the plan");
        public static readonly Phrase Note = new("说明", "Note");
        public static readonly Phrase Related = new("参见", "See also");
        public static readonly Phrase Details = new("依据与来源", "Basis and source");
        public static readonly Phrase Parent = new("上级项目", "Part of");
        public static readonly Phrase ConstructionYears = new("建设年限", "Years");
        public static readonly Phrase Veto = new("一票否决", "veto");

        public static readonly Phrase Total = new("合计", "Total");
        public static readonly Phrase Judged = new("可评价", "Judged");
        public static readonly Phrase OnTrackShare = new("占可评价的比重", "Share of those judged");
        public static readonly Phrase OnTrack = new("符合或好于预期", "On schedule or better");
        public static readonly Phrase OffTrack = new("慢于预期", "Behind schedule");
        public static readonly Phrase NotAchieved = new("没有完成", "Not achieved");
        public static readonly Phrase NotJudged = new("尚不能评价或未到期", "Cannot be judged, or not due");
        public static readonly Phrase AtAGlance = new("各类评价结果（项）", "Results by group");
        public static readonly Phrase Meaning = new("含义", "Meaning");
        public static readonly Phrase Brief = new("内 容 提 要", "In brief");
        public static readonly Phrase Judgement = new("总体判断", "Judgement");
        public static readonly Phrase MissingData = new("数据报送", "Returns");
        public static readonly Phrase CatchingUp = new("追赶所需", "What it takes");
        public static readonly Phrase HeadlineProgress = new("主要指标进展", "Progress of the headline indicators");
        public static readonly Phrase ProjectsByPart = new("各篇重点工程", "Projects by part of the plan");
        public static readonly Phrase ChartsTitle = new("主要指标进度图", "Charts of the headline indicators");
        public static readonly Phrase Colon = new("：", ": ");
        public static readonly Phrase Group = new("类别", "Group");

        public static readonly Phrase IndicatorsDue = new("应报指标", "Indicators due");
        public static readonly Phrase IndicatorsReported = new("已报指标", "Indicators reported");
        public static readonly Phrase ProjectsDue = new("应报工程", "Projects due");
        public static readonly Phrase ProjectsReported = new("已报工程", "Projects reported");
        public static readonly Phrase Received = new("收到", "Received");
        public static readonly Phrase Accepted = new("通过", "Accepted");
        public static readonly Phrase Timeliness = new("时效", "Timeliness");
        public static readonly Phrase LastAccepted = new("最近通过时间", "Last accepted");
        public static readonly Phrase OnTime = new("按时", "on time");
        public static readonly Phrase Late = new("迟报", "late");
        public static readonly Phrase NotAccepted = new("未通过", "not accepted");
        public static readonly Phrase NotReported = new("未报", "missing");

        public static readonly Phrase Submission = new("报送编号", "Submission");
        public static readonly Phrase File = new("文件", "File");
        public static readonly Phrase Sheet = new("工作表", "Sheet");
        public static readonly Phrase Cell = new("单元格", "Cell");
        public static readonly Phrase AsWritten = new("原文", "As written");
        public static readonly Phrase Revision = new("修订次数", "Revisions");
        public static readonly Phrase UploadedAt = new("报送时间", "Uploaded");
        public static readonly Phrase Code = new("代码", "Code");
        public static readonly Phrase Submissions = new("涉及报送", "Submissions");
        public static readonly Phrase Inconsistencies = new("数据之间的矛盾", "Figures that do not agree");
        public static readonly Phrase Count = new("数量", "Count");

        public static readonly Phrase Effective = new("生效季度", "Effective from");
        public static readonly Phrase From = new("原目标", "From");
        public static readonly Phrase To = new("新目标", "To");
        public static readonly Phrase Authority = new("批准机关", "Approved by");
        public static readonly Phrase Document = new("文号", "Document");
        public static readonly Phrase Date = new("日期", "Date");
        public static readonly Phrase Reason = new("理由", "Reason");
        public static readonly Phrase Kind = new("类型", "Kind");
        public static readonly Phrase Changes = new("变化", "Changes");
        public static readonly Phrase SheetDifferences = new("版本差异", "Changes");
        public static readonly Phrase Before = new("上一版", "Before");
        public static readonly Phrase Now = new("本版", "Now");
        public static readonly Phrase Figure = new("数据项", "Figure");

        public static readonly Phrase Filter = new("筛选", "Filter");
        public static readonly Phrase AllOf = new("全部", "All");
        public static readonly Phrase SearchText = new("名称或编码", "Name or code");
        public static readonly Phrase Shown = new("显示 {0} 项", "{0} shown");
        public static readonly Phrase Reset = new("清除", "Reset");

        public static readonly Phrase Actual = new("实际", "Actual");
        public static readonly Phrase SchedulePath = new("时序进度线", "Schedule");
        public static readonly Phrase TargetMark = new("目标", "Target");
        public static readonly Phrase BaselineMark = new("基期", "Baseline");
        public static readonly Phrase ProjectionLine = new("趋势推算", "Projection");
        public static readonly Phrase ProjectionRange = new("95%区间", "95% range");
        public static readonly Phrase Revised = new("已修订", "Revised");

        public static readonly Phrase Yes = new("是", "yes");
        public static readonly Phrase No = new("否", "no");
        public static readonly Phrase None = new("—", "—");
        public static readonly Phrase AverageOf = new("年均", "a year on average");
        public static readonly Phrase CumulativeOf = new("累计", "cumulative");
        public static readonly Phrase ChangeOf = new("比基期", "since the baseline");
        public static readonly Phrase Physical = new("形象进度", "physical progress");
        public static readonly Phrase Investment = new("完成投资", "investment");

        public static readonly Phrase SheetNotes = new("说明", "About");
        public static readonly Phrase SheetAssessments = new("指标评价", "Assessments");
        public static readonly Phrase SheetSeries = new("数据序列", "Series");
        public static readonly Phrase SheetProjects = new("重点工程", "Projects");
        public static readonly Phrase SheetCompleteness = new("报送情况", "Completeness");
        public static readonly Phrase SheetFindings = new("校验问题", "Findings");
        public static readonly Phrase SheetScoreboards = new("汇总", "Scoreboards");

        public static readonly Phrase Annex = new("附件", "Annex");
        public static readonly Phrase AnnexNumber = new("附件{0}", "Annex {0}");
        public static readonly Phrase Table = new("表{0}", "Table {0}");
    }
}
