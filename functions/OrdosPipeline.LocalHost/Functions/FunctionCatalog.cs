using System.Collections;
using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;
using Microsoft.Extensions.Configuration;

namespace OrdosPipeline.LocalHost.Functions;

/// <summary>The functions of the app, without those disabled by <c>AzureWebJobs.{name}.Disabled</c>.</summary>
internal sealed class FunctionCatalog(IReadOnlyList<Function> functions) : IEnumerable<Function>
{
    public static FunctionCatalog Discover(IEnumerable<Type> types, IConfiguration configuration)
    {
        var functions = new SortedDictionary<string, Function>(StringComparer.OrdinalIgnoreCase);
        foreach (var method in types.SelectMany(t => t.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static)))
        {
            if (method.GetCustomAttribute<FunctionAttribute>() is not { } attribute || IsDisabled(attribute.Name, configuration))
                continue;
            if (!functions.TryAdd(attribute.Name, new Function(method, attribute.Name)))
                throw new InvalidOperationException($"Two functions have the name {attribute.Name}.");
        }

        return new FunctionCatalog([.. functions.Values]);
    }

    public IEnumerable<(Function Function, T Trigger)> OfTrigger<T>()
        where T : TriggerBindingAttribute
        => functions.Where(f => f.Trigger is T).Select(f => (f, (T)f.Trigger));

    public IEnumerator<Function> GetEnumerator() => functions.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static bool IsDisabled(string name, IConfiguration configuration)
        => (configuration[$"AzureWebJobs.{name}.Disabled"] ?? configuration[$"AzureWebJobs_{name}_Disabled"]) is { } text
            && (text == "1" || text.Equals("true", StringComparison.OrdinalIgnoreCase));
}
