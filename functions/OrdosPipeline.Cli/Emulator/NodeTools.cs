using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace OrdosPipeline.Cli.Emulator;

/// <summary>The <c>node</c> and <c>npm</c> commands of this machine.</summary>
internal static class NodeTools
{
    // The packages in package-lock.json ask for Node.js 20.
    private const int OldestMajorVersion = 20;

    private const string Advice =
        "The storage emulator Azurite runs on Node.js. Install Node.js 20 or later, which brings npm (https://nodejs.org), "
        + "or set a connection string to a storage account or a running emulator.";

    public static async Task RequireNodeAsync(CancellationToken cancellationToken)
    {
        var (exitCode, output) = await RunAsync("node", ["--version"], Environment.CurrentDirectory, cancellationToken);
        var version = output.Trim().TrimStart('v');
        if (exitCode != 0
            || !int.TryParse(version.Split('.')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var major))
            throw new EmulatorUnavailableException($"\"node --version\" failed. {Advice}");
        if (major < OldestMajorVersion)
            throw new EmulatorUnavailableException($"Node.js {version} is too old. {Advice}");
    }

    public static async Task InstallAsync(string folder, CancellationToken cancellationToken)
    {
        // No package here needs its install script, so none is run.
        string[] arguments = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
        var (exitCode, output) = await RunAsync("npm", arguments, folder, cancellationToken);
        if (exitCode != 0)
            throw new EmulatorUnavailableException(
                $"npm could not install the storage emulator Azurite. Is the npm registry reachable? npm said:{Environment.NewLine}{output.Trim()}");
    }

    /// <summary>Starts a command found on the path; on Windows npm is a script and needs the shell.</summary>
    public static Process Start(string command, IEnumerable<string> arguments, string folder)
    {
        var throughShell = OperatingSystem.IsWindows() && command == "npm";
        var start = new ProcessStartInfo(throughShell ? "cmd.exe" : command)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            CreateNoWindow = true,
        };
        if (throughShell)
        {
            start.ArgumentList.Add("/c");
            start.ArgumentList.Add(command);
        }

        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);

        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception fault)
        {
            throw new EmulatorUnavailableException($"\"{command}\" was not found. {Advice}", fault);
        }
    }

    private static async Task<(int ExitCode, string Output)> RunAsync(
        string command, string[] arguments, string folder, CancellationToken cancellationToken)
    {
        using var process = Start(command, arguments, folder);
        try
        {
            process.StandardInput.Close();
            var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
            var errors = process.StandardError.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            return (process.ExitCode, await output + await errors);
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }
}
