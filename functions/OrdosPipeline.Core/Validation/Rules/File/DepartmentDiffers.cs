using OrdosPipeline.Core.Intake;

namespace OrdosPipeline.Core.Validation.Rules.File;

/// <summary>填报单位 names another department than the folder does.</summary>
internal sealed class DepartmentDiffers() : Rule<KeyLine>(
    FindingCodes.DepartmentDiffers,
    Severity.Warning,
    "填报单位与文件夹不符",
    "Department differs from the folder",
    "{where}填报单位写的是“{found}”，而文件放在“{department}”的文件夹中。请核对文件是否放错了文件夹。",
    "{where}: the reporting department is “{found}”, but the file lies in the folder of {department}. Check that it is in the right folder.")
{
    internal override Fault? Find(KeyLine subject, CheckContext context)
    {
        if (subject.Kind != KeyLineKind.Department || context.Department is not { } own || context.Words.Departments.Find(subject.Value) is not { } named || named.Code == own.Code)
            return null;
        return new Fault(new Written(subject.Address, subject.Value), new Detail("department", own.Name));
    }
}
