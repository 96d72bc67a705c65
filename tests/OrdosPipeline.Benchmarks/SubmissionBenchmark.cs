using System.Diagnostics;
using System.Globalization;
using System.Text;
using Azure.Data.Tables;
using Microsoft.Extensions.DependencyInjection;
using OrdosPipeline.Core;
using OrdosPipeline.Core.Normalisation;
using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Stores;
using OrdosPipeline.Documents;
using OrdosPipeline.Storage;
using OrdosPipeline.Testing;

namespace OrdosPipeline.Benchmarks;

/// <summary>
/// One large CSV file from upload to applied, beside bare batched upserts of the rows that come of it into the same emulator.
/// </summary>
internal static class SubmissionBenchmark
{
    private const int MonthsOfPlan = 60;

    public static async Task RunAsync(int rows, TextWriter output)
    {
        var plans = Directory.CreateTempSubdirectory("ordos-bench-").FullName;
        try
        {
            WritePlan(plans, indicators: 1 + (rows / MonthsOfPlan));
            var connection = await AzuriteFixture.ConnectionStringAsync();
            var options = new StorageOptions { ConnectionString = connection, Prefix = AzuriteFixture.UniqueName("s") };
            await using var services = new ServiceCollection()
                .AddOrdosPipelines(name => name == "Plans" ? plans : null).AddOrdosStorage(options).BuildServiceProvider();
            await services.GetRequiredService<IStorageMaintenance>().EnsureCreatedAsync(CancellationToken.None);
            var pipeline = services.GetRequiredService<SubmissionPipeline>();

            var file = Encoding.UTF8.GetBytes(File(rows));
            await output.WriteLineAsync(Line($"a CSV file of {rows:N0} rows, {file.Length / 1048576.0:N1} MiB"));
            using (var content = new MemoryStream(file))
                await services.GetRequiredService<IInbox>().UploadAsync("statistics/large.csv", content, submittedBy: null, CancellationToken.None);

            var before = GC.GetTotalMemory(forceFullCollection: true);
            var watch = Stopwatch.StartNew();
            var recorded = (await pipeline.ArriveAsync("statistics/large.csv", CancellationToken.None))!;
            var arrived = watch.Elapsed;
            await output.WriteLineAsync(Line($"{"checked and recorded",-24} {rows / arrived.TotalSeconds,10:N0} rows/s {arrived.TotalSeconds,8:N1} s   {recorded.Verdict}, {recorded.Values.Count:N0} values"));

            // The emulator slows down as it fills: one half of the bare rows goes before, the other after.
            var bareTables = new[] { "BareHistory", "BareCurrent" }.Select(name => new TableClient(connection, options.Prefix + name)).ToArray();
            foreach (var table in bareTables)
                await table.CreateAsync();
            var form = new ObservationForm(services.GetRequiredService<PlanLibrary>());
            var bareRows = Normaliser.Observations(recorded, services.GetRequiredService<PlanLibrary>().All[0]).Chunk((rows + 1) / 2).ToArray();
            var bare = await ApplyBenchmark.BareAsync(bareTables, form, bareRows[0]);
            watch.Restart();
            await pipeline.ApplyAsync(
                BlobNames.AcceptedDocument(recorded.Submission.Plan, recorded.Submission.Department, recorded.Submission.Id), CancellationToken.None);
            var applied = watch.Elapsed;
            await output.WriteLineAsync(Line($"{"applied",-24} {2 * rows / applied.TotalSeconds,10:N0} rows/s {applied.TotalSeconds,8:N1} s   each value is a row in two tables"));
            await output.WriteLineAsync(Line($"{"memory at the peak",-24} {(Process.GetCurrentProcess().PeakWorkingSet64 - before) / 1048576.0,10:N0} MiB more than before"));

            // A blank line more, so that it is another upload of what was reported before.
            using (var content = new MemoryStream([.. file, (byte)'\n']))
                await services.GetRequiredService<IInbox>().UploadAsync("statistics/later.csv", content, submittedBy: null, CancellationToken.None);
            watch.Restart();
            var again = (await pipeline.ArriveAsync("statistics/later.csv", CancellationToken.None))!;
            await output.WriteLineAsync(Line($"{"checked against history",-24} {rows / watch.Elapsed.TotalSeconds,10:N0} rows/s {watch.Elapsed.TotalSeconds,8:N1} s   {again.Verdict}, {again.FindingCounts.Values.Sum()} findings"));

            bare += await ApplyBenchmark.BareAsync(bareTables, form, bareRows[1]);
            await output.WriteLineAsync(Line($"{"bare batched upserts",-24} {2 * rows / bare.TotalSeconds,10:N0} rows/s {bare.TotalSeconds,8:N1} s"));
            await output.WriteLineAsync(Line($"{"ratio of the rates",-24} {bare / applied,10:P0}"));
        }
        finally
        {
            Directory.Delete(plans, recursive: true);
        }
    }

    /// <summary>The shipped plan with as many indicators as the file needs: one department reports them all, month by month.</summary>
    private static void WritePlan(string plans, int indicators)
    {
        var source = Checkout.PathOf("functions", "plan", "ordos-14");
        var target = Directory.CreateDirectory(Path.Combine(plans, "bench-14")).FullName;
        foreach (var name in PlanCatalogueParser.Files)
            System.IO.File.Copy(Path.Combine(source, name), Path.Combine(target, name));
        var header = System.IO.File.ReadLines(Path.Combine(source, "indicators.csv")).First();
        var lines = Enumerable.Range(1, indicators).Select(number => Line(
            $"I{number:D5},指标第{number}号,Indicator {number},,1,,,,亿元,flow,cumulative,>=,no,1,1,2025,yes,1,,,,up,statistics,quarter,1,,,,plan,,,"));
        System.IO.File.WriteAllLines(Path.Combine(target, "indicators.csv"), lines.Prepend(header));
    }

    private static string File(int rows)
    {
        var text = new StringBuilder("指标编码,地区,期间,数值,单位,备注\n");
        for (var row = 0; row < rows; row++)
        {
            var month = row % MonthsOfPlan;
            text.Append(CultureInfo.InvariantCulture, $"I{1 + (row / MonthsOfPlan):D5},全市,{2021 + (month / 12)}年{1 + (month % 12)}月,{row / 7m:0.##},亿元,\n");
        }

        return text.ToString();
    }

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
