using OrdosPipeline.Core.Intake;

namespace OrdosPipeline.Core.Validation.Rules.Row;

internal sealed class ProjectStateUnknown() : Rule<ProjectRow>(
    FindingCodes.ProjectStateUnknown,
    Severity.Error,
    "项目状态看不懂",
    "State of the project not known",
    "{where}的项目状态“{found}”看不懂。请填写：前期、未开工、在建、完工或停工。",
    "{where}: the state “{found}” is not known. Write 前期, 未开工, 在建, 完工 or 停工.")
{
    internal override Fault? Find(ProjectRow subject, CheckContext context) => subject.State is { } state && !ProjectStateText.TryRead(state.Text, out _) ? new Fault(state) : null;
}
