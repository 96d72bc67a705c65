using System.Globalization;
using OrdosPipeline.Core.Intake;
using OrdosPipeline.Core.Plan;

namespace OrdosPipeline.Core.Reporting;

/// <summary>The sentences of an explanation.</summary>
internal sealed class ExplanationWords(bool isEnglish)
{
    private const int MostQuoted = 24;

    public string File(FileFormat format) => format switch
    {
        FileFormat.Csv => Say("文件按内容是 CSV 文本。", "By its content the file is CSV text."),
        FileFormat.Xls => Say("文件按内容是 .xls 工作簿。", "By its content the file is an .xls workbook."),
        _ => Say("文件按内容是 .xlsx 工作簿。", "By its content the file is an .xlsx workbook."),
    };

    public string Encoding(TextForm text) => text.EncodingBasis switch
    {
        EncodingBasis.ByteOrderMark => Say($"文字编码：{text.Encoding}（文件开头有编码标记）。", $"Encoding: {text.Encoding} (the file begins with its mark)."),
        EncodingBasis.ZeroBytes => Say($"文字编码：{text.Encoding}（由零字节的位置判断）。", $"Encoding: {text.Encoding} (by where its zero bytes stand)."),
        EncodingBasis.ValidUtf8 => Say($"文字编码：{text.Encoding}（全部字节符合）。", $"Encoding: {text.Encoding} (no byte contradicts it)."),
        _ => Say($"文字编码：{text.Encoding}（不是 UTF-8，按此读出的是常用汉字）。", $"Encoding: {text.Encoding} (not UTF-8, and what it yields is common Chinese)."),
    };

    public string Separator(TextForm text)
    {
        var (chinese, english) = text.Separator switch
        {
            ',' => ("逗号", "comma"),
            ';' => ("分号", "semicolon"),
            '\t' => ("制表符", "tab"),
            '，' => ("全角逗号", "full-width comma"),
            var other => ($"“{other}”", $"'{other}'"),
        };
        return text.SeparatorBasis switch
        {
            SeparatorBasis.FirstLine => Say($"分隔符：{chinese}（首行 sep= 指定）。", $"Separator: {english} (the first line says so)."),
            SeparatorBasis.MostLines => Say(
                $"分隔符：{chinese}（检查的 {text.SampledLines} 行中有 {text.AgreeingLines} 行个数相同）。",
                $"Separator: {english} ({text.AgreeingLines} of {text.SampledLines} lines have it equally often)."),
            _ => Say("没有分隔符，每行只有一列。", "No separator: every line is one field."),
        };
    }

    public string Quotes(bool areFieldsQuoted) => areFieldsQuoted
        ? Say("有的字段用引号括起，其中的分隔符和换行属于该字段。", "Some fields are in quotes; separators and line breaks within belong to them.")
        : Say("字段没有用引号括起。", "No field is in quotes.");

    public string Template(TemplateTag template) => Say(
        $"这是系统的填报模板（{template.Department}，{template.Quarter.Chinese()}）。",
        $"It was made as a template ({template.Department}, {template.Quarter}).");

    public string Plan(PlanChoice choice)
    {
        var chosen = choice.Candidates[0];
        var others = string.Join(Say("、", ", "), choice.Candidates.Skip(1).Select(plan => $"{plan.Plan}{Say("：", ": ")}{plan.Rows}"));
        return choice.Reason switch
        {
            PlanChoiceReason.MostRows => Say(
                $"按规划 {chosen.Plan} 校验：文件中有 {chosen.Rows} 个数值（项目行）属于它，多于其他规划（{others}）。",
                $"Checked against plan {chosen.Plan}: {chosen.Rows} values or project rows are for it, more than for others ({others})."),
            PlanChoiceReason.InForce => Say(
                $"按规划 {chosen.Plan} 校验：各规划能读出的数值一样多，它是当期规划（{others}）。",
                $"Checked against plan {chosen.Plan}: others would take as many values, and it is the plan in force ({others})."),
            _ => Say($"按规划 {chosen.Plan} 校验。", $"Checked against plan {chosen.Plan}."),
        };
    }

    public string Sheet(SheetExplanation sheet)
    {
        var name = sheet.Name is null ? Say("文件内容", "The file") : Say($"工作表“{sheet.Name}”", $"Sheet “{sheet.Name}”");
        return sheet.Outcome switch
        {
            SheetOutcome.Hidden => Say($"{name}：隐藏，没有读取。", $"{name}: hidden, not read."),
            SheetOutcome.Empty => Say($"{name}：空白。", $"{name}: blank."),
            SheetOutcome.NoTable => Say($"{name}：没有找到表头，没有读取。", $"{name}: no header was found, not read."),
            _ => Say($"{name}：找到 {sheet.Tables.Count} 个表格。", $"{name}: {sheet.Tables.Count} table(s)."),
        };
    }

    public string Table(TableExplanation table, int? number)
    {
        var kind = table.Kind == TableKind.Projects ? Say("项目表", "projects") : Say("指标表", "indicators");
        var orientation = table.Orientation switch
        {
            TableOrientation.ByPeriod => Say("每个期间一列", "one column per period"),
            TableOrientation.ByRegion => Say("每个地区一列", "one column per region"),
            TableOrientation.ByPeriodAndRegion => Say("每个期间和地区一列", "one column per period and region"),
            _ when table.Kind == TableKind.Projects => Say("每个项目一行", "one row per project"),
            _ => Say("每个数值一行", "one row per value"),
        };
        var transposed = table.IsTransposed ? Say("，行列互换", ", on its side") : "";
        var read = table.Kind == TableKind.Projects
            ? Say($"读取 {table.Rows} 行", $"{table.Rows} rows read")
            : Say($"读取 {table.Rows} 行 {table.Values} 个单元格", $"{table.Rows} rows with {table.Values} cells read");
        var which = number is { } known ? Say($"表格 {known}", $"Table {known}") : Say("表格", "Table");
        return Say($"{which}：表头 {table.HeaderCells}，{kind}，{orientation}{transposed}，{read}。", $"{which}: header {table.HeaderCells}, {kind}, {orientation}{transposed}, {read}.");
    }

    public string Column(ColumnExplanation column)
    {
        var label = Quoted(column.Label);
        var place = $"{column.Header} {label}";
        var details = new List<string>();
        if (column.Period is { } period)
            details.Add(Say($"期间 {period}", $"period {period}"));
        if (column.Region is { } region)
            details.Add(Say($"地区 {region.Name}", $"region {region.Name}"));
        if (column.Unit is { } unit)
            details.Add(Say($"单位 {unit}", $"unit {unit}"));
        details.Add(column.Basis switch
        {
            ColumnBasis.Word => Say($"列名“{column.Word}”", $"called “{column.Word}”"),
            ColumnBasis.PeriodOrRegion => Say("由列名中的期间或地区判断", "by the period or region in its label"),
            ColumnBasis.Works => Say("列名是项目的工程量名称", "called like works of a project"),
            ColumnBasis.Place => Say("由位置判断", "by its place"),
            _ => Say("不认识的列名", "an unknown label"),
        });
        if (column.IsDuplicate)
            details.Add(Say("与前面的列重复，没有读取", "repeats a column before it, not read"));
        var what = column.Role == ColumnRole.Unknown ? Say("不使用", "not used") : Role(column.Role);
        return Say($"{place}：{what}（{string.Join("，", details)}）。", $"{place}: {what} ({string.Join(", ", details)}).");
    }

    public string Missing(ColumnRole role) =>
        Say($"缺少“{Role(role)}”列，表中各行没有读取。", $"The column {Role(role)} is missing; no row was read.");

    public string Default(DefaultUse use)
    {
        var what = use.Kind switch
        {
            DefaultKind.Indicator => Say("指标", "the indicator"),
            DefaultKind.Period => Say("期间", "the period"),
            DefaultKind.Year => Say("年份", "the year"),
            DefaultKind.Region => Say("地区", "the region"),
            _ => Say("单位", "the unit"),
        };
        return Say(
            $"{use.Line.Address} {Quoted(use.Line.Text)}：作为 {use.Rows} 行的{what}。",
            $"{use.Line.Address} {Quoted(use.Line.Text)}: {what} of {use.Rows} row(s).");
    }

    public string Skipped(SkipReason reason, IReadOnlyList<SkippedRow> rows, bool isTransposed)
    {
        var why = reason switch
        {
            SkipReason.Title => Say("标题或其他文字", "titles and other texts"),
            SkipReason.KeyLine => Say("填报说明行（单位、报告期等）", "key lines"),
            SkipReason.Note => Say("注释", "notes"),
            SkipReason.Signature => Say("签名和联系方式", "signatures"),
            SkipReason.Heading => Say("没有数值的小标题", "headings without values"),
            SkipReason.NotReported => Say("没有填数，按未报送处理", "no value filled in, not reported"),
            SkipReason.NothingToRead => Say("没有名称和数值", "neither name nor value"),
            SkipReason.Total => Say("合计行", "totals"),
            _ => Say("缺少必需的列", "a column is missing"),
        };
        var (first, last) = (rows[0], rows[^1]);
        var places = isTransposed
            ? string.Join(Say("、", ", "), rows.Take(10).Select(row => CellAddress.ColumnLetters(row.At.ColumnNumber)))
            : Ranges(rows.Select(row => row.At.RowNumber));
        var line = isTransposed ? Say("列", "column") : Say("行", "row");
        var quoted = reason is SkipReason.NothingToRead or SkipReason.ColumnMissing ? "" : first == last ? $" {Quoted(first.Text)}" : Say($" {Quoted(first.Text)} 等", $" {Quoted(first.Text)} …");
        return Say($"跳过第 {places} {line}（{why}）{quoted}", $"Skipped {line} {places} ({why}){quoted}");
    }

    public string MoreSkipped(int count) => Say($"另有 {count} 行也没有读取。", $"{count} more rows were not read.");

    private string Say(string chinese, string english) => isEnglish ? english : chinese;

    private string Quoted(string text)
    {
        var line = text.ReplaceLineEndings(" ").Trim();
        return line.Length == 0 ? Say("（空白）", "(blank)") : line.Length > MostQuoted ? $"“{line[..MostQuoted]}…”" : $"“{line}”";
    }

    // 3-5、8: at most ten ranges.
    private string Ranges(IEnumerable<int> numbers)
    {
        var ranges = new List<(int First, int Last)>();
        foreach (var number in numbers)
        {
            if (ranges.Count > 0 && ranges[^1].Last + 1 == number)
                ranges[^1] = (ranges[^1].First, number);
            else
                ranges.Add((number, number));
        }

        var shown = ranges.Take(10).Select(range => range.First == range.Last
            ? range.First.ToString(CultureInfo.InvariantCulture)
            : string.Create(CultureInfo.InvariantCulture, $"{range.First}-{range.Last}"));
        return string.Join(Say("、", ", "), shown) + (ranges.Count > 10 ? "…" : "");
    }

    private string Role(ColumnRole role) => role switch
    {
        ColumnRole.Serial => Say("序号", "serial number"),
        ColumnRole.IndicatorCode => Say("指标编码", "indicator code"),
        ColumnRole.IndicatorName => Say("指标名称", "indicator name"),
        ColumnRole.Region => Say("地区", "region"),
        ColumnRole.Period => Say("期间", "period"),
        ColumnRole.Value => Say("数值", "value"),
        ColumnRole.Unit => Say("单位", "unit"),
        ColumnRole.Remark => Say("备注", "remark"),
        ColumnRole.ProjectCode => Say("项目编码", "project code"),
        ColumnRole.ProjectName => Say("项目名称", "project name"),
        ColumnRole.State => Say("状态", "state"),
        ColumnRole.Progress => Say("形象进度", "progress"),
        ColumnRole.Investment => Say("累计完成投资", "investment to date"),
        ColumnRole.Quantity => Say("完成量", "quantity of works"),
        ColumnRole.QuantityName => Say("工程量名称", "name of works"),
        ColumnRole.Problem => Say("存在问题", "problems"),
        ColumnRole.Reference => Say("参考，不作为报送数据", "reference, never a report"),
        _ => Say("其他", "other"),
    };
}
