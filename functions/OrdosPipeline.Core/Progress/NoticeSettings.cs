using OrdosPipeline.Core.Plan;

namespace OrdosPipeline.Core.Progress;

/// <summary>When departments are reminded of a return, and whether another system is told.</summary>
public sealed record NoticeSettings
{
    /// <summary>How many days before the deadline the reminder is written; not before the quarter is over.</summary>
    /// <value>Default 7.</value>
    public int DaysBefore { get; init; } = 7;

    /// <summary>Where notices are posted as JSON; null posts none.</summary>
    public Uri? Webhook { get; init; }

    /// <summary>The instant from which the reminder of a quarter is due.</summary>
    public DateTimeOffset ReminderFrom(ReportingQuarter quarter, CompletenessSettings completeness)
    {
        var (over, before) = (ChinaTime.EndOf(quarter.LastDay), completeness.Deadline(quarter).AddDays(-DaysBefore));
        return before > over ? before : over;
    }
}
