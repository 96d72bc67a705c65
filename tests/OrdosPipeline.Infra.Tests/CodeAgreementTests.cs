using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Azure.Functions.Worker;
using NCrontab;
using OrdosPipeline.Core.Stores;
using OrdosPipeline.FunctionApp.Submissions;
using OrdosPipeline.Infra.Tests.Bicep;
using OrdosPipeline.Storage;
using OrdosPipeline.Testing;

namespace OrdosPipeline.Infra.Tests;

/// <summary>What <c>infra/inventory.bicep</c> lists is what the code uses.</summary>
public sealed partial class CodeAgreementTests
{
    private const string Hint = "infra/inventory.bicep has a line for each; the code has";

    /// <summary>Of the platform, not of the system.</summary>
    private static readonly string[] HostContainers = ["app-package", "azure-webjobs-hosts", "azure-webjobs-secrets", "event-deadletter"];

    private static readonly StorageNames Names = new(new StorageOptions());

    [Fact]
    public void Every_container_of_the_code_is_created_and_no_other() =>
        SameNames(BlobNames.Containers.Select(Names.Container).Concat(HostContainers), Created("Microsoft.Storage/storageAccounts/blobServices/containers"));

    [Fact]
    public void Every_table_of_the_code_is_created_and_no_other() =>
        SameNames(TableNames.All.Select(Names.Table), Created("Microsoft.Storage/storageAccounts/tableServices/tables"));

    [Fact]
    public void The_poison_queue_is_created_up_front() =>
        SameNames([LocalHost.Triggers.Blobs.PoisonBlobQueue.Name], Created("Microsoft.Storage/storageAccounts/queueServices/queues"));

    [Fact]
    public void Every_function_that_a_blob_triggers_has_an_event_subscription_for_its_container_and_no_other()
    {
        var expected = Triggers<BlobTriggerAttribute>().Select(trigger => $"{trigger.Name} {trigger.Attribute.BlobPath.Split('/')[0]}");
        var actual = Deployment.Events.OfType("Microsoft.EventGrid/systemTopics/eventSubscriptions").Select(subscription =>
        {
            var address = subscription.Properties.GetProperty("destination").GetProperty("properties").GetProperty("endpointUrl").GetString()!;
            var subject = subscription.Properties.GetProperty("filter").GetProperty("subjectBeginsWith").GetString()!;
            return $"{FunctionName().Match(address).Groups[1].Value} {subject.Split('/')[4]}";
        });
        SameNames(expected, actual);
    }

    [Fact]
    public void Every_blob_trigger_takes_its_events_from_Event_Grid_by_the_connection_that_is_configured() =>
        Assert.All(Triggers<BlobTriggerAttribute>(), trigger =>
        {
            Assert.Equal(BlobTriggerSource.EventGrid, trigger.Attribute.Source);
            Assert.Equal(StorageOptions.ConnectionName, trigger.Attribute.Connection);
        });

    [Fact]
    public void Every_function_that_the_clock_triggers_is_missed_when_it_stays_silent_and_not_before()
    {
        var silences = Deployment.Flex.OfType("Microsoft.Insights/scheduledQueryRules").Select(rule => Silence().Match(Query(rule)))
            .Where(match => match.Success).ToDictionary(match => match.Groups[2].Value, match => TimeSpan.FromMinutes(int.Parse(match.Groups[1].Value, provider: null)), StringComparer.Ordinal);
        SameNames(Triggers<TimerTriggerAttribute>().Select(trigger => trigger.Name), silences.Keys);
        foreach (var (name, attribute) in Triggers<TimerTriggerAttribute>())
        {
            var longest = LongestPause(attribute.Schedule);
            Assert.True(silences[name] > longest, $"{name} runs every {longest}; an alert after {silences[name]} of silence would be false.");
            Assert.True(silences[name] <= TimeSpan.FromHours(48), $"{name}: an alert looks back two days at most.");
        }
    }

    [Fact]
    public void Every_setting_of_the_app_is_one_that_the_code_or_the_platform_reads()
    {
        // Settings of the system are documented in functions/README.md, which a test holds to the code.
        var documented = File.ReadLines(Checkout.PathOf("functions", "README.md")).SelectMany(line => Code().Matches(line)).Select(match => match.Groups[1].Value.Replace(":", "__", StringComparison.Ordinal)).ToHashSet(StringComparer.Ordinal);
        string[] platform =
        [
            // learn.microsoft.com/azure/azure-functions/functions-reference#configure-an-identity-based-connection
            "AzureWebJobsStorage__blobServiceUri", "AzureWebJobsStorage__queueServiceUri", "AzureWebJobsStorage__credential", "AzureWebJobsStorage__clientId", "Storage__credential",
            "AzureWebJobsDisableHomepage", "APPLICATIONINSIGHTS_CONNECTION_STRING", "APPLICATIONINSIGHTS_AUTHENTICATION_STRING",
            "FUNCTIONS_EXTENSION_VERSION", "FUNCTIONS_WORKER_RUNTIME", "WEBSITE_RUN_FROM_PACKAGE", "WEBSITE_RUN_FROM_PACKAGE_BLOB_MI_RESOURCE_ID",
        ];
        foreach (var deployment in new[] { Deployment.Flex, Deployment.Premium })
        {
            var settings = deployment.OfType("Microsoft.Web/sites/config").Single(config => config.OwnName == "appsettings").Properties.EnumerateObject().Select(setting => setting.Name);
            Assert.DoesNotContain(settings, setting => !platform.Contains(setting) && !documented.Contains(setting));
        }
    }

    [Fact]
    public void The_connection_that_the_templates_configure_is_one_that_the_code_understands()
    {
        var settings = Deployment.Flex.OfType("Microsoft.Web/sites/config").Single(config => config.OwnName == "appsettings").Properties;
        // The host name's end is an expression, since it depends on the cloud.
        var options = StorageOptions.Read(name => settings.TryGetProperty(name, out var value) ? value.GetString()!.Replace("[format('https://{0}.", "https://", StringComparison.Ordinal).Split('{')[0] + "example" : null);
        Assert.Null(options.ConnectionString);
        Assert.NotNull(options.BlobServiceUri);
        Assert.NotNull(options.TableServiceUri);
        Assert.NotNull(options.ClientId);
    }

    [Fact]
    public void The_departments_of_every_plan_are_known_to_the_templates()
    {
        var inventory = File.ReadAllText(Checkout.PathOf("infra", "inventory.bicep"));
        Assert.All(Deployment.PlanFolders(), folder => Assert.Contains($"loadTextContent('../functions/plan/{Path.GetFileName(folder)}/departments.csv')", inventory, StringComparison.Ordinal));

        using var groups = JsonDocument.Parse(File.ReadAllText(Checkout.PathOf("infra", "groups.prod.json")));
        SameNames(Deployment.DepartmentCodes, groups.RootElement.GetProperty("departments").EnumerateObject().Select(group => group.Name));
    }

    [Fact]
    public void A_blob_is_tried_as_often_as_the_runbook_says()
    {
        using var host = JsonDocument.Parse(File.ReadAllText(Checkout.PathOf("host.json")));
        Assert.Equal(5, host.RootElement.GetProperty("extensions").GetProperty("blobs").GetProperty("poisonBlobThreshold").GetInt32());
        Assert.Contains("five times", File.ReadAllText(Checkout.PathOf("infra", "RUNBOOK.md")), StringComparison.Ordinal);
    }

    [Fact]
    public void The_root_of_the_app_is_the_dashboards_and_not_the_platforms()
    {
        using var host = JsonDocument.Parse(File.ReadAllText(Checkout.PathOf("host.json")));
        Assert.Equal("", host.RootElement.GetProperty("extensions").GetProperty("http").GetProperty("routePrefix").GetString());
        foreach (var deployment in new[] { Deployment.Flex, Deployment.Premium })
            Assert.Equal("true", deployment.OfType("Microsoft.Web/sites/config").Single(config => config.OwnName == "appsettings").Properties.GetProperty("AzureWebJobsDisableHomepage").GetString());
    }

    [Fact]
    public void An_upload_that_is_late_to_health_is_late_to_the_alert()
    {
        var late = new Core.Health.BacklogHealth(null!, new Core.MissedSubmissionsOptions(), TimeProvider.System).Late;
        var alert = Deployment.Flex.OfType("Microsoft.Insights/scheduledQueryRules").Single(rule => rule.Name == "backlog-late");
        Assert.EndsWith($"Max > {late.TotalSeconds}", Query(alert), StringComparison.Ordinal);
    }

    /// <summary>In the mode OpenTelemetry the host names requests and categories of log lines differently, and would sample by another setting; see DECISIONS.md.</summary>
    [Fact]
    public void The_host_sends_what_the_alerts_ask_for()
    {
        using var host = JsonDocument.Parse(File.ReadAllText(Checkout.PathOf("host.json")));
        Assert.False(host.RootElement.TryGetProperty("telemetryMode", out _));
    }

    [Fact]
    public void Requests_are_never_sampled_away_because_alerts_count_them()
    {
        using var host = JsonDocument.Parse(File.ReadAllText(Checkout.PathOf("host.json")));
        var sampling = host.RootElement.GetProperty("logging").GetProperty("applicationInsights").GetProperty("samplingSettings");
        Assert.Contains("Request", sampling.GetProperty("excludedTypes").GetString()!.Split(';'));
    }

    private static IEnumerable<(string Name, T Attribute)> Triggers<T>()
        where T : Attribute =>
        from type in typeof(SubmissionArrived).Assembly.GetTypes()
        from method in type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static)
        let function = method.GetCustomAttribute<FunctionAttribute>()
        where function is not null
        from parameter in method.GetParameters()
        let trigger = parameter.GetCustomAttribute<T>()
        where trigger is not null
        select (function.Name, trigger);

    /// <summary>The longest time between two runs within a year, without daylight saving since schedules are in UTC.</summary>
    private static TimeSpan LongestPause(string schedule)
    {
        var start = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        var runs = CrontabSchedule.Parse(schedule, new CrontabSchedule.ParseOptions { IncludingSeconds = true }).GetNextOccurrences(start, start.AddDays(100)).Take(5000).ToList();
        return runs.Zip(runs.Skip(1), (first, second) => second - first).Max();
    }

    private static string Query(Resource rule) => rule.Properties.GetProperty("criteria").GetProperty("allOf")[0].GetProperty("query").GetString()!;

    private static IEnumerable<string> Created(string type) => Deployment.Flex.OfType(type).Select(resource => resource.OwnName);

    private static void SameNames(IEnumerable<string> code, IEnumerable<string> infra)
    {
        var (inCode, inInfra) = (code.Order(StringComparer.Ordinal).ToList(), infra.Order(StringComparer.Ordinal).ToList());
        Assert.True(
            inCode.SequenceEqual(inInfra, StringComparer.Ordinal),
            $"{Hint} {string.Join(", ", inCode.Except(inInfra).DefaultIfEmpty("nothing"))} that infra has not, and infra has {string.Join(", ", inInfra.Except(inCode).DefaultIfEmpty("nothing"))} that the code has not.");
    }

    // The address is an expression, format('…functionName=Host.Functions.{1}&code={2}', host name, function, key).
    [GeneratedRegex(@"'(\w+)', listKeys\(")]
    private static partial Regex FunctionName();

    [GeneratedRegex("""TimeGenerated > ago\((\d+)m\) and OperationName == "(\w+)" and Success == true""")]
    private static partial Regex Silence();

    [GeneratedRegex("`([\\w:]+)`")]
    private static partial Regex Code();
}
