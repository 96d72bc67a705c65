using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using OrdosPipeline.Cli.Emulator;
using OrdosPipeline.Cli.Running;
using OrdosPipeline.Core;
using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Reporting;
using OrdosPipeline.Core.Stores;
using OrdosPipeline.Testing;

namespace OrdosPipeline.Cli.Tests.EndToEnd;

/// <summary>The function app as a process, killed while it works and started again, over the shipped samples.</summary>
public class KilledFunctionAppTests
{
    [Fact]
    public async Task The_tables_end_as_the_record_says_wherever_the_process_was_killed()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        await using var emulator = await AzuriteEmulator.StartAsync(cancellationToken: limit.Token);
        await using var services = await OrdosServices.OnlineAsync(limit.Token, name => name == "Storage" ? emulator.ConnectionString : null);
        var restarts = 0;
        await using var app = await FunctionAppProcess.StartAsync(emulator.ConnectionString, _ => Interlocked.Increment(ref restarts), limit.Token);

        var uploads = new List<IncomingVersion>();
        foreach (var (file, path) in SampleInputs.List(Checkout.PathOf("sample-inputs")))
        {
            await using var content = File.OpenRead(file);
            uploads.Add(await services.GetRequiredService<IInbox>().UploadAsync(path, content, "test", limit.Token));
        }

        foreach (var known in new[] { 1, 8, 16 })
        {
            await LedgerHoldsAsync(services, known, limit.Token);
            await KillAsync(app, limit.Token);
        }

        var entries = await ActivatorUtilities.CreateInstance<SubmissionWatch>(services).WaitAsync(uploads, progress: null, limit.Token);
        Assert.DoesNotContain(entries, entry => entry.State == SubmissionState.Failed);
        Assert.Equal(3, restarts);

        await TriggerAsync(app, limit.Token);
        var plan = services.GetRequiredService<PlanLibrary>().All[0];
        await SummaryAsync(services, plan, new ReportingQuarter(2021, 2), limit.Token);
        await KillAsync(app, limit.Token);
        await TriggerAsync(app, limit.Token);
        await SummaryAsync(services, plan, new ReportingQuarter(2025, 4), limit.Token);
        Assert.Equal(4, restarts);

        var expected = await TableDump.OfAllAsync(emulator.ConnectionString);
        Assert.Contains("Summaries\tordos-14|2021Q4\t", expected, StringComparison.Ordinal);
        var counts = await services.GetRequiredService<Rebuild>().RunAsync(_ => { }, limit.Token);
        Assert.Equal(uploads.Count, counts.Submissions);
        Assert.Equal(expected, await TableDump.OfAllAsync(emulator.ConnectionString));
    }

    /// <summary>After a restart the new process may not run yet.</summary>
    private static async Task KillAsync(FunctionAppProcess app, CancellationToken cancellationToken)
    {
        await app.ReadyAsync(cancellationToken);
        using var process = Process.GetProcessById(app.ProcessId);
        process.Kill();
        await process.WaitForExitAsync(cancellationToken);
    }

    /// <summary>After a restart the app may not listen yet.</summary>
    private static async Task TriggerAsync(FunctionAppProcess app, CancellationToken cancellationToken)
    {
        await app.ReadyAsync(cancellationToken);
        await app.TriggerAsync("QuarterCloseDue", cancellationToken);
    }

    private static async Task LedgerHoldsAsync(ServiceProvider services, int count, CancellationToken cancellationToken)
    {
        var known = 0;
        while (known < count)
        {
            known = 0;
            await foreach (var entry in services.GetRequiredService<ISubmissionLedger>().ListAsync(department: null, cancellationToken))
                known++;
        }
    }

    private static async Task SummaryAsync(ServiceProvider services, PlanCatalogue plan, ReportingQuarter quarter, CancellationToken cancellationToken)
    {
        var summaries = services.GetRequiredService<ISummaryStore>();
        while (await summaries.VersionsAsync(plan.Id, quarter, cancellationToken) is not [.., { State: not SummaryState.Writing }])
            cancellationToken.ThrowIfCancellationRequested();
    }
}
