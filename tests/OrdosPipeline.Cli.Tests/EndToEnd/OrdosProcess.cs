using System.Diagnostics;
using System.Text;
using OrdosPipeline.Testing;

namespace OrdosPipeline.Cli.Tests.EndToEnd;

/// <summary>Runs <c>ordos</c> as a person would, from the root of the checkout and without storage settings.</summary>
internal static class OrdosProcess
{
    public static Task<(int Code, string Output, string Errors)> RunAsync(params IEnumerable<string> arguments) => RunAsync(connection: null, Checkout.Root, arguments);

    /// <summary>In a folder of its own, with a storage.</summary>
    public static async Task<(int Code, string Output, string Errors)> RunAsync(string? connection, string folder, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (var argument in arguments.Prepend(typeof(Running.OrdosServices).Assembly.Location))
            start.ArgumentList.Add(argument);
        foreach (var name in new[] { "Storage", "AzureWebJobsStorage" })
            start.Environment.Remove(name);
        if (connection is not null)
            start.Environment["Storage"] = connection;
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output, await errors);
    }
}
