using OrdosPipeline.Core.Intake;

namespace OrdosPipeline.Core.Validation.Rules.Table;

internal sealed class SheetSkipped() : Rule<SheetSubject>(
    FindingCodes.SheetSkipped,
    Severity.Info,
    "工作表未读取",
    "Sheet not read",
    "{where}没有读取：{reason}。",
    "{where} was not read: {reason}.")
{
    internal override Fault? Find(SheetSubject subject, CheckContext context)
    {
        if (subject.Sheet.Outcome == SheetOutcome.Hidden)
            return new Fault(null, new Detail("reason", "它是隐藏的工作表", "it is hidden"));
        return subject.Sheet.Outcome == SheetOutcome.NoTable && subject.Reading.Sheets.Any(sheet => sheet.Outcome == SheetOutcome.Read)
            ? new Fault(null, new Detail("reason", "其中没有可以识别的数据表", "it holds no table that was recognised"))
            : null;
    }
}
