using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using OrdosPipeline.Cli.Running;
using OrdosPipeline.Core;
using OrdosPipeline.Core.Reporting;
using OrdosPipeline.Testing;

namespace OrdosPipeline.Cli.Tests.EndToEnd;

/// <summary>Holds sample-inputs/README.md to what the check says of each file.</summary>
public partial class SampleInputsTests
{
    /// <summary>A day after all samples' periods, so that nothing depends on when the test runs.</summary>
    private static readonly DateOnly AsOf = new(2024, 2, 1);

    public static TheoryData<string, string, string, int> Samples
    {
        get
        {
            var samples = new TheoryData<string, string, string, int>();
            foreach (var line in File.ReadLines(Checkout.PathOf("sample-inputs", "README.md")))
            {
                if (Row().Match(line) is { Success: true } row)
                    samples.Add(row.Groups[1].Value, row.Groups[2].Value, row.Groups[3].Value.Trim(), int.Parse(row.Groups[4].Value, CultureInfo.InvariantCulture));
            }

            return samples;
        }
    }

    [Fact]
    public void Every_sample_has_its_row() => Assert.Equal(
        SampleInputs.List(Checkout.PathOf("sample-inputs")).Select(sample => sample.Path).Order(StringComparer.Ordinal),
        Samples.Select(row => (string)row[0]).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task A_sample_comes_to_what_its_row_says(string path, string verdict, string codes, int values)
    {
        await using var services = OrdosServices.Offline();
        await using var content = File.OpenRead(Checkout.PathOf("sample-inputs", path));
        var result = await services.GetRequiredService<DryRun>().CheckAsync(content, Path.GetFileName(path), path.Split('/')[0], plan: null, AsOf, pipeline: null, CancellationToken.None);
        Assert.Equal(verdict, CheckJson.Text(result.Submission.Verdict));
        Assert.Equal(codes, string.Join(' ', result.Submission.FindingCounts.OrderBy(count => count.Key, StringComparer.Ordinal).Select(count => $"{count.Key}×{count.Value}")));
        Assert.Equal(values, result.Submission.Values.Count);
    }

    [GeneratedRegex(@"^\| `([^`]+)` \|[^|]*\| ([a-z-]+) \|([^|]*)\| ([0-9]+) \|$")]
    private static partial Regex Row();
}
