using OrdosPipeline.Core.Intake;

namespace OrdosPipeline.Core.Validation.Rules.Row;

internal sealed class ProjectNameMismatch() : Rule<ProjectRow>(
    FindingCodes.ProjectNameMismatch,
    Severity.Error,
    "项目名称与编码不符",
    "Name and code of the project disagree",
    "{where}的项目名称“{found}”与同一行的编码不一致，该编码是“{named}”。请改正编码或名称。",
    "{where}: the name “{found}” does not belong to the code in the same row, which is “{named}”. Correct one of them.")
{
    internal override Fault? Find(ProjectRow subject, CheckContext context) => subject.Match is { Outcome: NameOutcome.NameMismatch, Item: { } item }
            ? new Fault(subject.Subject, new Detail("named", $"{item.Id} {item.Name}"))
            : null;
}
