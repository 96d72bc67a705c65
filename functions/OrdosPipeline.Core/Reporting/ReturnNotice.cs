using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Progress;

namespace OrdosPipeline.Core.Reporting;

/// <summary>Which of the two notices about a quarter's returns it is.</summary>
public enum NoticeKind
{
    /// <summary>报送提醒: before the deadline.</summary>
    Reminder,

    /// <summary>逾期通报: after it.</summary>
    Overdue,
}

/// <summary>Who has not reported a quarter: written once before its deadline and once after.</summary>
/// <param name="Plan">Id of the plan.</param>
/// <param name="Quarter">The quarter to be reported.</param>
/// <param name="Kind">Which notice.</param>
/// <param name="Deadline">The instant at which the deadline passes.</param>
/// <param name="AsOf">What was known at this instant went into it, UTC.</param>
/// <param name="Departments">Those expected to report, in the catalogue's order.</param>
public sealed record ReturnNotice(
    string Plan, ReportingQuarter Quarter, NoticeKind Kind, DateTimeOffset Deadline, DateTimeOffset AsOf, IReadOnlyList<DepartmentCompleteness> Departments)
{
    public IEnumerable<DepartmentCompleteness> Missing => Departments.Where(department => department.IsMissing);

    /// <summary>The code in file names and JSON: reminder or overdue.</summary>
    public string Code => CodeOf(Kind);

    public static string CodeOf(NoticeKind kind) => kind == NoticeKind.Reminder ? "reminder" : "overdue";
}
