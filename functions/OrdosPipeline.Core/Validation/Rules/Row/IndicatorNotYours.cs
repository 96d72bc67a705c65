namespace OrdosPipeline.Core.Validation.Rules.Row;

/// <summary>A department reports its own indicators; a banner or district any indicator, but for itself only.</summary>
internal sealed class IndicatorNotYours() : Rule<IndicatorSubject>(
    FindingCodes.IndicatorNotYours,
    Severity.Error,
    "不由本部门报送的指标",
    "Another department's indicator",
    "{where}“{found}”不由{department}报送：{reason}。请删除该行，或核对文件是否放错了文件夹。",
    "{where}: “{found}” is not reported by {department}: {reason}. Remove the row, or check that the file is in the right folder.")
{
    internal override Fault? Find(IndicatorSubject subject, CheckContext context)
    {
        if (subject.Row.Indicator is not { } indicator || context.Department is not { } own)
            return null;
        var department = new Detail("department", own.Name);
        if (context.OwnRegion is null)
        {
            return subject.Value is null && indicator.Department != own.Code
                ? new Fault(subject.Row.Subject, department, new Detail("reason", $"该指标由{context.NameOf(indicator.Department)}报送", $"it is reported by {context.NameOf(indicator.Department)}"))
                : null;
        }

        if (subject.Value is not { Region: { } region } value || region.Code == context.OwnRegion.Code)
            return null;
        return new Fault(
            value.RegionAt ?? subject.Row.Subject,
            department,
            new Detail("reason", $"旗区只报送本旗区（{context.OwnRegion.Name}）的数据", $"a banner or district reports for itself only ({context.OwnRegion.Name})"));
    }
}
