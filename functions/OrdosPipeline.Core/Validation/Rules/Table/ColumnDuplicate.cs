using OrdosPipeline.Core.Intake;

namespace OrdosPipeline.Core.Validation.Rules.Table;

internal sealed class ColumnDuplicate() : Rule<ColumnSubject>(
    FindingCodes.ColumnDuplicate,
    Severity.Error,
    "列重复",
    "Column repeated",
    "{where}的列“{found}”与前面的列重复，无法判断以哪一列为准。请只保留一列，或把列名写清楚。",
    "{where}: the column “{found}” says the same as one before it. Keep one of them or name them apart.")
{
    internal override Fault? Find(ColumnSubject subject, CheckContext context) => subject.Table.DuplicateColumns.Contains(subject.Column)
            ? new Fault(new Written(subject.Column.Header, subject.Column.Label))
            : null;
}
