using System.Globalization;
using NCrontab;

namespace OrdosPipeline.LocalHost.Triggers.Timers;

/// <summary>When a timer is due, in UTC: six or five NCRONTAB fields, or the time between two runs.</summary>
internal sealed class TimerSchedule
{
    private readonly Func<DateTime, DateTime> next;

    private TimerSchedule(Func<DateTime, DateTime> next)
    {
        this.next = next;
    }

    /// <exception cref="FormatException">The text is neither a schedule nor a duration.</exception>
    public static TimerSchedule Parse(string text)
    {
        if (!text.Trim().Contains(' ', StringComparison.Ordinal)
            && TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var interval) && interval > TimeSpan.Zero)
            return new TimerSchedule(after => after + interval);

        var fields = text.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Length;
        var options = new CrontabSchedule.ParseOptions { IncludingSeconds = fields == 6 };
        var schedule = CrontabSchedule.TryParse(text, options)
            ?? throw new FormatException($"\"{text}\" is not a timer schedule.");
        return new TimerSchedule(schedule.GetNextOccurrence);
    }

    /// <summary>The first time that is due after the given one; both in UTC.</summary>
    public DateTime Next(DateTime after) => DateTime.SpecifyKind(next(after), DateTimeKind.Utc);

    /// <summary>Whether two runs can be less than a minute apart; such schedules are not remembered.</summary>
    public bool IsFasterThanAMinute(DateTime now)
    {
        var first = Next(now);
        return Next(first) - first < TimeSpan.FromMinutes(1);
    }
}
