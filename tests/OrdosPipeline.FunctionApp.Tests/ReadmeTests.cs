using System.Text.RegularExpressions;
using OrdosPipeline.FunctionApp.Http.Access;
using OrdosPipeline.FunctionApp.Http.Frame;
using OrdosPipeline.Testing;

namespace OrdosPipeline.FunctionApp.Tests;

/// <summary>functions/README.md says who may do what.</summary>
public sealed partial class ReadmeTests
{
    [Fact]
    public void The_table_of_roles_is_that_of_the_operations()
    {
        var readme = File.ReadAllLines(Checkout.PathOf("functions", "README.md"));
        var documented = readme.SkipWhile(line => line != "| operation | reader | department | administrator |").Skip(2).TakeWhile(line => line.StartsWith('|'))
            .Select(line => line.Trim('|').Split('|'))
            .SelectMany(cells => Code().Matches(cells[0]).Select(name => (name.Groups[1].Value, (Is(cells[1], Role.Reader) | Is(cells[2], Role.Department) | Is(cells[3], Role.Administrator)).ToString())));
        var defined = new Operations(new Core.Plan.PlanLibrary([TestPlan.Mini16()])).All
            .Select(operation => (operation.Name, (operation.IsOpen ? Role.All : operation.Roles).ToString()));
        Assert.Equal(defined.Order(), documented.Order());

        static Role Is(string cell, Role role) => string.IsNullOrWhiteSpace(cell) ? Role.None : role;
    }

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Code();
}
