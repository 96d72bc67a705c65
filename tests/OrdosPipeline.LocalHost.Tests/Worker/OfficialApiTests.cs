using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Hosting;

namespace OrdosPipeline.LocalHost.Tests.Worker;

public class OfficialApiTests
{
    private static readonly Assembly LocalHost = typeof(FunctionContext).Assembly;
    private static readonly ILookup<string, string> Official = ReadListing();

    public static TheoryData<string> PublicTypes => [.. LocalHost.GetExportedTypes().Select(type => type.FullName!)];

    [Theory]
    [MemberData(nameof(PublicTypes))]
    public void Every_public_type_and_member_is_declared_as_in_the_official_packages(string typeName)
    {
        var type = LocalHost.GetType(typeName)!;
        var header = ApiListing.HeaderOf(type);

        Assert.Contains(header, Official.Select(group => group.Key));
        Assert.Empty(ApiListing.MembersOf(type).Except(Official[header]));
    }

    [Fact]
    public void Every_type_of_the_listing_is_declared()
    {
        var declared = LocalHost.GetExportedTypes().Select(ApiListing.HeaderOf).ToHashSet();

        Assert.Empty(Official.Select(group => group.Key).Except(declared));
    }

    [Fact]
    public void Middleware_has_the_official_constraints()
    {
        var parameter = typeof(MiddlewareWorkerApplicationBuilderExtensions).GetMethods()
            .Single(method => method.IsGenericMethod).GetGenericArguments().Single();

        // The listing does not write constraints; these are those of the official UseMiddleware<T>.
        Assert.Equal([typeof(IFunctionsWorkerMiddleware)], parameter.GetGenericParameterConstraints());
        Assert.Equal(GenericParameterAttributes.ReferenceTypeConstraint, parameter.GenericParameterAttributes);
    }

    private static ILookup<string, string> ReadListing()
    {
        var header = "";
        var lines = new List<(string Header, string Member)>();
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "functions-worker-api.txt")))
        {
            if (line.StartsWith('#'))
                continue;
            if (!line.StartsWith(' '))
                header = line;
            else
                lines.Add((header, line.Trim()));
        }

        return lines.ToLookup(line => line.Header, line => line.Member);
    }
}
