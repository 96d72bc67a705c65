using OrdosPipeline.Core.Plan;
using OrdosPipeline.Testing;

namespace OrdosPipeline.Core.Tests.Plan;

public class PlanLibraryTests
{
    private static readonly PlanLibrary Plans = new([TestPlan.Mini16(), TestPlan.Ordos14()]);

    [Theory]
    [InlineData(2020, "mini-16")]
    [InlineData(2021, "ordos-14")]
    [InlineData(2025, "ordos-14")]
    [InlineData(2026, "mini-16")]
    [InlineData(2031, "mini-16")]
    public void The_plan_in_force_contains_the_year_or_is_the_latest(int year, string plan) => Assert.Equal(plan, Plans.InForce(year).Id);

    [Fact]
    public void Plans_are_found_by_id_in_the_order_of_their_years()
    {
        Assert.Equal(["ordos-14", "mini-16"], Plans.All.Select(plan => plan.Id));
        Assert.Same(TestPlan.Mini16(), Plans.Find("mini-16"));
        Assert.Null(Plans.Find("MINI-16"));
    }

    [Fact]
    public void No_plan_and_two_of_one_id_are_refused()
    {
        Assert.Throws<ArgumentException>(() => new PlanLibrary([]));
        Assert.Throws<ArgumentException>(() => new PlanLibrary([TestPlan.Mini16(), TestPlan.Mini16()]));
    }
}
