namespace OrdosPipeline.Core.Validation.Rules.File;

internal sealed class DepartmentUnknown() : Rule<FileSubject>(
    FindingCodes.DepartmentUnknown,
    Severity.Error,
    "不认识的部门文件夹",
    "Folder of no department",
    "文件夹“{found}”不是已登记的报送部门。请把文件放入本部门的文件夹后重新上传。",
    "The folder “{found}” belongs to no department. Put the file into the folder of your department and upload it again.")
{
    internal override Fault? Find(FileSubject subject, CheckContext context) =>
            context.Department is null ? new Fault(null) { Found = subject.Submission.Department } : null;
}
