using System.Diagnostics.Metrics;
using OrdosPipeline.Core.Health;
using OrdosPipeline.Core.Reporting;
using OrdosPipeline.Core.Validation;

namespace OrdosPipeline.Core;

/// <summary>
/// Every figure by which the system measures itself, each with name, unit and meaning, once. OBSERVABILITY.md lists them.
/// </summary>
/// <remarks>
/// Whoever listens to the meter named <see cref="MeterName"/> gets them; where nobody does, they cost nothing. The meter
/// belongs to its container of services and is not static, so that systems side by side in one process are told apart.
/// Attributes have few values each: a submission's id stands on its span and in its log lines, never here.
/// </remarks>
public sealed class PipelineMetrics : IDisposable
{
    public const string MeterName = "OrdosPipeline";

    /// <summary>In seconds. A minute is what departments are promised.</summary>
    private static readonly InstrumentAdvice<double> Waits = new() { HistogramBucketBoundaries = [1, 2, 3, 5, 10, 15, 30, 60, 120, 300, 900, 3600, 14400, 86400] };

    private readonly Meter meter = new(MeterName);
    private readonly Counter<long> submissions;
    private readonly Counter<long> findings;
    private readonly Counter<long> failures;
    private readonly Histogram<double> feedback;
    private readonly Histogram<double> applied;
    private readonly TimeProvider clock;
    private volatile BacklogState? backlog;
    private volatile PoisonCount? poison;

    public PipelineMetrics(TimeProvider clock)
    {
        this.clock = clock;
        submissions = meter.CreateCounter<long>("ordos.submissions", "{submission}", "Submissions checked, each once: when its record is first written.");
        findings = meter.CreateCounter<long>("ordos.findings", "{finding}", "Findings of those submissions, with their true counts.");
        failures = meter.CreateCounter<long>("ordos.submission.failures", "{failure}", "Tries that failed for a fault of the system, not of the data.");
        feedback = meter.CreateHistogram("ordos.submission.feedback.duration", "s", "From the upload until the marked workbook lies ready.", tags: null, advice: Waits);
        applied = meter.CreateHistogram("ordos.submission.apply.duration", "s", "From the upload until its values stand in the tables.", tags: null, advice: Waits);
        meter.CreateObservableGauge("ordos.backlog.age", () => Of(backlog, state => state.Age(this.clock.GetUtcNow()).TotalSeconds), "s", "Age of the oldest upload that is not done with; 0 where there is none.");
        meter.CreateObservableGauge("ordos.backlog.submissions", () => Of(backlog, state => (long)state.Waiting), "{submission}", "Uploads that are not done with, those given up left out.");
        meter.CreateObservableGauge("ordos.submissions.failed", () => Of(backlog, state => (long)state.Failed), "{submission}", "Submissions that the system has given up and that await a replay.");
        meter.CreateObservableGauge("ordos.poison.messages", () => Of(poison, count => (long)count.Messages), "{message}", "Messages in the queue of blobs that the host has given up.");
    }

    /// <summary>The meter itself, by which its listeners tell it from others of the name.</summary>
    public Meter Meter => meter;

    /// <summary>A submission was checked, handed back and recorded for the first time.</summary>
    public void Recorded(CheckedSubmission submission)
    {
        var plan = PlanTag(submission);
        var verdict = KeyValuePair.Create("ordos.verdict", (object?)CheckJson.Text(submission.Verdict));
        submissions.Add(1, verdict, plan);
        feedback.Record(Since(submission), verdict, plan);
        foreach (var (code, count) in submission.FindingCounts)
            findings.Add(count, KeyValuePair.Create("ordos.finding.code", (object?)code), plan);
    }

    /// <summary>The values of a submission stand in the tables for the first time.</summary>
    public void Applied(CheckedSubmission submission) => applied.Record(Since(submission), PlanTag(submission));

    /// <summary>The system failed on a submission.</summary>
    /// <param name="step">check or apply.</param>
    public void Failed(string step) => failures.Add(1, KeyValuePair.Create("ordos.step", (object?)step));

    /// <summary>How the backlog stands; shown until it is measured again.</summary>
    public void Show(BacklogState state) => backlog = state;

    /// <summary>How many messages the poison queue holds; null where that is not known.</summary>
    public void ShowPoison(int? messages) => poison = messages is { } known ? new PoisonCount(known) : null;

    public void Dispose() => meter.Dispose();

    private double Since(CheckedSubmission submission) => Math.Max(0, (clock.GetUtcNow() - submission.Submission.UploadedAt).TotalSeconds);

    private static KeyValuePair<string, object?> PlanTag(CheckedSubmission submission) => new("ordos.plan", submission.Submission.Plan);

    /// <summary>What was never measured is not shown: a nought would say that all is well.</summary>
    private static IEnumerable<Measurement<T>> Of<TState, T>(TState? state, Func<TState, T> value)
        where TState : class
        where T : struct => state is null ? [] : [new Measurement<T>(value(state))];

    private sealed record PoisonCount(int Messages);
}
