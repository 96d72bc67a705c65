using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Validation.History;

namespace OrdosPipeline.Core.Validation.Rules.History;

/// <summary>形象进度, 累计完成投资 and 完成量 count from the project's start and do not fall.</summary>
internal sealed class ProgressFell() : Rule<ProgressSubject>(
    FindingCodes.ProgressFell,
    Severity.Warning,
    "工程进度倒退",
    "Progress fell",
    "{where}的{name}“{found}”低于{period}报送的{previous}，从开工起累计的数不应减少。请核对；如属核减等情况可不改，建议在备注中说明。",
    "{where}: {name} “{found}” is less than the {previous} of {period}; what counts from the start does not fall. Check it; leave it if it was corrected downwards, and say so in the remark.")
{
    internal override Fault? Find(ProgressSubject subject, CheckContext context) => subject.Amount.Value < subject.Previous
            ? new Fault(
                subject.Amount.Cell,
                new Detail("name", subject.Amount.Name, subject.Amount.NameEn),
                new Detail("period", HistoryText.Months(subject.PreviousPeriod, Measure.Count)),
                new Detail("previous", HistoryText.Number(subject.Previous) + subject.Amount.Unit))
            : null;
}
