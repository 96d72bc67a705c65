using OrdosPipeline.Core.Intake;

namespace OrdosPipeline.Core.Validation.Rules.Table;

internal sealed class ColumnMissing() : Rule<TableReading>(
    FindingCodes.ColumnMissing,
    Severity.Error,
    "{where}开始的表格缺少“{column}”列。请补上这一列，或在表格上方写明（如“报告期：2023年三季度”）。",
    "{where}: the table that starts here has no column “{column}”. Add it, or state it above the table (such as 报告期：2023年三季度).")
{
    internal override Fault? Find(TableReading subject, CheckContext context)
    {
        if (subject.MissingColumns.Count == 0)
            return null;
        var columns = new Detail(
            "column",
            string.Join("”“", subject.MissingColumns.Select(role => role == ColumnRole.Value ? "数值" : "期间")),
            string.Join("” and “", subject.MissingColumns.Select(role => role == ColumnRole.Value ? "value" : "period")));
        return new Fault(new Written(subject.Header, subject.Columns[0].Label), columns);
    }
}
