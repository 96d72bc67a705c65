using OrdosPipeline.Core.Plan;

namespace OrdosPipeline.Core.Progress;

/// <summary>When a return counts as on time. Printed in every report.</summary>
public sealed record CompletenessSettings
{
    /// <summary>Days after the end of a quarter, in China, until which a return is on time; the last of them included.</summary>
    /// <value>Default 20.</value>
    public int DeadlineDays { get; init; } = 20;

    /// <summary>The instant at which the deadline of a quarter passes.</summary>
    public DateTimeOffset Deadline(ReportingQuarter quarter) => ChinaTime.EndOf(quarter.LastDay.AddDays(DeadlineDays));
}

/// <summary>One submission, as far as completeness asks about it.</summary>
/// <param name="Department">Code.</param>
/// <param name="UploadedAt">UTC.</param>
/// <param name="IsAccepted">Whether it passed the check.</param>
/// <param name="Quarters">The quarters in which the periods of its readable values end.</param>
public readonly record struct ReceivedReturn(string Department, DateTimeOffset UploadedAt, bool IsAccepted, IReadOnlyList<ReportingQuarter> Quarters);

/// <summary>Whether one department has reported one quarter.</summary>
public sealed record DepartmentCompleteness
{
    /// <summary>Code.</summary>
    public required string Department { get; init; }

    public required string Name { get; init; }

    /// <summary>How many of its indicators are due: the quarterly ones, in a fourth quarter all.</summary>
    public required int IndicatorsDue { get; init; }

    /// <summary>A return is expected from whoever has indicators due, or, in a fourth quarter, projects.</summary>
    public required bool IsExpected { get; init; }

    /// <summary>Submissions with a value whose period ends in the quarter, accepted or not.</summary>
    public required int Received { get; init; }

    public required int Accepted { get; init; }

    /// <summary>Whether the first accepted one came before the deadline.</summary>
    public required bool IsOnTime { get; init; }

    /// <summary>Of the last accepted one, UTC; null when there is none.</summary>
    public DateTimeOffset? LastUploadedAt { get; init; }
}

/// <summary>Who has reported a quarter and who has not (METHODOLOGY.md, completeness).</summary>
public static class Completeness
{
    /// <returns>One entry per department that is expected to report or has reported, in the catalogue's order.</returns>
    public static IReadOnlyList<DepartmentCompleteness> Of(
        PlanCatalogue plan, ReportingQuarter quarter, IEnumerable<ReceivedReturn> returns, CompletenessSettings settings)
    {
        var deadline = settings.Deadline(quarter);
        var isYearEnd = quarter.Number == 4;
        var received = returns.Where(r => r.Quarters.Contains(quarter)).ToLookup(r => r.Department, StringComparer.Ordinal);
        var due = plan.Indicators
            .Where(indicator => indicator.Series is null && (isYearEnd || indicator.Frequency == Frequency.Quarter))
            .ToLookup(indicator => indicator.Department, StringComparer.Ordinal);
        var withProjects = plan.Projects.Select(project => project.Department).ToHashSet(StringComparer.Ordinal);

        var departments = new List<DepartmentCompleteness>();
        foreach (var department in plan.Departments)
        {
            var all = received[department.Code].ToList();
            var accepted = all.Where(r => r.IsAccepted).ToList();
            var indicators = due[department.Code].Count();
            var isExpected = indicators > 0 || (isYearEnd && withProjects.Contains(department.Code));
            if (!isExpected && all.Count == 0)
                continue;
            departments.Add(new DepartmentCompleteness
            {
                Department = department.Code,
                Name = department.Name,
                IndicatorsDue = indicators,
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
