using System.Globalization;
using OrdosPipeline.LocalHost.Triggers.Timers;

namespace OrdosPipeline.LocalHost.Tests.Triggers;

public class TimerScheduleTests
{
    [Theory]
    [InlineData("0 30 0 * * *", "2024-02-28T00:30:00Z", "2024-02-29T00:30:00Z")]
    [InlineData("*/10 * * * * *", "2024-01-01T00:00:05Z", "2024-01-01T00:00:10Z")]
    [InlineData("0 0 1 20 1,4,7,10 *", "2024-01-20T01:00:00Z", "2024-04-20T01:00:00Z")]
    [InlineData("0 0 9 * * MON-FRI", "2024-01-05T09:00:00Z", "2024-01-08T09:00:00Z")]
    [InlineData("*/5 * * * *", "2024-01-01T00:00:00Z", "2024-01-01T00:05:00Z")]
    [InlineData("00:15:00", "2024-01-01T00:00:03Z", "2024-01-01T00:15:03Z")]
    public void The_next_time_is_after_the_given_one_in_utc(string text, string after, string next)
        => Assert.Equal(Utc(next), TimerSchedule.Parse(text).Next(Utc(after)));

    [Theory]
    [InlineData("every day")]
    [InlineData("0 61 0 * * *")]
    [InlineData("-00:15:00")]
    public void A_text_that_is_no_schedule_is_refused(string text)
        => Assert.Throws<FormatException>(() => TimerSchedule.Parse(text));

    private static DateTime Utc(string text)
        => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture).UtcDateTime;
}
