using System.Xml.Linq;
using OrdosPipeline.Testing;

namespace OrdosPipeline.Repository.Tests;

/// <summary>Holds the references between projects to the table in functions/README.md.</summary>
public class ProjectReferenceTests
{
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["OrdosPipeline.Core"] = [],
        ["OrdosPipeline.Documents"] = ["OrdosPipeline.Core"],
        ["OrdosPipeline.Storage"] = ["OrdosPipeline.Core"],
        ["OrdosPipeline.FunctionApp"] = ["OrdosPipeline.Core", "OrdosPipeline.Documents", "OrdosPipeline.Storage", "OrdosPipeline.LocalHost"],
        ["OrdosPipeline.LocalHost"] = [],
        ["OrdosPipeline.Cli"] = ["OrdosPipeline.Core", "OrdosPipeline.Documents", "OrdosPipeline.Storage"],
    };

    public static TheoryData<string> Projects => [.. Allowed.Keys];

    [Fact]
    public void Every_project_has_its_row()
    {
        var projects = Directory.GetDirectories(Checkout.PathOf("functions"), "OrdosPipeline.*").Select(Path.GetFileName);
        Assert.Equal(Allowed.Keys.Order(StringComparer.Ordinal), projects.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_references_only_what_it_may(string project)
    {
        var references = Load(project).Descendants("ProjectReference")
            .Where(reference => (string?)reference.Attribute("ReferenceOutputAssembly") != "false")
            .Select(reference => Path.GetFileNameWithoutExtension((string)reference.Attribute("Include")!));
        Assert.Empty(references.Except(Allowed[project]));
    }

    [Fact]
    public void Core_has_no_packages()
    {
        Assert.Empty(Load("OrdosPipeline.Core").Descendants("PackageReference"));
        Assert.Empty(Load("OrdosPipeline.Core").Descendants("FrameworkReference"));
    }

    [Fact]
    public void The_local_host_is_referenced_only_where_the_worker_is_local()
    {
        var reference = Load("OrdosPipeline.FunctionApp").Descendants("ProjectReference")
            .Single(reference => ((string)reference.Attribute("Include")!).Contains("LocalHost", StringComparison.Ordinal));
        Assert.Equal("'$(FunctionsWorker)' == 'local'", (string?)reference.Parent!.Attribute("Condition"));
    }

    [Fact]
    public void The_official_worker_is_referenced_only_where_it_is_asked_for()
    {
        var packages = Load("OrdosPipeline.FunctionApp").Descendants("PackageReference")
            .Where(package => ((string)package.Attribute("Include")!).StartsWith("Microsoft.Azure.Functions.Worker", StringComparison.Ordinal))
            .ToList();
        Assert.Equal(5, packages.Count);
        Assert.All(packages, package => Assert.Equal("'$(FunctionsWorker)' == 'official'", (string?)package.Parent!.Attribute("Condition")));
    }

    private static XDocument Load(string project) => XDocument.Load(Checkout.PathOf("functions", project, $"{project}.csproj"));
}
