using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Progress;
using OrdosPipeline.Testing;

namespace OrdosPipeline.Core.Tests.Progress;

public class CompletenessTests
{
    private static readonly ReportingQuarter Q1 = new(2026, 1);
    private static readonly ReportingQuarter Q4 = new(2026, 4);

    // 20 days after 31 March, to the last second of 20 April in China.
    private static readonly DateTimeOffset LastSecond = new(2026, 4, 20, 15, 59, 59, TimeSpan.Zero);

    [Fact]
    public void Without_returns_whoever_has_quarterly_indicators_is_expected_and_missing()
    {
        var departments = Of(Q1);
        Assert.Equal(["statistics", "works"], departments.Select(d => d.Department));
        Assert.All(departments, d => Assert.Equal((true, 0, 0, false), (d.IsExpected, d.Received, d.Accepted, d.IsOnTime)));
        Assert.Equal([3, 3], departments.Select(d => d.IndicatorsDue));
    }

    [Fact]
    public void A_return_up_to_the_last_second_of_the_deadline_in_China_is_on_time()
    {
        Assert.True(Of(Q1, Return("statistics", LastSecond))[0].IsOnTime);
        Assert.False(Of(Q1, Return("statistics", LastSecond.AddSeconds(1)))[0].IsOnTime);
    }

    [Fact]
    public void The_first_accepted_return_counts_for_time_and_the_last_for_the_date()
    {
        var statistics = Of(Q1, Return("statistics", LastSecond), Return("statistics", LastSecond.AddDays(30)))[0];
        Assert.Equal((2, 2, true, LastSecond.AddDays(30)), (statistics.Received, statistics.Accepted, statistics.IsOnTime, statistics.LastUploadedAt));
    }

    [Fact]
    public void A_rejected_return_is_received_and_not_accepted()
    {
        var statistics = Of(Q1, Return("statistics", LastSecond) with { IsAccepted = false })[0];
        Assert.Equal((1, 0, false, null), (statistics.Received, statistics.Accepted, statistics.IsOnTime, statistics.LastUploadedAt));
    }

    [Fact]
    public void A_return_of_another_quarter_does_not_count() =>
        Assert.Equal(0, Of(Q1, Return("statistics", LastSecond) with { Quarters = [Q4] })[0].Received);

    [Fact]
    public void Whoever_reports_unasked_is_listed_and_not_expected()
    {
        var east = Of(Q1, Return("east", LastSecond)).Single(d => d.Department == "east");
        Assert.Equal((false, 1), (east.IsExpected, east.Accepted));
    }

    private static IReadOnlyList<DepartmentCompleteness> Of(ReportingQuarter quarter, params ReceivedReturn[] returns) =>
        Completeness.Of(TestPlan.Mini16(), quarter, returns, new CompletenessSettings());

    private static ReceivedReturn Return(string department, DateTimeOffset uploadedAt) => new(department, uploadedAt, true, [Q1]);
}
