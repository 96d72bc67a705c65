using OrdosPipeline.Core.Intake;

namespace OrdosPipeline.Core.Validation.Rules.Row;

internal sealed class ProjectUnknown() : Rule<ProjectRow>(
    FindingCodes.ProjectUnknown,
    Severity.Error,
    "找不到这个项目",
    "Project not known",
    "{where}“{found}”在规划的重点工程中找不到{hint}。请按工程目录改正编码或名称。",
    "{where}: “{found}” is not a project of the plan{hint}. Correct the code or the name.")
{
    internal override Fault? Find(ProjectRow subject, CheckContext context)
    {
        if (subject.Match.Outcome is not (NameOutcome.Unknown or NameOutcome.Ambiguous or NameOutcome.NotInPlan))
            return null;
        var nearest = string.Join("、", subject.Match.Offered.Take(5).Select(project => $"{project.Id} {project.Name}"));
        return new Fault(subject.Subject, nearest.Length == 0 ? new Detail("hint", "") : new Detail("hint", $"，最接近的是：{nearest}", $"; nearest: {nearest}"));
    }
}
