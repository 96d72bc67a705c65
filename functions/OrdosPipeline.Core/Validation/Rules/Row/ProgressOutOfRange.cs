using OrdosPipeline.Core.Intake;

namespace OrdosPipeline.Core.Validation.Rules.Row;

internal sealed class ProgressOutOfRange() : Rule<ProjectRow>(
    FindingCodes.ProgressOutOfRange,
    Severity.Error,
    "形象进度超出 0% 到 100%",
    "Progress outside 0 % to 100 %",
    "{where}的形象进度“{found}”不在 0% 到 100% 之间。请改正。",
    "{where}: the progress “{found}” is not between 0 % and 100 %. Correct it.")
{
    internal override Fault? Find(ProjectRow subject, CheckContext context) => subject.Progress is { Number: { IsRead: true, Value: < 0 or > 100 } } progress ? new Fault(progress.Cell) : null;
}
