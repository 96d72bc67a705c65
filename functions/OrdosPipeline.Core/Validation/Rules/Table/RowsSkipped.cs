using System.Globalization;
using OrdosPipeline.Core.Intake;

namespace OrdosPipeline.Core.Validation.Rules.Table;

/// <summary>Totals among the names, and files in which nobody has filled in anything: accepting one without a word would look like a success.</summary>
internal sealed class RowsSkipped() : Rule<TableSubject>(
    FindingCodes.RowsSkipped,
    Severity.Info,
    "部分行未读取",
    "Rows not read",
    "{where}{what}。",
    "{where}: {what}.")
{
    internal override Fault? Find(TableSubject subject, CheckContext context)
    {
        var table = subject.Table;
        var named = table.SkippedRows.CountOf(SkipReason.NotReported) + table.SkippedRows.CountOf(SkipReason.Heading);
        if (named > 0 && subject.Reading.Sheets.All(sheet => sheet.Tables.All(IsEmpty)))
        {
            var rows = named.ToString(CultureInfo.InvariantCulture);
            return new Fault(
                new Written(table.Header, table.Columns[0].Label),
                new Detail("what", $"开始的表格没有填写任何数值（有 {rows} 行只写了名称），没有数据入库", $"no value is filled in in the table that starts here ({rows} row(s) have a name only); nothing was stored"));
        }

        if (table.SkippedRows.FirstOf(SkipReason.Total) is not { } first)
            return null;
        var (text, count) = (first.Text.Trim(), table.SkippedRows.CountOf(SkipReason.Total).ToString(CultureInfo.InvariantCulture));
        return new Fault(null, new Detail("what", $"“{text}”等{count}行是合计行，没有作为指标读取", $"{count} row(s) such as “{text}” are totals and were not read as indicators")) { RowNumber = first.At.RowNumber, Found = text };
    }

    private static bool IsEmpty(TableReading table) => table.IndicatorRows.Count + table.ProjectRows.Count == 0;
}
