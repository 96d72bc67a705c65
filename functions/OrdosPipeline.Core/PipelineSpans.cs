using System.Diagnostics;
using OrdosPipeline.Core.Reporting;
using OrdosPipeline.Core.Stores;

namespace OrdosPipeline.Core;

/// <summary>
/// The spans of the flows. Each says by <see cref="Submission"/>, <see cref="Department"/> and <see cref="Plan"/> what it is
/// about: check and application of one submission are separate traces, since any number of events may lie between them,
/// and its id finds both.
/// </summary>
public static class PipelineSpans
{
    public const string SourceName = PipelineMetrics.MeterName;

    public const string Submission = "ordos.submission.id";
    public const string Department = "ordos.department";
    public const string Plan = "ordos.plan";
    public const string Verdict = "ordos.verdict";
    public const string Quarter = "ordos.quarter";

    /// <summary>What a span says of its submission, and log lines inside it too.</summary>
    public static IReadOnlyList<string> OfSubmission { get; } = [Submission, Department, Plan, Verdict];

    public static ActivitySource Source { get; } = new(SourceName);

    /// <summary>Starts a span about one submission.</summary>
    /// <param name="name">What is done with it.</param>
    /// <param name="entry">What is known of it.</param>
    public static Activity? Start(string name, LedgerEntry entry)
    {
        var span = Source.StartActivity(name);
        span.Say(Submission, entry.Id);
        span.Say(Department, entry.Department);
        span.Say(Plan, entry.Plan);
        if (entry.Verdict is { } verdict)
            span.Say(Verdict, CheckJson.Text(verdict));
        return span;
    }

    /// <summary>
    /// Says something of the span's submission, also on the span around it, such as the function's, unless that is about
    /// another one: a check takes up earlier uploads of the department first.
    /// </summary>
    public static void Say(this Activity? span, string name, string? value)
    {
        if (span is null || value is null)
            return;
        span.SetTag(name, value);
        if (span.Parent is not { } around)
            return;
        if (name == Submission && around.GetTagItem(Submission) is null)
            around.SetTag(Submission, value);
        else if (around.GetTagItem(Submission) is { } other && other.Equals(span.GetTagItem(Submission)))
            around.SetTag(name, value);
    }

    /// <summary>Says that the span ended with a fault of the system.</summary>
    public static void Fail(this Activity? span, Exception fault) => span?.AddException(fault).SetStatus(ActivityStatusCode.Error, fault.GetType().Name);

    /// <summary>Runs a step of a flow as a span of its own; null where nobody listens.</summary>
    public static async Task<T> StepAsync<T>(string name, Func<Activity?, Task<T>> step)
    {
        using var span = Source.StartActivity(name);
        try
        {
            return await step(span);
        }
        catch (Exception fault)
        {
            span.Fail(fault);
            throw;
        }
    }

    /// <inheritdoc cref="StepAsync{T}(string, Func{Activity?, Task{T}})"/>
    public static Task<T> StepAsync<T>(string name, Func<Task<T>> step) => StepAsync(name, _ => step());

    /// <inheritdoc cref="StepAsync{T}(string, Func{Activity?, Task{T}})"/>
    public static Task StepAsync(string name, Func<Task> step) => StepAsync(name, async () =>
    {
        await step();
        return true;
    });
}
