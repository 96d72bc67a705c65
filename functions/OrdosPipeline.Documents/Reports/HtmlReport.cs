using System.Globalization;
using System.Net;
using System.Text;
using OrdosPipeline.Core.Normalisation;
using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Progress;
using OrdosPipeline.Core.Reporting;

namespace OrdosPipeline.Documents.Reports;

/// <summary>Writes <c>report.html</c>: one file that needs nothing beside it, for a browser, a phone or a printer.</summary>
public sealed class HtmlReport : IReportWriter
{
    private static readonly string Style = ReadResource("report.css");

    private const string Legend = """
        <p class="legend"><span class="status good">绿</span> 快于预期、守住、完成 <span class="status fair">蓝</span> 符合预期 <span class="status slow">黄</span> 慢于预期 <span class="status bad">红</span> 严重滞后、未守住、未完成、逾期 <span class="status">灰</span> 尚不能评价或未到期</p>
        <p class="legend">进度：色条为完成进度，竖线为时序进度，后附两者的百分数；进度比为前者与后者之比。目标照录纲要原文，[ ] 内为五年累计数，* 表示原文未写明年份、按规划期末掌握。当前值下注“年均”“累计”“增减”的，是规划期以来的年均增速、累计数和比基期的增减。所需年均是今后每年需要的增速（%）或数量（按指标的单位）。来源是报送的文件、工作表和单元格。</p>
        """;

    public string FileName => "report.html";

    public string ContentType => "text/html; charset=utf-8";

    public async Task WriteAsync(QuarterSummary summary, Stream output)
    {
        await using var writer = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true) { NewLine = "\n" };
        foreach (var part in Parts(summary))
            await writer.WriteLineAsync(part);
    }

    private static IEnumerable<string> Parts(QuarterSummary summary)
    {
        var title = $"{summary.Quarter.Year}年第{"一二三四"[summary.Quarter.Number - 1]}季度规划实施监测小结";
        yield return $"""
            <!DOCTYPE html>
            <html lang="zh-CN">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{Text(title)}</title>
            <style>{Style}</style>
            </head>
            <body>
            <header><div>
            <h1>{Text(title)}</h1>
            <p>{Text(summary.Plan.Name)}</p>
            <p class="muted">数据截至 {ChinaTime.MinuteOf(summary.AsOf)}（北京时间）· 第 {summary.Version} 版 · 数据与进度均以各指标最近一期为准</p>
            <nav><a href="#overview">总体</a><a href="#headline">主要指标</a><a href="#parts">各篇指标</a><a href="#projects">重点工程</a><a href="#departments">报送情况</a><a href="#method">方法</a></nav>
            </div></header>
            <main>
            """;
        yield return Overview(summary);
        yield return "<h2 id=\"headline\">主要指标</h2>";
        yield return Legend;
        yield return IndicatorTable(summary, [.. summary.Indicators.Where(a => summary.Indicator(a).Attribute != IndicatorAttribute.None).OrderByDescending(a => a.IsRed)]);
        yield return "<h2 id=\"parts\">各篇指标</h2>";
        foreach (var part in summary.Indicators.Where(a => summary.Indicator(a).Attribute == IndicatorAttribute.None).GroupBy(a => summary.Indicator(a).Part))
        {
            yield return $"<details><summary>{PartName(part.Key)}：{part.Count()} 项（{CountsInWords(part)}）</summary>";
            yield return IndicatorTable(summary, [.. part]);
            yield return "</details>";
        }

        yield return "<h2 id=\"projects\">重点工程</h2>";
        yield return $"<p>共 {summary.Projects.Count} 项，其中 {summary.Projects.Count(a => a.Status != AssessmentStatus.NoData)} 项有进展数据。项目与其子项分别评价，不相加。</p>";
        foreach (var part in summary.Projects.GroupBy(a => summary.Project(a).Part))
        {
            yield return $"<details><summary>{PartName(part.Key)}：{part.Count()} 项（{CountsInWords(part)}）</summary>";
            yield return ProjectTable(summary, [.. part]);
            yield return "</details>";
        }

        yield return Departments(summary);
        yield return MethodAndThresholds(summary);
        yield return "</main></body></html>";
    }

    private static string Overview(QuarterSummary summary)
    {
        var html = new StringBuilder("<h2 id=\"overview\">总体</h2>");
        foreach (var (group, name) in new[] { ("headline", "主要指标"), ("binding", "其中约束性指标"), ("all", "全部指标") })
        {
            var scoreboard = summary.Scoreboards.Single(s => s.Group == group);
            html.Append(CultureInfo.InvariantCulture, $"<h3>{name}（{scoreboard.Total} 项）</h3><ul class=\"counts\">");
            foreach (var (status, count) in scoreboard.Counts)
                html.Append(CultureInfo.InvariantCulture, $"<li><b>{count}</b><span class=\"status {Colour(status)}\">{Word(status)}</span></li>");
            html.Append("</ul>");
        }

        var red = summary.Indicators.Where(a => a.IsRed).ToList();
        html.Append(red.Count == 0
            ? "<p>约束性指标中没有慢于预期、严重滞后、未守住、未完成或逾期的。"
            : $"<p><b>约束性指标中需要重点关注：</b>{string.Join("、", red.Select(a => Text(summary.Indicator(a).Name)))}。");
        var open = summary.Indicators.Count(a => summary.Indicator(a).Attribute == IndicatorAttribute.Binding && Colour(a.Status).Length == 0);
        if (open > 0)
            html.Append(CultureInfo.InvariantCulture, $"{(red.Count == 0 ? "其中" : "另有")} {open} 项尚不能评价或未到期。");
        return html.Append("</p>").ToString();
    }

    private static string IndicatorTable(QuarterSummary summary, IReadOnlyList<Assessment> assessments)
    {
        var html = new StringBuilder(
            "<div class=\"scroll\"><table><thead><tr><th>指标</th><th>属性</th><th>单位</th><th class=\"number\">基期</th><th class=\"number\">当前值</th><th>时期</th><th class=\"number\">目标</th><th>进度</th><th class=\"number\">进度比</th><th>状态</th><th class=\"number\">所需年均</th><th>来源</th></tr></thead><tbody>");
        foreach (var assessment in assessments)
        {
            var indicator = summary.Indicator(assessment);
            html.Append(assessment.IsRed ? "<tr class=\"red\">" : "<tr>")
                .Append(CultureInfo.InvariantCulture, $"<td id=\"{indicator.Id}\">{indicator.Id} {Text(indicator.Name)}{Related(indicator)}</td>")
                .Append(CultureInfo.InvariantCulture, $"<td class=\"short\">{indicator.Attribute.Chinese()}</td><td class=\"short\">{(IsYesNo(indicator) ? "" : Text(indicator.Unit.Symbol))}</td>")
                .Append(CultureInfo.InvariantCulture, $"<td class=\"number\">{Number(assessment.Baseline, indicator.Decimals)}</td><td class=\"number\">{ValueCell(indicator, assessment)}</td>")
                .Append(PeriodCell(assessment, isInstant: indicator.Measure.IsInstant()))
                .Append(CultureInfo.InvariantCulture, $"<td class=\"number\">{TargetCell(indicator, assessment)}</td>")
                .Append(CultureInfo.InvariantCulture, $"<td>{Path(assessment)}</td>")
                .Append(CultureInfo.InvariantCulture, $"<td class=\"number\">{Number(assessment.Ratio, 2)}</td>")
                .Append(CultureInfo.InvariantCulture, $"<td class=\"short\">{StatusBadge(assessment)}</td>")
                .Append(CultureInfo.InvariantCulture, $"<td class=\"number\">{Number(assessment.NeededPace, 2)}</td>")
                .Append(CultureInfo.InvariantCulture, $"<td class=\"origin\">{Origins(summary, assessment)}</td></tr>");
        }

        return html.Append("</tbody></table></div>").ToString();
    }

    private static string ProjectTable(QuarterSummary summary, IReadOnlyList<Assessment> assessments)
    {
        var html = new StringBuilder(
            "<div class=\"scroll\"><table><thead><tr><th>项目</th><th>时期</th><th>进度</th><th class=\"number\">进度比</th><th>状态</th><th>来源</th></tr></thead><tbody>");
        foreach (var assessment in assessments)
        {
            var project = summary.Project(assessment);
            var parent = project.Parent is null ? "" : $" <small>（{project.Parent} 的子项）</small>";
            html.Append(CultureInfo.InvariantCulture, $"<tr><td id=\"{project.Id}\">{project.Id} {Text(project.Name)}{parent}</td>")
                .Append(PeriodCell(assessment, isInstant: true))
                .Append(CultureInfo.InvariantCulture, $"<td>{Path(assessment)}</td><td class=\"number\">{Number(assessment.Ratio, 2)}</td>")
                .Append(CultureInfo.InvariantCulture, $"<td class=\"short\">{StatusBadge(assessment)}</td><td class=\"origin\">{Origins(summary, assessment)}</td></tr>");
        }

        return html.Append("</tbody></table></div>").ToString();
    }

    private static string Departments(QuarterSummary summary)
    {
        var expected = summary.Departments.Where(d => d.IsExpected).ToList();
        var html = new StringBuilder("<h2 id=\"departments\">报送情况</h2>");
        html.Append(CultureInfo.InvariantCulture, $"<p>应报 {expected.Count} 个部门，已报 {expected.Count(d => d.Accepted > 0)} 个，按时 {expected.Count(d => d.IsOnTime)} 个（截止 {ChinaDay(summary.CompletenessSettings.Deadline(summary.Quarter))}）。</p>");
        var missing = expected.Where(d => d.Accepted == 0).ToList();
        if (missing.Count > 0)
            html.Append(CultureInfo.InvariantCulture, $"<p>尚未报送：{string.Join("、", missing.Select(d => Text(d.Name)))}。</p>");
        html.Append("<div class=\"scroll\"><table><thead><tr><th>部门</th><th class=\"number\">应报指标</th><th class=\"number\">收到</th><th class=\"number\">通过</th><th>按时</th><th>最后通过</th></tr></thead><tbody>");
        foreach (var department in summary.Departments.Where(d => d.Received > 0))
        {
            html.Append(CultureInfo.InvariantCulture, $"<tr><td>{Text(department.Name)}</td><td class=\"number\">{department.IndicatorsDue}</td><td class=\"number\">{department.Received}</td><td class=\"number\">{department.Accepted}</td>")
                .Append(CultureInfo.InvariantCulture, $"<td>{(department.IsOnTime ? "是" : department.Accepted > 0 ? "迟报" : "未通过")}</td><td>{(department.LastUploadedAt is { } last ? ChinaTime.MinuteOf(last) : "")}</td></tr>");
        }

        return html.Append("</tbody></table></div>").ToString();
    }

    private static string MethodAndThresholds(QuarterSummary summary)
    {
        var settings = summary.ProgressSettings;
        return string.Create(CultureInfo.InvariantCulture, $"""
            <h2 id="method">方法与阈值</h2>
            <p>各指标按其性质分别评价（水平、守住、年均增长、累计、增减、逐年、节点、待下达），以最近一期数据的时点与线性时序进度相比。进度比 = 完成进度 ÷ 时序进度。公式编号见产品随附的 METHODOLOGY.md。</p>
            <p>阈值（可设置，国家未公布统一标准）：进度比不低于 {settings.AheadRatio} 为快于预期，不低于 {settings.OnScheduleRatio} 为符合预期，不低于 {settings.BehindRatio} 为慢于预期，以下为严重滞后；“左右”按目标的 ±{settings.ApproximateTolerance:P0} 掌握；季度指标数据超过 {settings.StaleQuarterly} 个季度、年度指标超过 {settings.StaleYearly} 个季度标为数据过期。没有数据不计为 0。</p>
            <footer>鄂尔多斯市规划实施监测 · {summary.Plan.Id} · {summary.Quarter} · 第 {summary.Version} 版</footer>
            """);
    }

    private static string TargetCell(Indicator indicator, Assessment assessment)
    {
        var text = indicator.TargetText.Length > 0 ? indicator.TargetText : Number(assessment.Target, indicator.Decimals);
        return $"{Text(text)}{(indicator.Dated ? "" : "*")}<br><small>{indicator.TargetYear}年</small>";
    }

    private static string Path(Assessment assessment)
    {
        if (assessment.Progress is not { } progress || assessment.Schedule is not { } schedule)
            return assessment.Margin is { } margin ? $"<small>距目标 {Number(margin, 2)}</small>" : "—";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"""<span class="path" role="img" aria-label="完成进度 {Share(progress)}，时序进度 {Share(schedule)}"><i style="width:{Math.Clamp(progress, 0, 1) * 100:0.#}%"></i><u style="left:{Math.Clamp(schedule, 0, 1) * 100:0.#}%"></u></span> <small>{Share(progress)}／{Share(schedule)}</small>""");
    }

    private static string StatusBadge(Assessment assessment)
    {
        var stale = assessment.Stale ? "<br><small>数据过期</small>" : "";
        var missing = assessment.MissingYears.Count > 0 ? $"<br><small>缺 {string.Join("、", assessment.MissingYears)} 年</small>" : "";
        return $"<span class=\"status {Colour(assessment.Status)}\">{assessment.Status.Chinese(assessment.IsBeforeHorizon)}</span>{stale}{missing}";
    }

    private static string Origins(QuarterSummary summary, Assessment assessment)
    {
        return string.Join("<br>", assessment.Evidence.Origins.Select(Describe));

        string Describe(Origin origin) =>
            $"<span title=\"报送 {origin.Submission}，原文“{Text(origin.Text)}”\">{Text(summary.SubmissionPaths.GetValueOrDefault(origin.Submission) ?? origin.Submission)} {Text(origin.Sheet is null ? "" : origin.Sheet + "!")}{origin.Cell}</span>";
    }

    private static string Related(Indicator indicator) =>
        indicator.Related.Count == 0 ? "" : $"<br><small>参见 {string.Join(" ", indicator.Related.Select(id => $"<a href=\"#{id}\">{id}</a>"))}</small>";

    private static bool IsYesNo(Indicator indicator) => indicator.Measure == Measure.YesNo;

    /// <summary>The value judged, and what it is where it is no single reported value.</summary>
    private static string ValueCell(Indicator indicator, Assessment assessment)
    {
        if (assessment.Value is { } value && IsYesNo(indicator))
            return value == 0 ? "否" : "是";
        var kind = assessment.Value is null ? "" : assessment.Method switch { Method.M3 => "年均", Method.M4 => "累计", Method.M5 => "增减", _ => "" };
        return Number(assessment.Value, indicator.Decimals, atMost: 2) + (kind.Length == 0 ? "" : $"<br><small>{kind}</small>");
    }

    /// <summary>The period judged as a reader says it; its canonical text, by which it is found in the tables, as a tooltip.</summary>
    private static string PeriodCell(Assessment assessment, bool isInstant) =>
        assessment.ValuePeriod is { } period ? $"<td class=\"short\" title=\"{period}\">{period.Chinese(isInstant)}</td>" : "<td>—</td>";

    private static string CountsInWords(IEnumerable<Assessment> assessments) => string.Join(
        "、",
        assessments.CountBy(assessment => assessment.Status).OrderBy(count => count.Key).Select(count => string.Create(CultureInfo.InvariantCulture, $"{Word(count.Key)} {count.Value}")));

    private static string Word(AssessmentStatus status) => status == AssessmentStatus.Achieved ? "完成" : status.Chinese(beforeHorizon: false);

    /// <summary>A class of report.css; none for the neutral tone.</summary>
    private static string Colour(AssessmentStatus status) => status.Tone() switch
    {
        StatusTone.Good => "good",
        StatusTone.Fair => "fair",
        StatusTone.Slow => "slow",
        StatusTone.Bad => "bad",
        _ => "",
    };

    private static string PartName(string part) => part.Length == 0 ? "其他" : $"第{part}篇";

    private static string Share(decimal fraction) => (fraction * 100).ToString("0.#", CultureInfo.InvariantCulture) + "%";

    /// <summary>With <paramref name="decimals"/> digits after the point, and up to <paramref name="atMost"/> where there are more.</summary>
    private static string Number(decimal? number, int decimals, int atMost = 0) =>
        number is { } value
            ? value.ToString($"#,##0.{new string('0', decimals)}{new string('#', Math.Max(0, atMost - decimals))}", CultureInfo.InvariantCulture)
            : "—";

    private static string ChinaDay(DateTimeOffset instant) => ChinaTime.DayOf(instant.AddTicks(-1)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Text(string text) => WebUtility.HtmlEncode(text);

    private static string ReadResource(string name)
    {
        using var stream = typeof(HtmlReport).Assembly.GetManifestResourceStream($"{typeof(HtmlReport).Namespace}.{name}")
            ?? throw new InvalidOperationException($"The resource {name} is not embedded.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
