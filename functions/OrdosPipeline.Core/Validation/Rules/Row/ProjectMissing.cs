using OrdosPipeline.Core.Intake;

namespace OrdosPipeline.Core.Validation.Rules.Row;

internal sealed class ProjectMissing() : Rule<ProjectRow>(
    FindingCodes.ProjectMissing,
    Severity.Error,
    "没有写项目",
    "Project missing",
    "{where}有进展情况，但没有写项目编码或项目名称。请补填项目名称。",
    "{where}: there is progress but neither code nor name of a project. Fill in the name.")
{
    internal override Fault? Find(ProjectRow subject, CheckContext context) => subject.Match.Outcome == NameOutcome.Missing ? new Fault(subject.Subject) : null;
}
