using System.Diagnostics.Metrics;
using System.Text.RegularExpressions;
using OrdosPipeline.Core.Health;
using OrdosPipeline.Core.Validation;
using OrdosPipeline.Testing;

namespace OrdosPipeline.Core.Tests;

/// <summary>functions/OBSERVABILITY.md says what the code measures.</summary>
public sealed partial class ObservabilityDocTests
{
    private static readonly string[] Document = File.ReadAllLines(Checkout.PathOf("functions", "OBSERVABILITY.md"));

    [Fact]
    public void Every_instrument_stands_in_its_table_and_no_other()
    {
        using var metrics = new PipelineMetrics(TimeProvider.System);
        var instruments = new List<Instrument>();
        var attributes = new Dictionary<string, IEnumerable<string>>(StringComparer.Ordinal);
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listening) =>
            {
                if (!ReferenceEquals(instrument.Meter, metrics.Meter))
                    return;
                instruments.Add(instrument);
                listening.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<long>((instrument, _, tags, _) => Note(instrument, tags));
        listener.SetMeasurementEventCallback<double>((instrument, _, tags, _) => Note(instrument, tags));
        listener.Start();
        metrics.Recorded(Submission());
        metrics.Applied(Submission());
        metrics.Failed("check");
        metrics.Show(new BacklogState(0, null, 0));
        metrics.ShowPoison(0);
        listener.RecordObservableInstruments();

        Assert.Equal(
            instruments.Select(instrument => $"{instrument.Name} | {KindOf(instrument)} | {instrument.Unit} | {string.Join(' ', attributes[instrument.Name])} | {instrument.Description}").Order(StringComparer.Ordinal),
            Rows("| instrument |").Select(row => string.Join(" | ", row.Select(cell => cell.Replace("`", "", StringComparison.Ordinal)))).Order(StringComparer.Ordinal));

        void Note(Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags) => attributes[instrument.Name] = [.. tags.ToArray().Select(tag => tag.Key).Order(StringComparer.Ordinal)];
    }

    [Fact]
    public void Every_span_stands_in_its_table_and_no_other()
    {
        var sources = Directory.EnumerateFiles(Checkout.PathOf("functions", "OrdosPipeline.Core"), "*.cs").Select(File.ReadAllText);
        Assert.Equal(
            sources.SelectMany(source => Span().Matches(source)).Select(match => match.Groups[1].Value).Distinct().Order(StringComparer.Ordinal),
            Rows("| span |").SelectMany(row => Code().Matches(row[0])).Select(match => match.Groups[1].Value).Order(StringComparer.Ordinal));
    }

    private static string KindOf(Instrument instrument) => instrument.GetType().Name.Split('`')[0] switch
    {
        "Counter" => "counter",
        "Histogram" => "histogram",
        "ObservableGauge" => "gauge",
        var other => other,
    };

    /// <summary>The rows of the table with that head, cell by cell.</summary>
    private static IEnumerable<string[]> Rows(string head) => Document.SkipWhile(line => !line.StartsWith(head, StringComparison.Ordinal)).Skip(2).TakeWhile(line => line.StartsWith('|'))
        .Select(line => line[1..^1].Split('|').Select(cell => cell.Trim()).ToArray());

    private static CheckedSubmission Submission() => new()
    {
        Submission = new SubmissionHeader
        {
            Id = "a",
            Plan = "ordos-14",
            Department = "works",
            Path = "works/a.csv",
            ETag = "0x1",
            UploadedAt = DateTimeOffset.UnixEpoch,
            Bytes = 1,
            Sha256 = "",
        },
        Verdict = Verdict.Rejected,
        Findings = [],
        FindingCounts = new Dictionary<string, int> { ["value-imprecise"] = 2 },
        Values = [],
        ProjectRows = [],
    };

    [GeneratedRegex("(?:PipelineSpans\\.(?:Start|Source\\.StartActivity)|StepAsync)\\(\\s*\"([^\"]+)\"")]
    private static partial Regex Span();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Code();
}
