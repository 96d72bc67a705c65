using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Reporting;

namespace OrdosPipeline.Core.Stores;

/// <summary>The names of containers and of the blobs in them, and the id of a submission. Built nowhere else.</summary>
public static class BlobNames
{
    public const string Incoming = "incoming";
    public const string Accepted = "accepted";
    public const string Feedback = "feedback";
    public const string Reports = "reports";
    public const string Templates = "templates";
    public const string Decisions = "decisions";
    public const string Audit = "audit";

    private const string BegunEnding = ".begun.json";

    /// <summary>The media type of .xlsx workbooks.</summary>
    public const string WorkbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>Every container of the system.</summary>
    public static IReadOnlyList<string> Containers { get; } = [Incoming, Accepted, Feedback, Reports, Templates, Decisions, Audit];

    /// <summary>
    /// The id of one uploaded version of one file: 20 hexadecimal digits of the SHA-256 of path and ETag. 80 bits make a
    /// clash among a million submissions less likely than one in 10^12.
    /// </summary>
    public static string SubmissionId(string path, string etag)
    {
        var digest = SHA256.HashData(Encoding.UTF8.GetBytes($"{path}\n{etag.Trim('"')}"));
        return Convert.ToHexStringLower(digest.AsSpan(0, 10));
    }

    /// <summary>The segment of an incoming path that names the department; empty for a file that lies in no folder.</summary>
    public static string DepartmentSegment(string path) => path.IndexOf('/', StringComparison.Ordinal) is > 0 and var end ? path[..end] : "";

    /// <summary>Below <c>accepted/</c>.</summary>
    public static string AcceptedDocument(string plan, string department, string submissionId) => $"{plan}/{department}/{submissionId}.json";

    /// <summary>Below <c>feedback/</c>: under the department as resolved, with the sub-path and name of the upload.</summary>
    public static string FeedbackWorkbook(string department, string path, string submissionId) => $"{FeedbackStem(department, path, submissionId)}.xlsx";

    /// <summary>Below <c>feedback/</c>: beside the workbook.</summary>
    public static string FeedbackJson(string department, string path, string submissionId) => $"{FeedbackStem(department, path, submissionId)}.json";

    /// <summary>Below <c>reports/</c>.</summary>
    public static string Report(string plan, ReportingQuarter quarter, int version, string fileName) => $"{plan}/{quarter}/v{version}/{fileName}";

    /// <summary>Below <c>audit/</c>: that an act began, by month in China so that a year's acts can be listed.</summary>
    public static string AuditBegun(AuditAct act) => AuditStem(act) + BegunEnding;

    /// <summary>Below <c>audit/</c>: how it ended.</summary>
    public static string AuditEnded(AuditAct act) => AuditStem(act) + ".ended.json";

    /// <summary>Whether a blob of <c>audit/</c> says that an act began.</summary>
    public static bool IsAuditBegun(string name) => name.EndsWith(BegunEnding, StringComparison.Ordinal);

    private static string AuditStem(AuditAct act) =>
        string.Create(CultureInfo.InvariantCulture, $"{ChinaTime.MonthOf(act.At)}/{act.At.UtcDateTime:yyyyMMdd'T'HHmmss.fffffff'Z'}.{act.Id}");

    /// <summary>Below <c>templates/</c>. Departments open their folder, so that plans lie in folders below it.</summary>
    public static string Template(string plan, string department, string fileName) => $"{department}/{plan}/{fileName}";

    /// <summary>Below <c>reports/</c>: a notice of missing returns, beside the versions of its quarter.</summary>
    public static string Notice(string plan, ReportingQuarter quarter, NoticeKind kind, string extension) => $"{plan}/{quarter}/notice-{ReturnNotice.CodeOf(kind)}.{extension}";

    /// <summary>Whether a blob of <c>reports/</c> is the record of a notice.</summary>
    public static bool IsNotice(string name) => name.Split('/') is [_, _, var file] && file.StartsWith("notice-", StringComparison.Ordinal) && file.EndsWith(".json", StringComparison.Ordinal);

    /// <summary>Below <c>decisions/</c>.</summary>
    public static string Decision(string plan, string id) => $"{plan}/{id}.json";

    /// <summary>The submission of a blob below <c>feedback/</c>: what stands between the last two dots of its name.</summary>
    public static string SubmissionIdOf(string feedback) => Path.GetExtension(Path.GetFileNameWithoutExtension(feedback)).TrimStart('.');

    private static string FeedbackStem(string department, string path, string submissionId)
    {
        var segment = DepartmentSegment(path);
        var rest = segment.Length == 0 ? path : path[(segment.Length + 1)..];
        return $"{(department.Length == 0 ? "_" : department)}/{rest}.{submissionId}";
    }
}
