using System.Diagnostics;
using System.Globalization;
using OrdosPipeline.Testing;

namespace OrdosPipeline.Benchmarks;

/// <summary>Damages test files by the hundred thousand on every processor, and tells what became of them. What ends wrong is kept, to be made a test.</summary>
internal static class MutationBenchmark
{
    /// <returns>How many ended wrong.</returns>
    public static int Run(int count, int firstSeed, TextWriter output)
    {
        var folder = Path.Combine(Path.GetTempPath(), "ordos-mutations");
        var (ends, kinds, files, done, wrong) = (new SortedDictionary<string, int>(StringComparer.Ordinal), new SortedDictionary<MutationKind, int>(), new Dictionary<string, TimeSpan>(StringComparer.Ordinal), 0, 0);
        MutationOutcome? slowest = null, largest = null;
        var gate = new Lock();
        output.WriteLine(Line($"{count:N0} damaged files, seeds from {firstSeed}"));
        var watch = Stopwatch.StartNew();
        MutationRun.Run(firstSeed, count, outcome =>
        {
            lock (gate)
            {
                var end = outcome.End ?? "none";
                ends[end] = ends.GetValueOrDefault(end) + 1;
                kinds[outcome.Kind] = kinds.GetValueOrDefault(outcome.Kind) + 1;
                files[outcome.File] = files.GetValueOrDefault(outcome.File) + outcome.Took;
                slowest = slowest is null || outcome.Took > slowest.Took ? outcome : slowest;
                largest = largest is null || outcome.AllocatedBytes > largest.AllocatedBytes ? outcome : largest;
                if (outcome.Wrong is not null)
                {
                    wrong++;
                    Directory.CreateDirectory(folder);
                    var path = Path.Combine(folder, Line($"{outcome.Seed}{Path.GetExtension(outcome.File)}"));
                    File.WriteAllBytes(path, outcome.Damaged!);
                    output.WriteLine(Line($"WRONG seed {outcome.Seed}, {outcome.Kind} of {outcome.File}, kept as {path}\n{outcome.Wrong}\n"));
                }

                if (++done % 10_000 == 0)
                    output.WriteLine(Line($"{done,9:N0} {watch.Elapsed.TotalSeconds,8:N0} s"));
            }
        });

        output.WriteLine(Line($"{"done in",-24} {watch.Elapsed.TotalSeconds,10:N0} s on {Environment.ProcessorCount} processors"));
        output.WriteLine(Line($"{"ended wrong",-24} {wrong,10:N0}"));
        foreach (var (kind, number) in kinds)
            output.WriteLine(Line($"{kind,-24} {number,10:N0}"));
        foreach (var (end, number) in ends)
            output.WriteLine(Line($"{end,-24} {number,10:N0}"));
        output.WriteLine(Line($"{"slowest",-24} {slowest!.Took.TotalMilliseconds,10:N0} ms   seed {slowest.Seed}, {slowest.Kind} of {slowest.File}"));
        output.WriteLine(Line($"{"most allocated by one",-24} {largest!.AllocatedBytes / 1048576.0,10:N0} MiB  seed {largest.Seed}, {largest.Kind} of {largest.File}"));
        output.WriteLine(Line($"{"memory at the peak",-24} {Process.GetCurrentProcess().PeakWorkingSet64 / 1048576.0,10:N0} MiB"));
        foreach (var (file, took) in files.OrderByDescending(file => file.Value).Take(5))
            output.WriteLine(Line($"{"time spent on",-24} {took.TotalSeconds,10:N1} s    {file}"));
        return wrong;
    }

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
