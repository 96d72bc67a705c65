namespace OrdosPipeline.Core.Progress;

/// <summary>What an assessment says. METHODOLOGY.md defines which one applies.</summary>
public enum AssessmentStatus
{
    /// <summary>待下达目标: a higher authority has yet to set the target.</summary>
    TargetPending,

    /// <summary>已完成: a milestone is reached.</summary>
    Done,

    /// <summary>待完成: a milestone still has time.</summary>
    Due,

    /// <summary>逾期: a milestone's time is over.</summary>
    Overdue,

    /// <summary>无数据</summary>
    NoData,

    /// <summary>仅记录: the plan gives no number to judge by.</summary>
    Recorded,

    /// <summary>数据不全: a year that the formula needs is missing.</summary>
    Incomplete,

    /// <summary>守住: a bound is kept.</summary>
    Held,

    /// <summary>未守住: a bound is broken.</summary>
    Breached,

    /// <summary>提前完成 before the horizon, 完成 at it.</summary>
    Achieved,

    /// <summary>未完成: the horizon is reached without the target.</summary>
    Missed,

    /// <summary>缺基期: there is nothing to measure progress from.</summary>
    NoBaseline,

    /// <summary>快于预期</summary>
    Ahead,

    /// <summary>符合预期</summary>
    OnSchedule,

    /// <summary>慢于预期</summary>
    Behind,

    /// <summary>严重滞后</summary>
    FarBehind,
}

/// <summary>How a status is coloured, wherever it is shown. Colour never stands alone: the status is written beside it.</summary>
public enum StatusTone
{
    /// <summary>Cannot be judged, or is not due.</summary>
    Neutral,

    Good,

    /// <summary>As expected.</summary>
    Fair,

    Slow,

    Bad,
}

public static class AssessmentStatuses
{
    /// <exception cref="FormatException">There is no status with this code.</exception>
    public static AssessmentStatus Parse(string code)
    {
        foreach (var status in Enum.GetValues<AssessmentStatus>())
        {
            if (status.Code() == code)
                return status;
        }

        throw new FormatException($"'{code}' is not a status.");
    }

    public static StatusTone Tone(this AssessmentStatus status) => status switch
    {
        AssessmentStatus.Achieved or AssessmentStatus.Ahead or AssessmentStatus.Held or AssessmentStatus.Done => StatusTone.Good,
        AssessmentStatus.OnSchedule => StatusTone.Fair,
        AssessmentStatus.Behind => StatusTone.Slow,
        AssessmentStatus.FarBehind or AssessmentStatus.Breached or AssessmentStatus.Missed or AssessmentStatus.Overdue => StatusTone.Bad,
        _ => StatusTone.Neutral,
    };

    /// <summary>The code in JSON and tables, such as <c>on-schedule</c>.</summary>
    public static string Code(this AssessmentStatus status) => status switch
    {
        AssessmentStatus.TargetPending => "target-pending",
        AssessmentStatus.Done => "done",
        AssessmentStatus.Due => "due",
        AssessmentStatus.Overdue => "overdue",
        AssessmentStatus.NoData => "no-data",
        AssessmentStatus.Recorded => "recorded",
        AssessmentStatus.Incomplete => "incomplete",
        AssessmentStatus.Held => "held",
        AssessmentStatus.Breached => "breached",
        AssessmentStatus.Achieved => "achieved",
        AssessmentStatus.Missed => "missed",
        AssessmentStatus.NoBaseline => "no-baseline",
        AssessmentStatus.Ahead => "ahead",
        AssessmentStatus.OnSchedule => "on-schedule",
        AssessmentStatus.Behind => "behind",
        _ => "far-behind",
    };

    /// <summary>The word in a Chinese report.</summary>
    /// <param name="status">The status.</param>
    /// <param name="beforeHorizon">Whether the value judged lies before the end of the target year; tells 提前完成 from 完成.</param>
    public static string Chinese(this AssessmentStatus status, bool beforeHorizon) => status switch
    {
        AssessmentStatus.TargetPending => "待下达目标",
        AssessmentStatus.Done => "已完成",
        AssessmentStatus.Due => "待完成",
        AssessmentStatus.Overdue => "逾期",
        AssessmentStatus.NoData => "无数据",
        AssessmentStatus.Recorded => "仅记录",
        AssessmentStatus.Incomplete => "数据不全",
        AssessmentStatus.Held => "守住",
        AssessmentStatus.Breached => "未守住",
        AssessmentStatus.Achieved => beforeHorizon ? "提前完成" : "完成",
        AssessmentStatus.Missed => "未完成",
        AssessmentStatus.NoBaseline => "缺基期",
        AssessmentStatus.Ahead => "快于预期",
        AssessmentStatus.OnSchedule => "符合预期",
        AssessmentStatus.Behind => "慢于预期",
        _ => "严重滞后",
    };

    /// <summary>Whether a binding indicator with this status is red.</summary>
    public static bool IsBad(this AssessmentStatus status) => status is AssessmentStatus.Behind or AssessmentStatus.FarBehind
        or AssessmentStatus.Breached or AssessmentStatus.Missed or AssessmentStatus.Overdue;
}
