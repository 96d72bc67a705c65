using OrdosPipeline.Core.Intake;

namespace OrdosPipeline.Core.Validation.Rules.Table;

internal sealed class ColumnUnknown() : Rule<ColumnSubject>(
    FindingCodes.ColumnUnknown,
    Severity.Info,
    "多余的列",
    "Column not used",
    "{where}的列“{found}”系统不使用，已忽略。",
    "{where}: the column “{found}” is not used and was ignored.")
{
    internal override Fault? Find(ColumnSubject subject, CheckContext context) => subject.Column is { Role: ColumnRole.Unknown, Label.Length: > 0 }
            ? new Fault(new Written(subject.Column.Header, subject.Column.Label))
            : null;
}
