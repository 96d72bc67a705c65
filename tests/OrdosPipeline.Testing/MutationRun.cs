using System.Collections.Concurrent;
using System.Diagnostics;
using OrdosPipeline.Core.Intake;
using OrdosPipeline.Core.Progress;
using OrdosPipeline.Core.Reporting;
using OrdosPipeline.Core.Validation;
using OrdosPipeline.Core.Validation.History;
using OrdosPipeline.Documents.Feedback;
using OrdosPipeline.Documents.Reading;

namespace OrdosPipeline.Testing;

/// <summary>What became of one damaged file.</summary>
/// <param name="Seed">Makes the same damage to the same file again.</param>
/// <param name="File">Path of the test file that was damaged.</param>
/// <param name="Kind">How it was damaged.</param>
/// <param name="End">The verdict, or the code of the fault that kept the file from being opened; null when it ended in neither.</param>
/// <param name="Took">Opening, checking and handing back: the time that passed or that the processors spent, whichever is less.</param>
/// <param name="AllocatedBytes">In the course of that, released or not.</param>
/// <param name="Damaged">Its bytes, where something is wrong.</param>
/// <param name="Wrong">What is wrong: an exception, or a limit that was passed; null where nothing is.</param>
public sealed record MutationOutcome(int Seed, string File, MutationKind Kind, string? End, TimeSpan Took, long AllocatedBytes, byte[]? Damaged, string? Wrong);

/// <summary>
/// Damages test files and takes each the way of a submission: opened, checked, handed back as JSON and as a marked
/// workbook that opens again. Whatever is damaged, that ends in a verdict within the limits, never in an exception.
/// </summary>
public static class MutationRun
{
    /// <summary>Made to take long: damage to them shows little and costs as much as a hundred others.</summary>
    private static readonly string[] Slow = ["Faults/EndlessColumns.xls", "Faults/ZipBomb.xlsx"];

    private static readonly DateOnly AsOf = new(2024, 1, 31);

    /// <summary>What one file may take of a processor.</summary>
    private static readonly TimeSpan MostTime = IntakeLimits.Default.CheckingTime;

    /// <summary>On a busy machine the clock runs on while the check waits; only what never ends is broken off.</summary>
    private static readonly IntakeLimits Limits = IntakeLimits.Default with { CheckingTime = 20 * MostTime };

    /// <summary>Damages one file after the other, on every processor.</summary>
    /// <param name="firstSeed">Each damage has the seed after the one before.</param>
    /// <param name="count">How many.</param>
    /// <param name="ended">Called for each, by several threads at once.</param>
    public static void Run(int firstSeed, int count, Action<MutationOutcome> ended)
    {
        var files = TestFile.All.Where(file => !Slow.Contains(file.Path)).Select(file => (File: file, Bytes: file.Bytes())).ToList();

        // Damage to what cannot be opened anyway shows little.
        var sound = files.FindAll(file => !file.File.Path.StartsWith("Faults/", StringComparison.Ordinal));
        Parallel.ForEach(Partitioner.Create(Enumerable.Range(firstSeed, count), EnumerablePartitionerOptions.NoBuffering), seed =>
        {
            // The same file for the same seed, whatever the order.
            var random = new Random(seed);
            var among = random.Next(20) == 0 ? files : sound;
            var (file, bytes) = among[random.Next(among.Count)];
            ended(One(seed, file, bytes));
        });
    }

    private static MutationOutcome One(int seed, TestFile file, byte[] bytes)
    {
        var (kind, damaged) = new FileMutator(seed).Mutate(bytes);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var (started, processor) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        string? end = null, wrong = null;
        try
        {
            end = Submit(damaged, file.Department, ref wrong);
        }
        catch (Exception exception)
        {
            // Whatever it is, it must not have happened.
            wrong = exception.ToString();
        }

        // Of the processors' time others may have had a part; more than that it was not.
        var took = new[] { Stopwatch.GetElapsedTime(started), Environment.CpuUsage.TotalTime - processor }.Min();
        if (took > MostTime)
            wrong ??= $"It took {took.TotalSeconds:0} s.";
        return new(seed, file.Path, kind, end, took, GC.GetAllocatedBytesForCurrentThread() - before, wrong is null ? null : damaged, wrong);
    }

    private static string Submit(byte[] damaged, string department, ref string? wrong)
    {
        using var timeout = new CancellationTokenSource(Limits.CheckingTime);
        using var content = new MemoryStream(damaged, writable: false);
        var opener = new WorkbookOpener();
        var plan = TestPlan.Ordos14();
        var opened = opener.Open(content, Limits, timeout.Token);
        var started = SubmissionChecker.Start(opened, plan, SheetBuilder.Header(department, plan), AsOf, Limits, HistorySettings.Default, timeout.Token);
        var submission = started.Finish(before: null, timeout.Token);
        CheckJson.Write(Stream.Null, "damaged", submission, plan);

        using var feedback = new MemoryStream();
        new FeedbackWorkbook(opener, Limits, new CompletenessSettings()).Write(new CheckedFile(submission, started.Explanation), content, feedback, timeout.Token);
        feedback.Position = 0;
        if (opener.Open(feedback, Limits with { UnpackedBytes = long.MaxValue }, timeout.Token).Fault is { } fault)
            wrong = $"The feedback does not open: {fault}";
        return opened.Fault is null ? submission.Verdict.ToString() : submission.Findings[0].Code;
    }
}
