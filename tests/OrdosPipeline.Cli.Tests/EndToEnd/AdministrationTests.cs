using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using OrdosPipeline.Cli.Emulator;
using OrdosPipeline.Cli.Running;
using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Reporting;
using OrdosPipeline.Core.Stores;
using OrdosPipeline.Testing;

namespace OrdosPipeline.Cli.Tests.EndToEnd;

/// <summary>The command line over a running system with the shipped samples.</summary>
public sealed partial class AdministrationTests
{
    [Fact]
    public async Task Administrators_get_the_answers_that_the_readme_shows()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        await using var emulator = await AzuriteEmulator.StartAsync(cancellationToken: limit.Token);
        var connection = emulator.ConnectionString;
        await using var services = await OrdosServices.OnlineAsync(limit.Token, name => name == "Storage" ? connection : null);
        await using var app = await FunctionAppProcess.StartAsync(connection, _ => { }, limit.Token);
        await HandInSamplesAsync(services, limit.Token);
        await app.TriggerAsync("QuarterCloseDue", limit.Token);
        var summaries = services.GetRequiredService<ISummaryStore>();
        while (await summaries.VersionsAsync("ordos-14", new ReportingQuarter(2025, 4), limit.Token) is not [.., { State: not SummaryState.Writing }])
            await Task.Delay(TimeSpan.FromMilliseconds(200), limit.Token);

        var folder = Directory.CreateTempSubdirectory("ordos-readme-").FullName;
        var readme = await File.ReadAllTextAsync(Checkout.PathOf("README.md"), limit.Token);
        var renewed = readme;
        var blocks = Block().Matches(readme).ToList();
        Assert.Equal(7, blocks.Count);
        foreach (var block in blocks)
        {
            var (code, output, errors) = await OrdosProcess.RunAsync(connection, folder, block.Groups["command"].Value.Split(' '));
            Assert.True(code is 0 or 1, errors);
            // On a screen the notes stand below the result.
            var shown = $"{output}{errors}".TrimEnd().ReplaceLineEndings("\n");
            var documented = block.Groups["output"].Value;
            if (Comparable(documented) == Comparable(shown))
                continue;
            Assert.True(Approved.IsUpdate, $"README.md differs from what `ordos {block.Groups["command"].Value}` prints; if this is right: UPDATE_APPROVED=1 dotnet test\n{shown}");
            renewed = renewed.Replace(block.Value, block.Value.Replace(documented, string.Join('\n', shown.Split('\n').Select(line => line.TrimEnd())), StringComparison.Ordinal), StringComparison.Ordinal);
        }

        if (renewed != readme)
            await File.WriteAllTextAsync(Checkout.PathOf("README.md"), renewed, limit.Token);

        Assert.True(new FileInfo(Path.Combine(folder, "达拉特旗.xlsx")).Length > 1000);
        Directory.Delete(folder, recursive: true);
        await AssertActsAsync(services, connection, limit.Token);
    }

    /// <summary>What a person types wrongly is told what was probably meant.</summary>
    [Theory]
    [InlineData("statsu", "did you mean): status")]
    [InlineData("query observations --indicater H01", "did you mean): --indicator")]
    [InlineData("query observation", "'observations'")]
    [InlineData("trace", "Required argument missing")]
    [InlineData("replay", "--failed")]
    [InlineData("status --missing", "--quarter")]
    [InlineData("completions fish", "'bash'")]
    public async Task A_wrong_word_is_told_what_was_meant(string arguments, string said)
    {
        var (code, _, errors) = await OrdosProcess.RunAsync(arguments.Split(' '));
        Assert.Equal(2, code);
        Assert.Contains(said, errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_shell_is_told_what_may_come_next()
    {
        foreach (var shell in new[] { "bash", "zsh", "pwsh" })
            Assert.Contains("[suggest:", (await OrdosProcess.RunAsync("completions", shell)).Output, StringComparison.Ordinal);
        var (_, offered, _) = await OrdosProcess.RunAsync("[suggest:8]", "ordos qu");
        Assert.Contains("query", offered.Split('\n').Select(line => line.Trim()));
        Assert.Contains("--region", (await OrdosProcess.RunAsync("[suggest:22]", "ordos query history --r")).Output.Split('\n').Select(line => line.Trim()));
    }

    /// <summary>Acts at the command line stand in the audit trail, and a rebuild leaves them there.</summary>
    private static async Task AssertActsAsync(ServiceProvider services, string connection, CancellationToken cancellationToken)
    {
        var submission = (await services.GetRequiredService<ISubmissionLedger>().ListAsync("statistics", cancellationToken).FirstAsync(cancellationToken)).Id;
        foreach (var command in new[] { "close 2023Q3 --publish", "sweep", $"replay {submission}", "rebuild" })
            Assert.Equal(0, (await OrdosProcess.RunAsync(connection, Checkout.Root, command.Split(' '))).Code);
        var (_, acts, _) = await OrdosProcess.RunAsync(connection, Checkout.Root, ["query", "audit", "--format", "csv", "--select", "Action,Subject,Before,After,State,Via"]);
        var lines = acts.TrimStart('\uFEFF').Split("\r\n");
        Assert.Contains("publish,2023Q3,v1 computed,v1 published,done,cli", lines);
        Assert.Contains("sweep,incoming,,,done,cli", lines);
        Assert.Contains(lines, line => line.StartsWith($"replay,statistics {submission},,", StringComparison.Ordinal) && line.EndsWith(",done,cli", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("rebuild,tables,,", StringComparison.Ordinal) && line.EndsWith(",done,cli", StringComparison.Ordinal));
    }

    private static async Task HandInSamplesAsync(ServiceProvider services, CancellationToken cancellationToken)
    {
        var uploads = new List<IncomingVersion>();
        foreach (var (file, path) in SampleInputs.List(Checkout.PathOf("sample-inputs")))
        {
            await using var content = File.OpenRead(file);
            uploads.Add(await services.GetRequiredService<IInbox>().UploadAsync(path, content, "test", cancellationToken));
        }

        await ActivatorUtilities.CreateInstance<SubmissionWatch>(services).WaitAsync(uploads, progress: null, cancellationToken);
    }

    /// <summary>Without ids, which ETags make, and the time of day.</summary>
    private static string Comparable(string text) => string.Join(
        '\n', Differing().Replace(text, match => new string('?', match.Length)).Split('\n').Select(line => line.Trim())).Trim();

    [GeneratedRegex("```console\n\\$ ordos (?<command>[^\n]+)\n(?<output>.*?)\n```", RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex("[0-9a-f]{20}|[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}")]
    private static partial Regex Differing();
}
