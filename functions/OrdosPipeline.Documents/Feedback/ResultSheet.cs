using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using OrdosPipeline.Core.Intake;
using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Validation;

namespace OrdosPipeline.Documents.Feedback;

/// <summary>The sheet that tells a clerk what became of a submission and what to mend, each finding linked to its cell.</summary>
internal sealed class ResultSheet(CheckedSubmission submission, Func<string?, string?> tabOf)
{
    private const int HeaderRow = 7;

    private static readonly (string Title, int Width)[] Columns =
        [("序号", 6), ("级别", 8), ("工作表", 18), ("单元格", 16), ("填写内容", 22), ("问题与修改办法", 72), ("代码", 24)];

    private readonly List<(string Cell, string Location)> links = [];

    /// <summary>Writes the worksheet part.</summary>
    /// <param name="writer">At the start of the part.</param>
    /// <param name="ns">Of the workbook: transitional or strict.</param>
    /// <param name="styles">To which the sheet's are added.</param>
    public void Write(XmlWriter writer, XNamespace ns, StyleSheet styles)
    {
        var (title, label, text) = (styles.Add(bold: true, points: 16), styles.Add(color: "6B7280"), styles.Add());
        var verdict = styles.Add(fill: FeedbackColors.FillOf(submission.Verdict), bold: true, points: 12);
        var header = styles.Add(fill: FeedbackColors.Header, bold: true, color: "FFFFFF", hasBorder: true);
        var lines = FindingLine.Of(submission.Findings);

        writer.WriteStartElement("worksheet", ns.NamespaceName);
        WriteView(writer);
        writer.WriteStartElement("cols");
        for (var index = 0; index < Columns.Length; index++)
        {
            writer.WriteStartElement("col");
            writer.WriteAttributeString("min", Number(index + 1));
            writer.WriteAttributeString("max", Number(index + 1));
            writer.WriteAttributeString("width", Number(Columns[index].Width));
            writer.WriteAttributeString("customWidth", "1");
            writer.WriteEndElement();
        }

        writer.WriteEndElement();
        writer.WriteStartElement("sheetData");
        WriteRow(writer, 1, 28, (1, FeedbackSheet.Name, title));
        WriteRow(writer, 2, 26, (1, "结论", label), (3, VerdictText(), verdict));
        WriteRow(writer, 3, 20, (1, "文件", label), (3, submission.Submission.Path, text));
        WriteRow(writer, 4, 20, (1, "报送时间", label), (3, ChinaTime.MinuteOf(submission.Submission.UploadedAt), text));
        WriteRow(writer, 5, 20, (1, "统计", label), (3, CountsText(), text));
        WriteRow(writer, HeaderRow, 22, [.. Columns.Select((column, index) => (index + 1, (object)column.Title, header))]);
        WriteLines(writer, lines, styles);
        writer.WriteEndElement();

        var lastRow = HeaderRow + Math.Max(lines.Count, 1);
        if (lines.Count > 0)
        {
            writer.WriteStartElement("autoFilter");
            writer.WriteAttributeString("ref", string.Create(CultureInfo.InvariantCulture, $"A{HeaderRow}:G{lastRow}"));
            writer.WriteEndElement();
        }

        WriteMerges(writer, lines.Count == 0);
        WriteLinks(writer);
        WritePrinting(writer);
        writer.WriteEndElement();
    }

    private void WriteLines(XmlWriter writer, IReadOnlyList<FindingLine> lines, StyleSheet styles)
    {
        var (cell, link) = (styles.Add(hasBorder: true), styles.Add(color: FeedbackColors.Link, isLink: true, hasBorder: true));
        var severities = Enum.GetValues<Severity>().ToDictionary(severity => severity, severity => styles.Add(fill: FeedbackColors.FillOf(severity), bold: true, hasBorder: true));
        if (lines.Count == 0)
            WriteRow(writer, HeaderRow + 1, 22, (1, "没有发现问题。", cell));
        for (var index = 0; index < lines.Count; index++)
        {
            var (line, row) = (lines[index], HeaderRow + 1 + index);
            var finding = line.First;
            var target = finding.Cell is { } address && tabOf(finding.Sheet) is { } tab ? SpreadsheetText.Reference(tab, address) : null;
            if (target is not null)
                links.Add((new CellAddress(row, 4).ToString(), target));
            WriteRow(
                writer, row, Height(finding),
                (1, index + 1, cell),
                (2, SeverityText(finding.Severity), severities[finding.Severity]),
                (3, finding.Sheet ?? "", cell),
                (4, line.Place, target is null ? cell : link),
                (5, finding.Found ?? "", cell),
                (6, finding.Message, cell),
                (7, finding.Code, cell));
        }
    }

    private string VerdictText() => submission.Verdict switch
    {
        Verdict.Accepted => "已接收。本次报送没有需要修改的问题。",
        Verdict.AcceptedWithWarnings => $"已接收，但有 {Count(Severity.Warning)} 处需要核对。请核对黄色各行；如数据有误，请修改后重新报送。",
        _ => $"已退回，本次报送的数据均未入库。请修改红色各行所列的 {Count(Severity.Error)} 处错误，然后重新报送整个文件。",
    };

    private string CountsText()
    {
        var counts = $"错误 {Count(Severity.Error)} 处，警告 {Count(Severity.Warning)} 处，提示 {Count(Severity.Info)} 处；读取指标数值 {submission.Values.Count} 个，项目 {submission.ProjectRows.Count} 行";
        var listed = submission.Findings.Count;
        var total = submission.FindingCounts.Values.Sum();
        return total > listed ? $"{counts}；问题过多，下表只列出其中 {listed} 处（共 {total} 处）" : counts;
    }

    /// <summary>True counts, also of findings that are not listed: all findings of a code have one severity in a submission but for rules of the catalogue.</summary>
    private int Count(Severity severity) =>
        submission.Findings.GroupBy(finding => finding.Code, StringComparer.Ordinal).Sum(group =>
        {
            var listed = group.Count(finding => finding.Severity == severity);
            var beyond = submission.FindingCounts.GetValueOrDefault(group.Key) - group.Count();
            return group.First().Severity == severity ? listed + Math.Max(0, beyond) : listed;
        });

    public static string SeverityText(Severity severity) => severity switch
    {
        Severity.Error => "错误",
        Severity.Warning => "警告",
        _ => "提示",
    };

    /// <summary>Programs do not grow a row for wrapped text when they open a file; 34 Chinese characters fill a line of the message.</summary>
    private static int Height(Finding finding) => 20 * Math.Clamp(Math.Max((finding.Message.Length + 33) / 34, ((finding.Found?.Length ?? 0) + 9) / 10), 1, 10);

    private static void WriteView(XmlWriter writer)
    {
        writer.WriteStartElement("sheetPr");
        writer.WriteStartElement("pageSetUpPr");
        writer.WriteAttributeString("fitToPage", "1");
        writer.WriteEndElement();
        writer.WriteEndElement();
        writer.WriteStartElement("sheetViews");
        writer.WriteStartElement("sheetView");
        writer.WriteAttributeString("showGridLines", "0");
        writer.WriteAttributeString("tabSelected", "1");
        writer.WriteAttributeString("workbookViewId", "0");
        writer.WriteStartElement("pane");
        writer.WriteAttributeString("ySplit", Number(HeaderRow));
        writer.WriteAttributeString("topLeftCell", $"A{HeaderRow + 1}");
        writer.WriteAttributeString("activePane", "bottomLeft");
        writer.WriteAttributeString("state", "frozen");
        writer.WriteEndElement();
        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    private static void WriteMerges(XmlWriter writer, bool isWithoutFindings)
    {
        List<string> ranges = ["A1:G1"];
        for (var row = 2; row <= 5; row++)
        {
            ranges.Add($"A{row}:B{row}");
            ranges.Add($"C{row}:G{row}");
        }

        if (isWithoutFindings)
            ranges.Add($"A{HeaderRow + 1}:G{HeaderRow + 1}");
        writer.WriteStartElement("mergeCells");
        foreach (var range in ranges)
        {
            writer.WriteStartElement("mergeCell");
            writer.WriteAttributeString("ref", range);
            writer.WriteEndElement();
        }

        writer.WriteEndElement();
    }

    private void WriteLinks(XmlWriter writer)
    {
        if (links.Count == 0)
            return;
        writer.WriteStartElement("hyperlinks");
        foreach (var (cell, location) in links)
        {
            writer.WriteStartElement("hyperlink");
            writer.WriteAttributeString("ref", cell);
            writer.WriteAttributeString("location", location);
            writer.WriteAttributeString("display", location);
            writer.WriteEndElement();
        }

        writer.WriteEndElement();
    }

    private static void WritePrinting(XmlWriter writer)
    {
        writer.WriteStartElement("pageSetup");
        writer.WriteAttributeString("paperSize", "9");
        writer.WriteAttributeString("orientation", "landscape");
        writer.WriteAttributeString("fitToWidth", "1");
        writer.WriteAttributeString("fitToHeight", "0");
        writer.WriteEndElement();
    }

    private static void WriteRow(XmlWriter writer, int row, int height, params ReadOnlySpan<(int Column, object Value, int Style)> cells)
    {
        writer.WriteStartElement("row");
        writer.WriteAttributeString("r", Number(row));
        writer.WriteAttributeString("ht", Number(height));
        writer.WriteAttributeString("customHeight", "1");
        foreach (var (column, value, style) in cells)
        {
            if (value is int number)
                CellXml.WriteNumber(writer, new CellAddress(row, column), number, style);
            else
                CellXml.WriteText(writer, new CellAddress(row, column), (string)value, style);
        }

        writer.WriteEndElement();
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
