using System.Text.Json;
using OrdosPipeline.Infra.Tests.Bicep;
using OrdosPipeline.Testing;

namespace OrdosPipeline.Infra.Tests;

/// <summary>The function app on either plan.</summary>
public sealed class AppTests
{
    public static TheoryData<string> Plans => ["flex", "premium"];

    [Theory]
    [MemberData(nameof(Plans))]
    public void The_app_runs_as_one_identity_of_its_own_and_speaks_https(string plan)
    {
        var app = App(plan);
        Assert.Equal("UserAssigned", app.Json.GetProperty("identity").GetProperty("type").GetString());
        Assert.Single(app.Json.GetProperty("identity").GetProperty("userAssignedIdentities").EnumerateObject());
        Assert.True(app.Properties.GetProperty("httpsOnly").GetBoolean());
        Assert.Equal("1.2", app.Properties.GetProperty("siteConfig").GetProperty("minTlsVersion").GetString());
        Assert.Equal("functionapp,linux", app.Json.GetProperty("kind").GetString());
    }

    [Theory]
    [MemberData(nameof(Plans))]
    public void No_password_deploys_code(string plan)
    {
        var policies = Of(plan).OfType("Microsoft.Web/sites/basicPublishingCredentialsPolicies").ToList();
        Assert.Equal(["ftp", "scm"], policies.Select(policy => policy.OwnName).Order(StringComparer.Ordinal));
        Assert.All(policies, policy => Assert.False(policy.Properties.GetProperty("allow").GetBoolean()));
    }

    [Theory]
    [MemberData(nameof(Plans))]
    public void No_setting_holds_a_key(string plan)
    {
        foreach (var setting in Settings(plan).EnumerateObject())
        {
            Assert.DoesNotContain("AccountKey", setting.Value.GetString(), StringComparison.Ordinal);
            Assert.DoesNotContain("listKeys", setting.Value.GetString(), StringComparison.Ordinal);
        }

        // Of these the first two hold connection strings; the third needs a file share, which takes nothing but keys.
        foreach (var name in new[] { "AzureWebJobsStorage", "Storage", "WEBSITE_CONTENTAZUREFILECONNECTIONSTRING" })
            Assert.False(Settings(plan).TryGetProperty(name, out _), name);
        Assert.Equal("managedidentity", Settings(plan).GetProperty("AzureWebJobsStorage__credential").GetString());
        Assert.Equal("managedidentity", Settings(plan).GetProperty("Storage__credential").GetString());
    }

    [Theory]
    [MemberData(nameof(Plans))]
    public void The_host_and_the_code_use_one_account(string plan)
    {
        foreach (var service in new[] { "blobServiceUri", "queueServiceUri" })
            Assert.Equal(Settings(plan).GetProperty($"AzureWebJobsStorage__{service}").GetString(), Settings(plan).GetProperty($"Storage__{service}").GetString());
        Assert.False(Settings(plan).TryGetProperty("AzureWebJobsStorage__tableServiceUri", out _));
        // Composed by the host from the account's name only in the global cloud.
        Assert.False(Settings(plan).TryGetProperty("AzureWebJobsStorage__accountName", out _));
    }

    [Fact]
    public void Flex_consumption_runs_dotnet_10_from_a_container_that_it_reads_by_identity()
    {
        var plan = Deployment.Flex.One("Microsoft.Web/serverfarms");
        Assert.Equal("FC1 FlexConsumption", Sku(plan));
        Assert.True(plan.Properties.GetProperty("zoneRedundant").GetBoolean());
        var configuration = App("flex").Properties.GetProperty("functionAppConfig");
        Assert.Equal("dotnet-isolated 10.0", $"{configuration.GetProperty("runtime").GetProperty("name")} {configuration.GetProperty("runtime").GetProperty("version")}");
        var storage = configuration.GetProperty("deployment").GetProperty("storage");
        Assert.Equal("blobContainer", storage.GetProperty("type").GetString());
        Assert.Contains("app-package", storage.GetProperty("value").GetString(), StringComparison.Ordinal);
        Assert.Equal("UserAssignedIdentity", storage.GetProperty("authentication").GetProperty("type").GetString());
        Assert.Contains(Deployment.Flex.OfType("Microsoft.Storage/storageAccounts/blobServices/containers"), container => container.OwnName == "app-package");
    }

    [Fact]
    public void Flex_consumption_gets_none_of_the_settings_that_it_refuses()
    {
        // learn.microsoft.com/azure/azure-functions/functions-app-settings#flex-consumption-plan-deprecations
        string[] refused =
        [
            "ENABLE_ORYX_BUILD", "FUNCTIONS_EXTENSION_VERSION", "FUNCTIONS_WORKER_RUNTIME", "FUNCTIONS_WORKER_RUNTIME_VERSION", "FUNCTIONS_MAX_HTTP_CONCURRENCY",
            "FUNCTIONS_WORKER_PROCESS_COUNT", "FUNCTIONS_WORKER_DYNAMIC_CONCURRENCY_ENABLED", "SCM_DO_BUILD_DURING_DEPLOYMENT", "WEBSITE_CONTENTOVERVNET", "WEBSITE_CONTENTSHARE",
            "WEBSITE_DNS_SERVER", "WEBSITE_MAX_DYNAMIC_APPLICATION_SCALE_OUT", "WEBSITE_NODE_DEFAULT_VERSION", "WEBSITE_RUN_FROM_PACKAGE", "WEBSITE_SKIP_CONTENTSHARE_VALIDATION",
            "WEBSITE_VNET_ROUTE_ALL", "WEBSITE_TIME_ZONE", "TZ", "XDT_MicrosoftApplicationInsights_Mode",
        ];
        Assert.Empty(Settings("flex").EnumerateObject().Select(setting => setting.Name).Intersect(refused, StringComparer.OrdinalIgnoreCase));
        foreach (var property in new[] { "alwaysOn", "linuxFxVersion", "functionAppScaleLimit", "minimumElasticInstanceCount", "numberOfWorkers", "preWarmedInstanceCount", "use32BitWorkerProcess", "vnetRouteAllEnabled", "ftpsState" })
            Assert.False(App("flex").Properties.GetProperty("siteConfig").TryGetProperty(property, out _), property);
    }

    [Fact]
    public void Premium_runs_the_same_package_from_a_blob_that_it_reads_by_identity()
    {
        Assert.Equal("EP1 ElasticPremium", Sku(Deployment.Premium.One("Microsoft.Web/serverfarms")));
        Assert.Equal("DOTNET-ISOLATED|10.0", App("premium").Properties.GetProperty("siteConfig").GetProperty("linuxFxVersion").GetString());
        Assert.Equal("Disabled", App("premium").Properties.GetProperty("siteConfig").GetProperty("ftpsState").GetString());
        Assert.False(App("premium").Properties.TryGetProperty("functionAppConfig", out _));
        Assert.Equal("~4", Settings("premium").GetProperty("FUNCTIONS_EXTENSION_VERSION").GetString());
        Assert.Equal("dotnet-isolated", Settings("premium").GetProperty("FUNCTIONS_WORKER_RUNTIME").GetString());
        Assert.Contains("/app-package/", Settings("premium").GetProperty("WEBSITE_RUN_FROM_PACKAGE").GetString(), StringComparison.Ordinal);
        Assert.Contains("userAssignedIdentities", Settings("premium").GetProperty("WEBSITE_RUN_FROM_PACKAGE_BLOB_MI_RESOURCE_ID").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_framework_of_the_app_is_the_one_that_the_code_is_built_for() =>
        Assert.Contains("<TargetFramework>net10.0</TargetFramework>", File.ReadAllText(Checkout.PathOf("Directory.Build.props")), StringComparison.Ordinal);

    [Fact]
    public void Telemetry_is_sent_by_identity_where_the_cloud_knows_it()
    {
        Assert.True(Deployment.Flex.One("Microsoft.Insights/components").Properties.GetProperty("DisableLocalAuth").GetBoolean());
        Assert.EndsWith(";Authorization=AAD", Settings("flex").GetProperty("APPLICATIONINSIGHTS_AUTHENTICATION_STRING").GetString()!.Split('\'')[1], StringComparison.Ordinal);
        Assert.False(Deployment.Premium.One("Microsoft.Insights/components").Properties.GetProperty("DisableLocalAuth").GetBoolean());
        Assert.False(Settings("premium").TryGetProperty("APPLICATIONINSIGHTS_AUTHENTICATION_STRING", out _));
    }

    [Fact]
    public void Who_calls_the_app_must_sign_in_but_for_its_health_and_the_webhook()
    {
        var signIn = Deployment.Flex.OfType("Microsoft.Web/sites/config").Single(config => config.OwnName == "authsettingsV2").Properties;
        var validation = signIn.GetProperty("globalValidation");
        Assert.True(signIn.GetProperty("platform").GetProperty("enabled").GetBoolean());
        Assert.True(validation.GetProperty("requireAuthentication").GetBoolean());
        Assert.Equal(["/api/health", "/runtime/webhooks/blobs"], validation.GetProperty("excludedPaths").EnumerateArray().Select(path => path.GetString()));
        var directory = signIn.GetProperty("identityProviders").GetProperty("azureActiveDirectory");
        Assert.Equal(Principals.SignIn, directory.GetProperty("registration").GetProperty("clientId").GetString());
        // There is no secret; the code does not start with callers of Entra ID unless the platform signs them in.
        Assert.False(directory.GetProperty("registration").TryGetProperty("clientSecretSettingName", out _));
        Assert.Equal("EntraId", Settings("flex").GetProperty("Auth__Mode").GetString());
        Assert.Equal("00000000-0000-0000-0000-00000000000a", Settings("flex").GetProperty("Auth__Tenant").GetString());
        Assert.False(Settings("premium").TryGetProperty("Auth__Mode", out _));
        Assert.DoesNotContain(Deployment.Premium.OfType("Microsoft.Web/sites/config"), config => config.OwnName == "authsettingsV2");
    }

    [Fact]
    public void The_roles_of_sign_in_are_reader_administrator_and_one_for_each_department()
    {
        using var roles = JsonDocument.Parse(File.ReadAllText(Checkout.PathOf("infra", "app-roles.json")));
        Assert.Equal(
            Deployment.DepartmentCodes.Select(code => $"department.{code}").Concat(["reader", "administrator"]).Order(StringComparer.Ordinal),
            roles.RootElement.EnumerateArray().Select(role => role.GetProperty("value").GetString()).Order(StringComparer.Ordinal));
        Assert.Equal(roles.RootElement.GetArrayLength(), roles.RootElement.EnumerateArray().Select(role => role.GetProperty("id").GetGuid()).Distinct().Count());
        Assert.All(roles.RootElement.EnumerateArray(), role => Assert.True(role.GetProperty("isEnabled").GetBoolean()));
    }

    [Fact]
    public void Where_clients_are_named_everybody_else_but_Event_Grid_is_kept_out()
    {
        var configuration = Deployment.Private.One("Microsoft.Web/sites").Properties.GetProperty("siteConfig");
        Assert.Equal("Deny", configuration.GetProperty("ipSecurityRestrictionsDefaultAction").GetString());
        Assert.Equal(
            ["Allow AzureEventGrid", "Allow 192.0.2.0/24"],
            configuration.GetProperty("ipSecurityRestrictions").EnumerateArray().Select(rule => $"{rule.GetProperty("action").GetString()} {rule.GetProperty("ipAddress").GetString()}"));
        Assert.False(App("flex").Properties.GetProperty("siteConfig").TryGetProperty("ipSecurityRestrictions", out _));
    }

    private static Deployment Of(string plan) => plan == "flex" ? Deployment.Flex : Deployment.Premium;

    private static Resource App(string plan) => Of(plan).One("Microsoft.Web/sites");

    private static JsonElement Settings(string plan) => Of(plan).OfType("Microsoft.Web/sites/config").Single(config => config.OwnName == "appsettings").Properties;

    private static string Sku(Resource plan) => $"{plan.Json.GetProperty("sku").GetProperty("name")} {plan.Json.GetProperty("sku").GetProperty("tier")}";
}
