using OrdosPipeline.Core.Intake;

namespace OrdosPipeline.Core.Validation.Rules.Row;

/// <summary>A bureau reports its own projects; a banner or district also those that lie in it.</summary>
internal sealed class ProjectNotYours() : Rule<ProjectRow>(
    FindingCodes.ProjectNotYours,
    Severity.Error,
    "不由本部门报送的项目",
    "Another department's project",
    "{where}“{found}”不由{department}报送，责任单位是{owner}。请删除该行，或核对文件是否放错了文件夹。",
    "{where}: “{found}” is not reported by {department} but by {owner}. Remove the row, or check that the file is in the right folder.")
{
    internal override Fault? Find(ProjectRow subject, CheckContext context)
    {
        if (subject.Match is not { Outcome: NameOutcome.Found, Item: { } project } || context.Department is not { } own || project.Department == own.Code
            || (context.OwnRegion is { } region && project.Regions.Contains(region.Code)))
            return null;
        return new Fault(subject.Subject, new Detail("department", own.Name), new Detail("owner", context.NameOf(project.Department)));
    }
}
