using System.Text.Json;
using System.Text.RegularExpressions;
using OrdosPipeline.Testing;

namespace OrdosPipeline.Infra.Tests.Bicep;

/// <summary>Every template compiles, with the linter's rules as errors, and says what its parameters are.</summary>
public sealed partial class TemplateTests
{
    /// <summary>What is deployed; every other template is a part of these.</summary>
    public static TheoryData<string> Templates => ["main.bicep", "events.bicep"];

    public static TheoryData<string> ParameterFiles => [.. Files("*.bicepparam")];

    [Theory]
    [MemberData(nameof(Templates))]
    public void A_template_compiles_without_complaint(string file) => Assert.Equal("", BicepCompiler.Build(PathOf(file)).Complaints);

    [Fact]
    public void Every_template_is_part_of_one_that_is_compiled()
    {
        var reached = new HashSet<string>(StringComparer.Ordinal);
        Reach("main.bicep");
        Reach("events.bicep");
        Assert.Equal(Files("*.bicep"), reached.Order(StringComparer.Ordinal));

        void Reach(string file)
        {
            if (!reached.Add(file))
                return;
            foreach (Match part in Part().Matches(File.ReadAllText(PathOf(file))))
                Reach(Path.GetRelativePath(Checkout.PathOf("infra"), Path.GetFullPath(Path.Combine(Path.GetDirectoryName(PathOf(file))!, part.Groups[1].Value))).Replace(Path.DirectorySeparatorChar, '/'));
        }
    }

    [Theory]
    [MemberData(nameof(ParameterFiles))]
    public void A_parameter_file_fits_its_template(string file) => Assert.Equal("", BicepCompiler.BuildParameters(PathOf(file)).Complaints);

    [Theory]
    [InlineData("Microsoft.Storage/storageAccounts@1999-01-01", "kind: 'StorageV2'\n  location: 'a'\n  sku: { name: 'Standard_LRS' }", "BCP081")]
    [InlineData("Microsoft.Storage/storageAccounts@2024-01-01", "kind: 'StorageV2'\n  location: 'a'\n  sku: { name: 'Standard_LRS' }\n  nonsense: 1", "BCP037")]
    public void The_compiler_complains_of_versions_and_properties_that_do_not_exist(string type, string body, string code)
    {
        // Without this, the tests above would prove nothing about API versions.
        var file = Path.Combine(Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "wrong")).FullName, $"{code}.bicep");
        File.WriteAllText(file, $"resource a '{type}' = {{\n  name: 'a'\n  {body}\n}}\n");
        Assert.Contains(code, BicepCompiler.Build(file).Complaints, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_rule_of_the_linter_is_an_error()
    {
        using var configuration = JsonDocument.Parse(File.ReadAllText(PathOf("bicepconfig.json")));
        var rules = configuration.RootElement.GetProperty("analyzers").GetProperty("core").GetProperty("rules");
        Assert.All(rules.EnumerateObject(), rule => Assert.True(rule.Value.GetProperty("level").GetString() == "error", rule.Name));
        // Whether an API version is recent depends on the day of the build; everything else is decided by the files.
        Assert.DoesNotContain(rules.EnumerateObject(), rule => rule.Name == "use-recent-api-versions");
    }

    [Theory]
    [MemberData(nameof(Templates))]
    public void Every_parameter_and_output_and_every_property_of_a_type_is_described(string file)
    {
        using var template = JsonDocument.Parse(BicepCompiler.Build(PathOf(file)).Template);
        Check(template.RootElement, file);

        static void Check(JsonElement template, string name)
        {
            foreach (var section in new[] { "parameters", "outputs" })
            {
                if (template.TryGetProperty(section, out var members))
                    Assert.All(members.EnumerateObject(), member => Assert.True(IsDescribed(member.Value), $"{name}: {section} {member.Name}"));
            }

            if (template.TryGetProperty("definitions", out var types))
            {
                foreach (var property in types.EnumerateObject().Where(type => type.Value.TryGetProperty("properties", out _)).SelectMany(type => type.Value.GetProperty("properties").EnumerateObject()))
                    Assert.True(IsDescribed(property.Value), $"{name}: property {property.Name}");
            }

            foreach (var resource in template.GetProperty("resources").EnumerateObject())
            {
                if (resource.Value.GetProperty("type").GetString() == "Microsoft.Resources/deployments" && resource.Value.GetProperty("properties").TryGetProperty("template", out var module))
                    Check(module, $"{name}/{resource.Name}");
            }
        }
    }

    [Fact]
    public void The_prefix_of_a_resource_does_not_name_a_cloud()
    {
        // The same templates serve Azure and Azure China.
        foreach (var file in Files("*.bicep"))
        {
            foreach (var address in new[] { "windows.net", "azurewebsites", "chinacloud", "azure.com", "microsoftonline" })
                Assert.DoesNotContain(File.ReadLines(PathOf(file)), line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal) && line.Contains(address, StringComparison.Ordinal));
        }
    }

    private static IEnumerable<string> Files(string pattern) => Directory.EnumerateFiles(Checkout.PathOf("infra"), pattern, SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(Checkout.PathOf("infra"), file).Replace(Path.DirectorySeparatorChar, '/')).Order(StringComparer.Ordinal);

    private static string PathOf(string file) => Checkout.PathOf(["infra", .. file.Split('/')]);

    private static bool IsDescribed(JsonElement member) =>
        member.TryGetProperty("metadata", out var metadata) && metadata.TryGetProperty("description", out var text) && text.GetString() is { Length: > 5 };

    [GeneratedRegex(@"^(?:module \w+|import \{[^}]*\} from) '([^']+\.bicep)'", RegexOptions.Multiline)]
    private static partial Regex Part();
}
