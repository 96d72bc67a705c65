using System.Globalization;
using OrdosPipeline.Core.Intake;

namespace OrdosPipeline.Core.Validation.Rules.Table;

internal sealed class RowsSkipped() : Rule<TableReading>(
    FindingCodes.RowsSkipped,
    Severity.Info,
    "{where}“{found}”等{count}行是合计行，没有作为指标读取。",
    "{where}: {count} row(s) such as “{found}” are totals and were not read as indicators.")
{
    internal override Fault? Find(TableReading subject, CheckContext context)
    {
        var totals = subject.SkippedRows.Where(row => row.Reason == SkipReason.Total).ToList();
        return totals is [var first, ..]
            ? new Fault(null, new Detail("count", totals.Count.ToString(CultureInfo.InvariantCulture))) { RowNumber = first.At.RowNumber, Found = first.Text.Trim() }
            : null;
    }
}
