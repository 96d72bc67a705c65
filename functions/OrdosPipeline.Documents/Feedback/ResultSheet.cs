using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using OrdosPipeline.Core.Intake;
using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Validation;
using OrdosPipeline.Documents.Reading;

namespace OrdosPipeline.Documents.Feedback;

/// <summary>
/// The sheet that tells a clerk what became of a submission: the verdict, what to do now, each finding linked to its cell,
/// and what was understood of the file.
/// </summary>
/// <param name="result">What it tells.</param>
/// <param name="tabOf">The tab that a finding's sheet has in the workbook; null when there is none.</param>
/// <param name="notes">For the hidden column, see <see cref="EarlierFeedback"/>.</param>
internal sealed class ResultSheet(FeedbackResult result, Func<string?, string?> tabOf, IReadOnlyList<string> notes)
{
    private const int PointsPerLine = 18;

    private static readonly (string Title, int Width)[] Columns =
        [("序号", 6), ("级别", 8), ("工作表", 18), ("单元格", 16), ("填写内容", 22), ("问题与修改办法", 72), ("代码", 24)];

    private readonly CheckedSubmission submission = result.File.Submission;
    private readonly List<(string Cell, string Location)> links = [];
    private readonly List<string> merges = [];
    private int row;

    /// <summary>Writes the worksheet part.</summary>
    /// <param name="writer">At the start of the part.</param>
    /// <param name="ns">Of the workbook: transitional or strict.</param>
    /// <param name="styles">To which the sheet's are added.</param>
    public void Write(XmlWriter writer, XNamespace ns, StyleSheet styles)
    {
        var (title, label, text) = (styles.Add(bold: true, points: 16), styles.Add(color: "6B7280"), styles.Add());
        var heading = styles.Add(bold: true, points: 12);
        var verdict = styles.Add(fill: FeedbackColors.FillOf(submission.Verdict), bold: true, points: 12);
        var lines = FindingLine.Of(submission.Findings);

        writer.WriteStartElement("worksheet", ns.NamespaceName);
        WriteView(writer);
        WriteColumns(writer);
        writer.WriteStartElement("sheetData");
        WriteLine(writer, FeedbackSheet.Name, title, 28);
        WritePair(writer, "结论", FeedbackTexts.Verdict(submission), label, verdict);
        WritePair(writer, "接下来", string.Join('\n', FeedbackTexts.NextSteps(result)), label, text);
        WritePair(writer, "文件", submission.Submission.Path, label, text);
        WritePair(writer, "报送时间", $"{ChinaTime.MinuteOf(submission.Submission.UploadedAt)}（北京时间），报送编号 {submission.Submission.Id}", label, text);
        WritePair(writer, "统计", FeedbackTexts.Counts(submission), label, text);
        WriteLine(writer, "", text, 10);
        WriteLine(writer, "一、发现的问题", heading, 26);
        var headerRow = row + 1;
        WriteFindings(writer, lines, styles);
        var lastRow = row;
        WriteLine(writer, "", text, 10);
        WriteLine(writer, "二、系统读到了什么", heading, 26);
        foreach (var line in FeedbackTexts.Understood(result.File))
            WriteLine(writer, new string('　', line.Level * 2) + line.Text, text, HeightOf(line.Text, Columns.Sum(column => column.Width) - line.Level * 4));
        while (row < notes.Count)
            WriteRow(writer, PointsPerLine);
        writer.WriteEndElement();

        if (lines.Count > 0)
        {
            writer.WriteStartElement("autoFilter");
            writer.WriteAttributeString("ref", string.Create(CultureInfo.InvariantCulture, $"A{headerRow}:G{lastRow}"));
            writer.WriteEndElement();
        }

        WriteMerges(writer);
        WriteLinks(writer);
        WritePrinting(writer);
        writer.WriteEndElement();
    }

    private void WriteFindings(XmlWriter writer, IReadOnlyList<FindingLine> lines, StyleSheet styles)
    {
        var header = styles.Add(fill: FeedbackColors.Header, bold: true, color: "FFFFFF", hasBorder: true, isCentred: true);
        var (cell, centred, link) = (styles.Add(hasBorder: true), styles.Add(hasBorder: true, isCentred: true), styles.Add(color: FeedbackColors.Link, isLink: true, hasBorder: true));
        var severities = Enum.GetValues<Severity>().ToDictionary(severity => severity, severity => styles.Add(fill: FeedbackColors.FillOf(severity), bold: true, hasBorder: true, isCentred: true));
        WriteRow(writer, 22, [.. Columns.Select((column, index) => (index + 1, (object)column.Title, header))]);
        if (lines.Count == 0)
            WriteLine(writer, "没有发现问题。", cell, 22);
        for (var index = 0; index < lines.Count; index++)
        {
            var line = lines[index];
            var finding = line.First;
            if (finding.Cell is { } address && !IsBelowSheet(finding) && tabOf(finding.Sheet) is { } tab)
                links.Add((new CellAddress(row + 1, 4).ToString(), SpreadsheetText.Reference(tab, address)));
            var isLinked = links.Count > 0 && links[^1].Cell == new CellAddress(row + 1, 4).ToString();
            WriteRow(
                writer,
                Math.Max(HeightOf(finding.Message, Columns[5].Width), Math.Max(HeightOf(line.Found, Columns[4].Width), HeightOf(line.Place, Columns[3].Width))),
                (1, index + 1, centred),
                (2, finding.Severity.Chinese(), severities[finding.Severity]),
                (3, tabOf(finding.Sheet) ?? finding.Sheet ?? "", cell),
                (4, line.Place, isLinked ? link : cell),
                (5, line.Found, cell),
                (6, finding.Message, cell),
                (7, finding.Code, cell));
        }

        if (lines.Any(line => IsBelowSheet(line.First)))
            WriteLine(writer, $"Excel 的工作表最多 {RowBuilder.MaxRowNumber} 行。您的文件更长，再往下的内容和标注不在工作表里，只能按上面所列的位置到原文件中修改。", cell, 22);
    }

    private static bool IsBelowSheet(Finding finding) => CellAddress.TryParse(finding.Cell, out var address) && !RowBuilder.IsOnSheet(address);

    /// <summary>Programs do not grow a row for wrapped text when they open a file, and Excel takes 409 points at the most.</summary>
    private static int HeightOf(string text, int width) => Math.Min(PointsPerLine * SpreadsheetText.LinesOf(text, width) + 4, 400);

    private void WriteLine(XmlWriter writer, string text, int style, int height)
    {
        WriteRow(writer, height, (1, text, style));
        merges.Add(string.Create(CultureInfo.InvariantCulture, $"A{row}:G{row}"));
    }

    private void WritePair(XmlWriter writer, string label, string text, int labelStyle, int textStyle)
    {
        WriteRow(writer, HeightOf(text, Columns.Skip(2).Sum(column => column.Width)), (1, label, labelStyle), (3, text, textStyle));
        merges.Add(string.Create(CultureInfo.InvariantCulture, $"A{row}:B{row}"));
        merges.Add(string.Create(CultureInfo.InvariantCulture, $"C{row}:G{row}"));
    }

    private static void WriteView(XmlWriter writer)
    {
        SheetXml.WriteFitToPage(writer);
        writer.WriteStartElement("sheetViews");
        writer.WriteStartElement("sheetView");
        writer.WriteAttributeString("showGridLines", "0");
        writer.WriteAttributeString("tabSelected", "1");
        writer.WriteAttributeString("workbookViewId", "0");
        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    private static void WriteColumns(XmlWriter writer)
    {
        writer.WriteStartElement("cols");
        for (var number = 1; number <= Columns.Length; number++)
            SheetXml.WriteColumn(writer, number, Columns[number - 1].Width);
        SheetXml.WriteColumn(writer, EarlierFeedback.Column, 10, isHidden: true);
        writer.WriteEndElement();
    }

    private void WriteMerges(XmlWriter writer)
    {
        writer.WriteStartElement("mergeCells");
        foreach (var range in merges)
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
        SheetXml.WritePrinting(writer);
        writer.WriteStartElement("headerFooter");
        writer.WriteElementString("oddFooter", "&R第 &P 页，共 &N 页");
        writer.WriteEndElement();
    }

    private void WriteRow(XmlWriter writer, int height, params ReadOnlySpan<(int Column, object Value, int Style)> cells)
    {
        row++;
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

        if (row <= notes.Count)
            CellXml.WriteText(writer, new CellAddress(row, EarlierFeedback.Column), notes[row - 1], 0);
        writer.WriteEndElement();
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
