using System.Text.Json;
using OrdosPipeline.Documents.Plan;
using OrdosPipeline.Testing;

namespace OrdosPipeline.Infra.Tests.Bicep;

/// <summary>A resource that a deployment would create.</summary>
/// <param name="Id">Its resource id; names of new resources are known, what Azure makes up is an expression in brackets.</param>
/// <param name="Type">Such as <c>Microsoft.Storage/storageAccounts</c>.</param>
/// <param name="Name">Its name with those of its parents.</param>
/// <param name="Json">The whole of it.</param>
internal sealed record Resource(string Id, string Type, string Name, JsonElement Json)
{
    public JsonElement Properties => Json.GetProperty("properties");

    /// <summary>The last part of <see cref="Name"/>.</summary>
    public string OwnName => Name[(Name.LastIndexOf('/') + 1)..];
}

/// <summary>What <c>infra/main.bicep</c> would create in the situations that the tests look at. Each is computed once.</summary>
internal sealed class Deployment
{
    private const string Common = """
        param environmentName = 'ordos-test'
        param alertEmails = ['operators@example.com']
        param monthlyBudget = 100
        param budgetStart = '2026-12-01'
        """;

    private static readonly Lazy<Deployment> FlexDeployment = new(() => Of("flex", $"{Common}\nparam plan = 'flex'\nparam zoneRedundant = true\nparam signInClientId = '{Principals.SignIn}'\nparam groups = {Groups()}"));
    private static readonly Lazy<Deployment> PremiumDeployment = new(() => Of("premium", $"{Common}\nparam plan = 'premium'\nparam zoneRedundant = false\nparam telemetryByKey = true\nparam groups = {NoGroups}"));
    private static readonly Lazy<Deployment> PrivateDeployment = new(() => Of(
        "private", $"{Common}\nparam plan = 'flex'\nparam zoneRedundant = true\nparam privateNetwork = true\nparam allowedClientRanges = ['192.0.2.0/24']\nparam groups = {NoGroups}"));

    private static readonly Lazy<Deployment> EventsDeployment = new(() => new Deployment(BicepCompiler.Snapshot(
        "infra/events.bicep", "param appName = 'app'\nparam topicName = 'topic'\nparam storageAccountName = 'account'", "events")));

    private const string NoGroups = "{ administrators: '', operators: '', readers: '', departments: {} }";

    private Deployment(string snapshot)
    {
        using var document = JsonDocument.Parse(snapshot);
        Resources = [.. document.RootElement.GetProperty("predictedResources").EnumerateArray().Select(resource => new Resource(
            resource.GetProperty("id").GetString()!, resource.GetProperty("type").GetString()!, resource.GetProperty("name").GetString()!, resource.Clone()))];
    }

    /// <summary>Flex Consumption with zones, sign-in, and a group for everybody and every department.</summary>
    public static Deployment Flex => FlexDeployment.Value;

    /// <summary>Elastic Premium without zones, sign-in and groups.</summary>
    public static Deployment Premium => PremiumDeployment.Value;

    /// <summary>Flex Consumption with storage on private endpoints and the app open to one range of addresses.</summary>
    public static Deployment Private => PrivateDeployment.Value;

    /// <summary>The event subscriptions, which <c>infra/events.bicep</c> creates after the code is deployed.</summary>
    public static Deployment Events => EventsDeployment.Value;

    public IReadOnlyList<Resource> Resources { get; }

    /// <summary>The departments of every plan, as the catalogue reads them.</summary>
    public static IReadOnlyList<string> DepartmentCodes { get; } =
        [.. PlanFolders().SelectMany(folder => PlanCatalogueReader.Load(folder).Departments.Select(department => department.Code)).Distinct().Order(StringComparer.Ordinal)];

    public static IEnumerable<string> PlanFolders() => Directory.GetDirectories(Checkout.PathOf("functions", "plan")).Order(StringComparer.Ordinal);

    public IEnumerable<Resource> OfType(string type) => Resources.Where(resource => resource.Type == type);

    public Resource One(string type) => OfType(type).Single();

    private static Deployment Of(string name, string parameters) => new(BicepCompiler.Snapshot("infra/main.bicep", parameters, name));

    private static string Groups()
    {
        var departments = DepartmentCodes.Select(code => $"    {(code.Contains('-', StringComparison.Ordinal) ? $"'{code}'" : code)}: '{Principals.Department(code)}'");
        return $"{{\n  administrators: '{Principals.Administrators}'\n  operators: '{Principals.Operators}'\n  readers: '{Principals.Readers}'\n  departments: {{\n{string.Join('\n', departments)}\n  }}\n}}";
    }
}

/// <summary>Object ids that stand for the groups of a city.</summary>
internal static class Principals
{
    public const string Administrators = "00000000-0000-0000-0001-000000000001";
    public const string Operators = "00000000-0000-0000-0001-000000000002";
    public const string Readers = "00000000-0000-0000-0001-000000000003";
    public const string SignIn = "00000000-0000-0000-0001-000000000004";

    public static string Department(string code) => $"00000000-0000-0000-0002-{Deployment.DepartmentCodes.ToList().IndexOf(code):D12}";
}
