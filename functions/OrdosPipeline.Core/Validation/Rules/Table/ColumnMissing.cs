using OrdosPipeline.Core.Intake;

namespace OrdosPipeline.Core.Validation.Rules.Table;

internal sealed class ColumnMissing() : Rule<TableSubject>(
    FindingCodes.ColumnMissing,
    Severity.Error,
    "缺少必要的列",
    "Column missing",
    "{where}开始的表格缺少“{column}”列。请补上{how}。",
    "{where}: the table that starts here has no column “{column}”. Add it{how}.")
{
    internal override Fault? Find(TableSubject subject, CheckContext context)
    {
        var table = subject.Table;
        if (table.MissingColumns.Count == 0)
            return null;
        var columns = new Detail(
            "column",
            string.Join("”“", table.MissingColumns.Select(role => role == ColumnRole.Value ? "数值" : "期间")),
            string.Join("” and “", table.MissingColumns.Select(role => role == ColumnRole.Value ? "value" : "period")));
        var how = table.MissingColumns.Contains(ColumnRole.Period)
            ? new Detail("how", "，期间也可以在表格上方写明，如“报告期：2023年三季度”", "; a period may also be stated above the table, such as 报告期：2023年三季度")
            : new Detail("how", "这一列", "");
        return new Fault(new Written(table.Header, table.Columns[0].Label), columns, how);
    }
}
