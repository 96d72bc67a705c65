using System.Globalization;
using System.Text;
using OrdosPipeline.Infra.Tests.Bicep;
using OrdosPipeline.Testing;

namespace OrdosPipeline.Infra.Tests.Scale;

/// <summary>COST.md: its inputs are those that were measured or that the templates say, and its arithmetic is right.</summary>
public sealed class CostDocumentTests
{
    private const int Cities = 300;

    /// <summary>Rows that the ledger takes for a return, rounded up.</summary>
    private const int LedgerRows = 10;

    private static readonly string Document = File.ReadAllText(Checkout.PathOf("infra", "COST.md")).ReplaceLineEndings("\n");

    [Fact]
    public async Task Inputs_that_can_be_measured_lie_above_what_is_measured_and_not_far()
    {
        var measured = await ReturnMeasure.StandardAsync();
        var inputs = Inputs(1);
        Assert.Equal(measured.Values, inputs["values per upload"]);
        AssertNear(measured.BlobReads, inputs["blob reads per upload"]);
        AssertNear(measured.BlobWrites, inputs["blob writes per upload"]);
        AssertNear(measured.TableRequests, inputs["table requests per upload"]);
        AssertNear(measured.LedgerRows, LedgerRows);

        static void AssertNear(int measured, decimal input) => Assert.InRange(input, measured, 3 * measured);
    }

    [Fact]
    public void Inputs_that_the_templates_and_the_plan_decide_are_theirs()
    {
        var inputs = Inputs(1);
        Assert.Equal(Deployment.Flex.OfType("Microsoft.Insights/scheduledQueryRules").Count(), inputs["log alerts"]);
        Assert.Equal(Deployment.Flex.OfType("Microsoft.Insights/metricAlerts").Count(), inputs["metric alerts"]);
        Assert.Equal(TestPlan.Ordos14().Departments.Count * 4 * 2, inputs["uploads"]);
        Assert.Equal(365 * 24 * 4, inputs["sweeps"]);
        var silences = Deployment.Flex.OfType("Microsoft.Insights/scheduledQueryRules").Count(rule => rule.Name.StartsWith("silent-", StringComparison.Ordinal));
        Assert.Equal(365 * (silences - 1), inputs["daily timer runs"]);
        Assert.Equal(inputs["uploads"] * Cities, Inputs(2)["uploads"]);
        var memory = Deployment.Flex.One("Microsoft.Web/sites").Properties.GetProperty("functionAppConfig").GetProperty("scaleAndConcurrency").GetProperty("instanceMemoryMB").GetInt32();
        Assert.Equal(memory / 1024m, inputs["memory GB"]);
    }

    [Fact]
    public void The_arithmetic_is_right()
    {
        var prices = Table("Prices").ToDictionary(row => row[0], row => Decimal(row[1]), StringComparer.Ordinal);
        var one = new CostModel(Inputs(1), prices, systems: 1).Items();
        var each = new CostModel(Inputs(1), prices, Cities).Items();
        var shared = new CostModel(Inputs(2), prices, systems: 1).Items();
        var text = new StringBuilder("| item | one city | $ a year | 300 cities, a system each | $ a year | 300 cities, one system | $ a year |\n| --- | --- | ---: | --- | ---: | --- | ---: |\n");
        for (var index = 0; index < one.Count; index++)
            text.Append(CultureInfo.InvariantCulture, $"| {one[index].Item} | {one[index].Arithmetic} | {Dollars(one[index].Dollars)} | {each[index].Arithmetic} | {Dollars(each[index].Dollars)} | {shared[index].Arithmetic} | {Dollars(shared[index].Dollars)} |\n");
        text.Append(CultureInfo.InvariantCulture, $"| **sum** | | **{Dollars(Sum(one))}** | | **{Dollars(Sum(each))}** | | **{Dollars(Sum(shared))}** |\n");
        ReadmeSection.Holds("cost", text.ToString(), "COST.md");

        var premium = 2 * 24 * 365 * prices["Premium EP1 hour"];
        ReadmeSection.Holds(
            "premium",
            $"Elastic Premium in place of the two items of Functions: 2 instances × 24 × 365 hours × ${prices["Premium EP1 hour"].ToString(CultureInfo.InvariantCulture)} = ${Dollars(premium)} a year a system, {Dollars(premium * Cities)} for 300. A private network: 3 endpoints × 12 months × ${prices["private endpoint month"].ToString(CultureInfo.InvariantCulture)} = ${Dollars(36 * prices["private endpoint month"])}.\n",
            "COST.md");
    }

    [Fact]
    public void Three_hundred_cities_on_one_afternoon_stay_below_the_limits_of_partitions_and_account()
    {
        var afternoon = ReportingAfternoon.Simulate(TestPlan.Ordos14(), Cities, LedgerRows);
        Assert.True(afternoon.BusiestPartition.Rows < ReportingAfternoon.PartitionLimit / 10, $"{afternoon.BusiestPartition}");
        Assert.True(afternoon.BusiestSecond < ReportingAfternoon.AccountLimit, $"{afternoon.BusiestSecond}");

        var shortest = (int)Math.Ceiling(afternoon.Rows / (double)ReportingAfternoon.AccountLimit);
        ReadmeSection.Holds("afternoon", string.Create(CultureInfo.InvariantCulture, $"""
            | 300 cities hand in one quarter between two and five o'clock, half of them in the last half hour | |
            | --- | ---: |
            | returns | {afternoon.Returns:#,0} |
            | rows written | {afternoon.Rows:#,0} |
            | rows in the busiest second, of {ReportingAfternoon.AccountLimit:#,0} that an account takes | {afternoon.BusiestSecond:#,0} |
            | rows to one partition in one second at most, of {ReportingAfternoon.PartitionLimit:#,0} that it takes | {afternoon.BusiestPartition.Rows:#,0} (`{afternoon.BusiestPartition.Table}`, `{afternoon.BusiestPartition.Key}`) |
            | shortest time in which an account takes all rows | {shortest:#,0} s |

            """).ReplaceLineEndings("\n"), "COST.md");
        ReadmeSection.Holds(
            "how far it goes",
            string.Create(CultureInfo.InvariantCulture, $"If 300 cities shared one account and handed in a quarter on one afternoon, the busiest second would write {afternoon.BusiestSecond:#,0} of the {ReportingAfternoon.AccountLimit:#,0} rows that an account takes, and the busiest partition {afternoon.BusiestPartition.Rows:#,0} of {ReportingAfternoon.PartitionLimit:#,0}: the keys are not what limits it.\n"));
    }

    [Fact]
    public void The_number_of_role_assignments_is_the_one_that_limits_a_subscription()
    {
        // learn.microsoft.com/azure/role-based-access-control/troubleshoot-limits
        var count = Deployment.Flex.OfType("Microsoft.Authorization/roleAssignments").Count();
        var assignments = (count + 49) / 50 * 50;
        Assert.Contains($"| role assignments | 4,000 in a subscription, 2,000 in Azure China | {4000 / assignments} cities, {2000 / assignments} in China, at some {assignments} each |", Document, StringComparison.Ordinal);
        Assert.Contains($"a city needs some {assignments}.", File.ReadAllText(Checkout.PathOf("infra", "README.md")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_partition_gets_no_more_than_one_city_writes_to_it()
    {
        // Were the plan left out of the keys, the cities would meet in one partition; the simulation would show it.
        var one = ReportingAfternoon.Simulate(TestPlan.Ordos14(), cities: 1, LedgerRows);
        var many = ReportingAfternoon.Simulate(TestPlan.Ordos14(), cities: 60, LedgerRows);
        Assert.Equal(TestPlan.Ordos14().Departments.Count, one.Returns);
        Assert.Equal(60 * one.Rows, many.Rows);
        Assert.True(many.BusiestPartition.Rows <= 4 * one.BusiestPartition.Rows);
    }

    private static Dictionary<string, decimal> Inputs(int column) =>
        Table("Inputs").ToDictionary(row => row[0], row => Decimal(row[column].Length > 0 ? row[column] : row[1]), StringComparer.Ordinal);

    /// <summary>The rows of the table below a heading, cell by cell, without its head.</summary>
    private static List<string[]> Table(string heading)
    {
        var section = Document.Split("\n## ").Single(part => part.StartsWith(heading + "\n", StringComparison.Ordinal));
        return [.. section.Split('\n').Where(line => line.StartsWith('|')).Skip(2).Select(line => line.Trim('|').Split('|').Select(cell => cell.Trim()).ToArray())];
    }

    private static decimal Decimal(string text) => decimal.Parse(text, NumberStyles.AllowThousands | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);

    private static decimal Sum(IEnumerable<(string Item, decimal Dollars, string Arithmetic)> items) => items.Sum(item => item.Dollars);

    private static string Dollars(decimal dollars) => dollars.ToString("#,0.00", CultureInfo.InvariantCulture);
}
