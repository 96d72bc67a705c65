using OrdosPipeline.Core.Plan;

namespace OrdosPipeline.Core.Tests.Plan;

public class ChinaTimeTests
{
    [Theory]
    [InlineData("2023-10-20T15:59:59Z", "2023-10-20")]
    [InlineData("2023-10-20T16:00:00Z", "2023-10-21")]
    [InlineData("2023-12-31T16:00:00Z", "2024-01-01")]
    [InlineData("2023-10-20T23:00:00+08:00", "2023-10-20")]
    [InlineData("2023-07-01T15:59:59Z", "2023-07-01")]
    public void Day_is_the_one_in_China(string instant, string day) =>
        Assert.Equal(DateOnly.Parse(day, null), ChinaTime.DayOf(DateTimeOffset.Parse(instant, null)));

    [Fact]
    public void A_day_ends_where_the_next_begins()
    {
        var end = ChinaTime.EndOf(new DateOnly(2023, 12, 31));
        Assert.Equal(new DateTimeOffset(2023, 12, 31, 16, 0, 0, TimeSpan.Zero), end);
        Assert.Equal(new DateOnly(2023, 12, 31), ChinaTime.DayOf(end.AddTicks(-1)));
        Assert.Equal(new DateOnly(2024, 1, 1), ChinaTime.DayOf(end));
    }

    [Fact]
    public void An_instant_is_written_to_the_minute() =>
        Assert.Equal("2023-10-21 00:30", ChinaTime.MinuteOf(new DateTimeOffset(2023, 10, 20, 16, 30, 59, TimeSpan.Zero)));
}
