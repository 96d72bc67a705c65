using OrdosPipeline.Infra.Tests.Bicep;
using OrdosPipeline.Testing;

namespace OrdosPipeline.Infra.Tests;

public sealed class AlertTests
{
    private static readonly IReadOnlyList<Resource> Alerts =
        [.. Deployment.Flex.OfType("Microsoft.Insights/scheduledQueryRules"), .. Deployment.Flex.OfType("Microsoft.Insights/metricAlerts")];

    [Fact]
    public void Every_alert_has_a_section_in_the_runbook_and_every_section_an_alert()
    {
        var runbook = File.ReadAllLines(Checkout.PathOf("infra", "RUNBOOK.md"));
        var sections = runbook.SkipWhile(line => line != "## Alerts").TakeWhile(line => line is "## Alerts" || !line.StartsWith("## ", StringComparison.Ordinal))
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal)).SelectMany(line => line.Split('|')[1].Split(',')).Select(name => name.Trim(' ', '`'));
        Assert.Equal(Alerts.Select(alert => alert.Name).Order(StringComparer.Ordinal), sections.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_alert_tells_the_operators_and_ends_by_itself() => Assert.All(Alerts, alert =>
    {
        Assert.True(alert.Properties.GetProperty("enabled").GetBoolean());
        Assert.True(alert.Properties.GetProperty("autoMitigate").GetBoolean());
        Assert.InRange(alert.Properties.GetProperty("severity").GetInt32(), 0, 2);
        Assert.Contains("/actionGroups/", alert.Properties.GetProperty("actions").ToString(), StringComparison.Ordinal);
    });

    [Fact]
    public void The_action_group_reaches_somebody() => Assert.Equal(
        ["operators@example.com"],
        Deployment.Flex.One("Microsoft.Insights/actionGroups").Properties.GetProperty("emailReceivers").EnumerateArray().Select(receiver => receiver.GetProperty("emailAddress").GetString()));

    [Theory]
    [InlineData("Microsoft.Insights/scheduledQueryRules")]
    [InlineData("Microsoft.Insights/metricAlerts")]
    public void An_alert_looks_at_least_as_far_back_as_the_time_between_its_looks(string type) => Assert.All(
        Deployment.Flex.OfType(type),
        alert => Assert.True(Duration(alert, "windowSize") >= Duration(alert, "evaluationFrequency"), alert.Name));

    [Theory]
    [InlineData("poison-arrived", "webjobs-blobtrigger-poison")]
    [InlineData("upload-unread", "/incoming/")]
    [InlineData("submissions-failing", "\"SubmissionArrived\", \"SubmissionAccepted\"")]
    [InlineData("silent-quarterclosedue", "\"QuarterCloseDue\"")]
    [InlineData("backlog-late", "Name == \"ordos.backlog.age\"")]
    [InlineData("host-errors", "SeverityLevel >= 3")]
    public void A_query_asks_for_what_its_name_says(string alert, string part) => Assert.Contains(
        part, Alerts.Single(candidate => candidate.Name == alert).Properties.GetProperty("criteria").GetProperty("allOf")[0].GetProperty("query").GetString(), StringComparison.Ordinal);

    [Fact]
    public void Throttling_is_seen_in_every_form_in_which_storage_reports_it()
    {
        var criterion = Alerts.Single(alert => alert.Name == "storage-throttling").Properties.GetProperty("criteria").GetProperty("allOf")[0];
        // learn.microsoft.com/azure/storage/common/monitor-storage-reference#metrics-dimensions
        Assert.Equal(
            ["ClientAccountBandwidthThrottlingError", "ClientAccountRequestThrottlingError", "ClientThrottlingError", "ServerBusyError"],
            criterion.GetProperty("dimensions")[0].GetProperty("values").EnumerateArray().Select(value => value.GetString()));
    }

    [Fact]
    public void A_budget_is_made_where_an_amount_is_given()
    {
        var budget = Deployment.Flex.One("Microsoft.Consumption/budgets").Properties;
        Assert.Equal(100, budget.GetProperty("amount").GetInt32());
        Assert.Equal(["Actual", "Forecasted"], budget.GetProperty("notifications").EnumerateObject().Select(notification => notification.Value.GetProperty("thresholdType").GetString()));
    }

    private static TimeSpan Duration(Resource alert, string property) => System.Xml.XmlConvert.ToTimeSpan(alert.Properties.GetProperty(property).GetString()!);
}
