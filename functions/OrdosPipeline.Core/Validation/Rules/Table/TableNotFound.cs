using OrdosPipeline.Core.Intake;

namespace OrdosPipeline.Core.Validation.Rules.Table;

/// <summary>No sheet of the file holds a table.</summary>
internal sealed class TableNotFound() : Rule<FileSubject>(
    FindingCodes.TableNotFound,
    Severity.Error,
    "没有找到数据表",
    "No table found",
    "{where}没有找到可以识别的数据表。请保留一行表头，写明“指标名称、期间、数值”（或“项目名称、状态、累计完成投资”等）各列的名称。",
    "{where}: no table was recognised. Keep one header row that names the columns, such as indicator name, period and value, or project name, state and investment.")
{
    internal override Fault? Find(FileSubject subject, CheckContext context)
    {
        if (subject.Reading is not { } reading || reading.Sheets.All(sheet => sheet.Outcome == SheetOutcome.Empty) || reading.Sheets.Any(sheet => sheet.Outcome == SheetOutcome.Read))
            return null;
        return new Fault(null);
    }
}
