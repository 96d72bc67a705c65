using System.Globalization;

namespace OrdosPipeline.Core.Plan;

/// <summary>China Standard Time: UTC+8 the whole year, without daylight saving since 1991.</summary>
public static class ChinaTime
{
    private static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    /// <summary>The calendar day in China at an instant.</summary>
    public static DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(ClockOf(instant));

    /// <summary>An instant as a clock in China shows it.</summary>
    public static DateTime ClockOf(DateTimeOffset instant) => instant.ToOffset(Offset).DateTime;

    /// <summary>The calendar month in China at an instant, such as <c>2023-10</c>.</summary>
    public static string MonthOf(DateTimeOffset instant) => DayOf(instant).ToString("yyyy-MM", CultureInfo.InvariantCulture);

    /// <summary>An instant as people in China read it, such as <c>2023-10-20 08:30</c>.</summary>
    public static string MinuteOf(DateTimeOffset instant) => ClockOf(instant).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    /// <summary>The instant at which a day ends in China.</summary>
    public static DateTimeOffset EndOf(DateOnly day) => new(day.AddDays(1).ToDateTime(TimeOnly.MinValue), Offset);
}
