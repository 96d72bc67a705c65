using OrdosPipeline.Core.Plan;

namespace OrdosPipeline.Core.Progress;

/// <summary>When a return counts as on time. Printed in every report.</summary>
public sealed record CompletenessSettings
{
    /// <summary>Days after the end of a quarter, in China, until which a return is on time; the last of them included.</summary>
    /// <value>Default 20.</value>
    public int DeadlineDays { get; init; } = 20;

    /// <summary>The instant at which the deadline of a quarter passes.</summary>
    public DateTimeOffset Deadline(ReportingQuarter quarter) => ChinaTime.EndOf(LastDay(quarter));

    /// <summary>The last day in China on which a return on a quarter is on time.</summary>
    public DateOnly LastDay(ReportingQuarter quarter) => quarter.LastDay.AddDays(DeadlineDays);

    /// <summary>
    /// The quarter that departments are asked for at an instant: the last one that has ended. Its returns are taken from
    /// the day after its end, and late ones until the next quarter ends.
    /// </summary>
    public static ReportingQuarter OpenQuarter(DateTimeOffset now) => ReportingQuarter.Of(ChinaTime.DayOf(now)).Previous;
}

/// <summary>One submission, as far as completeness asks about it.</summary>
/// <param name="Department">Code.</param>
/// <param name="UploadedAt">UTC.</param>
/// <param name="IsAccepted">Whether it passed the check.</param>
/// <param name="Quarters">The quarters in which the periods of its readable values end.</param>
public readonly record struct ReceivedReturn(string Department, DateTimeOffset UploadedAt, bool IsAccepted, IReadOnlyList<ReportingQuarter> Quarters);

/// <summary>Who has reported a quarter and who has not (METHODOLOGY.md, completeness).</summary>
public static class Completeness
{
    /// <param name="plan">The plan.</param>
    /// <param name="quarter">The quarter.</param>
    /// <param name="returns">Every submission for the plan.</param>
    /// <param name="settings">When a return is on time.</param>
    /// <param name="reported">What has been reported for the quarter; null counts nothing.</param>
    /// <returns>One entry per department that is expected to report or has reported, in the catalogue's order.</returns>
    public static IReadOnlyList<DepartmentCompleteness> Of(
        PlanCatalogue plan, ReportingQuarter quarter, IEnumerable<ReceivedReturn> returns, CompletenessSettings settings, ReportedSubjects? reported = null)
    {
        var deadline = settings.Deadline(quarter);
        var isYearEnd = quarter.Number == 4;
        var received = returns.Where(r => r.Quarters.Contains(quarter)).ToLookup(r => r.Department, StringComparer.Ordinal);
        var due = plan.Indicators
            .Where(indicator => indicator.IsDue(quarter))
            .ToLookup(indicator => indicator.Department, StringComparer.Ordinal);
        var projects = plan.Projects.ToLookup(project => project.Department, StringComparer.Ordinal);
        reported ??= ReportedSubjects.None;

        var departments = new List<DepartmentCompleteness>();
        foreach (var department in plan.Departments)
        {
            var all = received[department.Code].ToList();
            var accepted = all.Where(r => r.IsAccepted).ToList();
            var indicators = due[department.Code].Count();
            var projectsDue = isYearEnd ? projects[department.Code].Count() : 0;
            var isExpected = indicators > 0 || projectsDue > 0;
            if (!isExpected && all.Count == 0)
                continue;
            departments.Add(new DepartmentCompleteness
            {
                Department = department.Code,
                Name = department.Name,
                IndicatorsDue = indicators,
                IndicatorsReported = due[department.Code].Count(indicator => reported.Indicators.Contains(indicator.Id)),
                ProjectsDue = projectsDue,
                ProjectsReported = projects[department.Code].Count(project => reported.Projects.Contains(project.Id)),
                IsExpected = isExpected,
                Received = all.Count,
                Accepted = accepted.Count,
                IsOnTime = accepted.Count > 0 && accepted.Min(r => r.UploadedAt) < deadline,
                LastUploadedAt = accepted.Count > 0 ? accepted.Max(r => r.UploadedAt) : null,
            });
        }

        return departments;
    }
}
