using System.Collections.Concurrent;
using System.Diagnostics;
using System.Reflection;
using System.Text;

namespace OrdosPipeline.Infra.Tests.Bicep;

/// <summary>The Bicep compiler of the NuGet package, which brings the types of all resource providers and needs no network.</summary>
internal static class BicepCompiler
{
    private static readonly string Program = typeof(BicepCompiler).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "BicepPath").Value!;

    private static readonly ConcurrentDictionary<string, Lazy<(string Template, string Complaints)>> Built = new(StringComparer.Ordinal);

    /// <param name="file">A <c>.bicep</c> file. It is compiled once, with the modules that it uses.</param>
    /// <returns>
    /// The ARM template, and what the compiler and its linter complained about in it and in its modules, empty when about
    /// nothing.
    /// </returns>
    public static (string Template, string Complaints) Build(string file) =>
        Built.GetOrAdd(file, path => new Lazy<(string, string)>(() => Run("build", path, "--stdout"))).Value;

    /// <param name="file">A <c>.bicepparam</c> file.</param>
    public static (string Parameters, string Complaints) BuildParameters(string file) => Run("build-params", file, "--stdout");

    /// <summary>What a deployment with these parameters would create: loops, conditions and functions are evaluated.</summary>
    /// <param name="template">The template, from the top of the checkout.</param>
    /// <param name="parameters">The assignments of a <c>.bicepparam</c> file, without its <c>using</c>.</param>
    /// <param name="name">Of the file that is made, unique among the tests.</param>
    /// <returns>The snapshot as JSON.</returns>
    public static string Snapshot(string template, string parameters, string name)
    {
        // Beside the tests' own files, because a path to a template must be relative.
        var folder = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "snapshots", name)).FullName;
        var file = Path.Combine(folder, "main.bicepparam");
        var path = Path.GetRelativePath(folder, Testing.Checkout.PathOf(template.Split('/'))).Replace(Path.DirectorySeparatorChar, '/');
        File.WriteAllText(file, $"using '{path}'\n\n{parameters}\n");
        var (_, complaints) = Run(
            "snapshot", file, "--mode", "overwrite",
            "--tenant-id", "00000000-0000-0000-0000-00000000000a", "--subscription-id", "00000000-0000-0000-0000-00000000000b",
            "--resource-group", "group", "--location", "eastasia", "--deployment-name", "test");
        var snapshot = Path.Combine(folder, "main.snapshot.json");
        return File.Exists(snapshot) && complaints.Length == 0
            ? File.ReadAllText(snapshot)
            : throw new InvalidOperationException($"Bicep made no snapshot of {file}: {complaints}");
    }

    private static (string Output, string Errors) Run(params string[] arguments)
    {
        var start = new ProcessStartInfo(Program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = Encoding.UTF8, StandardErrorEncoding = Encoding.UTF8 };
        // The compiler is one file that carries its runtime; it would otherwise take the options of the one that runs the tests.
        foreach (var variable in start.Environment.Keys.Where(key => key.StartsWith("DOTNET_", StringComparison.Ordinal) || key.StartsWith("COREHOST_", StringComparison.Ordinal)).ToList())
            start.Environment.Remove(variable);
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{Program} did not start.");
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        var complaints = errors.Result.Trim();
        return (output, process.ExitCode != 0 && complaints.Length == 0 ? $"bicep ended with code {process.ExitCode}." : complaints);
    }
}
