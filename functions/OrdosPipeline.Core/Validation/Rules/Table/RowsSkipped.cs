using System.Globalization;
using OrdosPipeline.Core.Intake;

namespace OrdosPipeline.Core.Validation.Rules.Table;

/// <summary>Totals among the names, and tables in which nobody has filled in anything: accepting one without a word would look like a success.</summary>
internal sealed class RowsSkipped() : Rule<TableReading>(
    FindingCodes.RowsSkipped,
    Severity.Info,
    "{where}{what}。",
    "{where}: {what}.")
{
    internal override Fault? Find(TableReading subject, CheckContext context)
    {
        var named = subject.SkippedRows.Count(row => row.Reason is SkipReason.NotReported or SkipReason.Heading);
        if (named > 0 && subject.IndicatorRows.Count + subject.ProjectRows.Count == 0)
        {
            var rows = named.ToString(CultureInfo.InvariantCulture);
            return new Fault(
                new Written(subject.Header, subject.Columns[0].Label),
                new Detail("what", $"开始的表格没有填写任何数值（有 {rows} 行只写了名称），没有数据入库", $"no value is filled in in the table that starts here ({rows} row(s) have a name only); nothing was stored"));
        }

        var totals = subject.SkippedRows.Where(row => row.Reason == SkipReason.Total).ToList();
        if (totals is not [var first, ..])
            return null;
        var (text, count) = (first.Text.Trim(), totals.Count.ToString(CultureInfo.InvariantCulture));
        return new Fault(null, new Detail("what", $"“{text}”等{count}行是合计行，没有作为指标读取", $"{count} row(s) such as “{text}” are totals and were not read as indicators")) { RowNumber = first.At.RowNumber, Found = text };
    }
}
