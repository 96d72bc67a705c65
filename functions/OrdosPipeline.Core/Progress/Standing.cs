namespace OrdosPipeline.Core.Progress;

/// <summary>Statuses as national mid-term reports count them: 提前、快于、符合、慢于. METHODOLOGY.md says which status is which.</summary>
public enum Standing
{
    /// <summary>已实现: the target is met, early or on time.</summary>
    Achieved,

    /// <summary>快于预期</summary>
    Ahead,

    /// <summary>符合预期, also a bound that is kept.</summary>
    OnSchedule,

    /// <summary>慢于预期, also what is far behind, broken, missed or overdue.</summary>
    Behind,

    /// <summary>尚不能评价, or not due.</summary>
    Open,
}

public static class Standings
{
    public static IReadOnlyList<Standing> All { get; } = Enum.GetValues<Standing>();

    public static Standing Standing(this AssessmentStatus status) => status switch
    {
        AssessmentStatus.Achieved or AssessmentStatus.Done => Progress.Standing.Achieved,
        AssessmentStatus.Ahead => Progress.Standing.Ahead,
        AssessmentStatus.OnSchedule or AssessmentStatus.Held => Progress.Standing.OnSchedule,
        _ when status.IsBad() => Progress.Standing.Behind,
        _ => Progress.Standing.Open,
    };

    /// <summary>The code in JSON, such as <c>on-schedule</c>.</summary>
    public static string Code(this Standing standing) => standing switch
    {
        Progress.Standing.Achieved => "achieved",
        Progress.Standing.Ahead => "ahead",
        Progress.Standing.OnSchedule => "on-schedule",
        Progress.Standing.Behind => "behind",
        _ => "open",
    };

    /// <summary>The word in a Chinese report.</summary>
    public static string Chinese(this Standing standing) => standing switch
    {
        Progress.Standing.Achieved => "已实现",
        Progress.Standing.Ahead => "快于预期",
        Progress.Standing.OnSchedule => "符合预期",
        Progress.Standing.Behind => "慢于预期",
        _ => "尚不能评价",
    };
}
