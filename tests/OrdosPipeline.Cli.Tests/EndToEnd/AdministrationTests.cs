using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using OrdosPipeline.Core.Stores;
using OrdosPipeline.Testing;

namespace OrdosPipeline.Cli.Tests.EndToEnd;

/// <summary>The command line over a running system with the shipped samples.</summary>
public sealed partial class AdministrationTests(SampleSystem system) : IClassFixture<SampleSystem>
{
    [Fact]
    public async Task Administrators_get_the_answers_that_the_readme_shows()
    {
        var folder = Directory.CreateTempSubdirectory("ordos-readme-").FullName;
        var readme = await File.ReadAllTextAsync(Checkout.PathOf("README.md"));
        var renewed = readme;
        var blocks = Block().Matches(readme).ToList();
        Assert.Equal(8, blocks.Count);
        foreach (var block in blocks)
        {
            var command = block.Groups["command"].Value;
            var (code, output, errors) = await system.OrdosAsync(folder, command.Split(' '));
            Assert.True(code is 0 or 1, errors);
            // On a screen the notes stand below the result.
            var shown = $"{output}{errors}".TrimEnd().ReplaceLineEndings("\n");
            var documented = block.Groups["output"].Value;
            if (Comparable(documented) == Comparable(shown))
                continue;
            Assert.True(Approved.IsUpdate, $"README.md differs from what `ordos {command}` prints; if this is right: UPDATE_APPROVED=1 dotnet test\n{shown}");
            var lines = string.Join('\n', shown.Split('\n').Select(line => line.TrimEnd()));
            renewed = renewed.Replace(block.Value, block.Value.Replace(documented, lines, StringComparison.Ordinal), StringComparison.Ordinal);
        }

        if (renewed != readme)
            await File.WriteAllTextAsync(Checkout.PathOf("README.md"), renewed);
        Assert.True(new FileInfo(Path.Combine(folder, "达拉特旗.xlsx")).Length > 1000);
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>Acts at the command line stand in the audit trail, and a rebuild leaves them there.</summary>
    [Fact]
    public async Task Acts_at_the_command_line_are_on_record()
    {
        var submission = (await system.Services.GetRequiredService<ISubmissionLedger>().ListAsync("statistics", CancellationToken.None).FirstAsync()).Id;
        foreach (var command in new[] { "close 2021Q1", "close 2021Q1 --publish", "sweep", $"replay {submission}", "rebuild" })
            Assert.Equal(0, (await system.OrdosAsync(Checkout.Root, command.Split(' '))).Code);
        var (_, acts, _) = await system.OrdosAsync(Checkout.Root, "query", "audit", "--format", "csv", "--select", "Action,Subject,Before,After,State,Via");
        var lines = acts.TrimStart('\uFEFF').Split("\r\n");
        Assert.Contains("close,2021Q1,v1 computed,v1 computed,done,cli", lines);
        Assert.Contains("publish,2021Q1,v1 computed,v1 published,done,cli", lines);
        Assert.Contains("sweep,incoming,,,done,cli", lines);
        Assert.Contains(lines, line => line.StartsWith($"replay,statistics {submission},,", StringComparison.Ordinal) && line.EndsWith(",done,cli", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("rebuild,tables,,", StringComparison.Ordinal) && line.EndsWith(",done,cli", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(7, false)]
    [InlineData(6, true)]
    public async Task An_answer_that_is_cut_says_so(int top, bool isCut)
    {
        var (_, output, errors) = await system.OrdosAsync(Checkout.Root, "query", "observations", "--indicator", "H17", "--top", $"{top}", "--format", "csv");
        Assert.Equal(top, output.TrimEnd().Split("\r\n").Length - 1);
        Assert.Equal(isCut, errors.Contains("还有更多", StringComparison.Ordinal));
    }

    /// <summary>Words as people know them: of tables, of departments, of findings.</summary>
    [Theory]
    [InlineData("trace H01 2021年", 0, "E6")]
    [InlineData("trace H08 2021", 1, "H08 居民人均可支配收入增长 2021：还没有人报过；按规划由市统计局报送。")]
    [InlineData("trace H08 --quarter 2023年三季度", 0, "没有数据")]
    [InlineData("query observations --region dalad", 0, "达拉特旗")]
    [InlineData("query findings --finding value-imprecise", 0, "不是准确数字")]
    [InlineData("query findings --code value-imprecis", 2, "value-imprecise 不是准确数字")]
    [InlineData("query submissions --state 退回", 0, "退回")]
    [InlineData("query submissions --state 退", 2, "rejected 退回")]
    [InlineData("query findings --severity 提示 --quarter 2023Q3", 0, "indicator-not-in-plan")]
    [InlineData("query catalogue --kind 指标 --indicator H01", 0, "预期性")]
    [InlineData("status --quarter 2035Q1 --missing", 2, "2021—2025")]
    [InlineData("export observations --out /no/such/folder/a.xlsx", 2, "不能写文件")]
    [InlineData("export observations --indicator H08 --out none.xlsx", 1, "没有写文件")]
    public async Task A_question_is_taken_as_it_is_meant(string command, int code, string said)
    {
        var folder = Directory.CreateTempSubdirectory("ordos-question-").FullName;
        var answer = await system.OrdosAsync(folder, command.Split(' '));
        Assert.Equal((code, true), (answer.Code, (answer.Output + answer.Errors).Contains(said, StringComparison.Ordinal)));
        Assert.Empty(Directory.GetFiles(folder));
        Directory.Delete(folder);
    }

    [Fact]
    public async Task Nothing_is_handed_in_for_no_department()
    {
        var before = (await system.OrdosAsync(Checkout.Root, "status")).Output;
        var (code, output, errors) = await system.OrdosAsync(Checkout.Root, "submit", "README.md", "--department", "市财政");
        Assert.Equal((2, ""), (code, output));
        Assert.Contains("没有部门“市财政”。", errors, StringComparison.Ordinal);
        Assert.Equal(before, (await system.OrdosAsync(Checkout.Root, "status")).Output);
    }

    [Fact]
    public async Task An_export_that_finds_nothing_leaves_the_file_there_alone()
    {
        var folder = Directory.CreateTempSubdirectory("ordos-export-").FullName;
        var file = Path.Combine(folder, "H.csv");
        await File.WriteAllTextAsync(file, "mine");
        Assert.Equal(1, (await system.OrdosAsync(folder, "export", "observations", "--indicator", "H08", "--out", "H.csv")).Code);
        Assert.Equal("mine", await File.ReadAllTextAsync(file));
        Assert.Equal(0, (await system.OrdosAsync(folder, "export", "observations", "--indicator", "H17", "--out", "H.csv")).Code);
        Assert.Equal(8, (await File.ReadAllLinesAsync(file)).Length);
        Assert.Equal(file, Assert.Single(Directory.GetFiles(folder)));
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>What a person types wrongly is told what was probably meant.</summary>
    [Theory]
    [InlineData("statsu", "did you mean): status")]
    [InlineData("query observations --indicater H01", "did you mean): --indicator")]
    [InlineData("query observation", "'observations'")]
    [InlineData("trace", "命令缺少所需参数: 'trace'. (Required argument missing for command: 'trace'.)")]
    [InlineData("query", "命令缺少所需参数")]
    [InlineData("check a.xlsx", "缺少必需的选项“--department”。 (Option '--department' is required.)")]
    [InlineData("trace H01", "--quarter")]
    [InlineData("trace H01 2023 --quarter 2023Q4", "--asof")]
    [InlineData("replay", "--failed")]
    [InlineData("status --missing", "--quarter")]
    [InlineData("completions fish", "'bash'")]
    [InlineData("nothing", "ordos --help")]
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

    /// <summary>Without ids, which ETags make, and the time of day.</summary>
    private static string Comparable(string text) => string.Join(
        '\n', Differing().Replace(text, match => new string('?', match.Length)).Split('\n').Select(line => line.Trim())).Trim();

    [GeneratedRegex("```console\n\\$ ordos (?<command>[^\n]+)\n(?<output>.*?)\n```", RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex("[0-9a-f]{20}|[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}")]
    private static partial Regex Differing();
}
