using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using OrdosPipeline.Cli.Emulator;
using OrdosPipeline.Cli.Output;
using OrdosPipeline.Cli.Running;
using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Reporting;
using OrdosPipeline.Core.Stores;
using Spectre.Console;

namespace OrdosPipeline.Cli.Commands;

/// <summary><c>ordos demo</c>: the whole system on one machine, with the shipped samples, through the function app.</summary>
internal static class DemoCommand
{
    /// <summary>The samples take seconds; a machine that needs longer than this is not going to finish.</summary>
    private static readonly TimeSpan TimeLimit = TimeSpan.FromMinutes(5);

    public static Command Create()
    {
        var once = new Option<bool>("--once") { Description = "完成后退出 (exit when done)" };
        var samples = new Option<string?>("--samples") { Description = "样例文件夹 (folder of samples)", HelpName = "DIR" };
        var output = new Option<string?>("--out") { Description = "另存报告的文件夹 (folder for the reports)", HelpName = "DIR" };
        var command = new Command("demo", "在本机用样例演示全过程 (the whole system on this machine)") { once, samples, output };
        command.SetAction((parsed, cancellationToken) =>
            RunAsync(SampleInputs.Find(parsed.GetValue(samples)), parsed.GetValue(output), parsed.GetValue(once), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string folder, string? output, bool once, CancellationToken cancellationToken)
    {
        await using var emulator = StorageSettings.IsConfigured ? null : await StartEmulatorAsync(cancellationToken);
        var connection = emulator?.ConnectionString ?? StorageSettings.Resolve()("Storage")
            ?? throw new UsageException("演示需要连接字符串形式的 Storage (the demo needs Storage as a connection string)。");
        await using var services = await OrdosServices.OnlineAsync(cancellationToken, name => name == "Storage" ? connection : StorageSettings.Get(name));
        await using var app = await FunctionAppProcess.StartAsync(connection, Terminal.Note, cancellationToken);
        StorageSettings.AnnounceDemo(connection);
        try
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            limit.CancelAfter(TimeLimit);
            Terminal.Line($"函数应用：进程 {app.ProcessId}，{app.Address}，日志 {Markup.Escape(app.LogFile)}");
            IReadOnlyList<LedgerEntry> entries;
            try
            {
                entries = await SubmitAsync(services, folder, limit.Token);
                SubmissionTable.Show(entries);
                await ShowSummariesAsync(services, app, entries, output, limit.Token);
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                throw new TimeoutException($"函数应用在 {TimeLimit.TotalMinutes} 分钟内没有办完，请看日志 {app.LogFile} (the function app has not finished in time; see its log)。");
            }

            Terminal.Line($"网页：{app.Address}，访问密钥 {app.Key}");
            // The emulator's key is published; a real account's is nobody's to read here.
            if (emulator is not null)
                Terminal.Line($"存储：Storage={Markup.Escape(connection)}");
            if (!once)
                await ServeAsync(cancellationToken);
            return entries.Any(entry => entry.State == SubmissionState.Failed) ? ExitCodes.Fault : ExitCodes.Done;
        }
        finally
        {
            StorageSettings.WithdrawDemo();
        }
    }

    private static async Task<AzuriteEmulator> StartEmulatorAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await AzuriteEmulator.StartAsync(new AzuriteOptions { Progress = new NoteProgress() }, cancellationToken);
        }
        catch (EmulatorUnavailableException exception)
        {
            throw new UsageException(exception.Message);
        }
    }

    private static async Task<IReadOnlyList<LedgerEntry>> SubmitAsync(ServiceProvider services, string folder, CancellationToken cancellationToken)
    {
        var uploads = await SampleInputs.UploadAsync(services.GetRequiredService<IInbox>(), folder, cancellationToken);
        Terminal.Line($"已把 {uploads.Count} 个样例文件放入 incoming/");
        return await ProgressBar.ShowAsync(
            "校验与入库 (checking and applying)", uploads.Count,
            progress => ActivatorUtilities.CreateInstance<SubmissionWatch>(services).WaitAsync(uploads, progress, cancellationToken));
    }

    private static async Task ShowSummariesAsync(
        ServiceProvider services, FunctionAppProcess app, IReadOnlyList<LedgerEntry> entries, string? output, CancellationToken cancellationToken)
    {
        await app.TriggerAsync("QuarterCloseDue", cancellationToken);
        var plan = services.GetRequiredService<PlanLibrary>().All[^1];
        var summaries = services.GetRequiredService<ISummaryStore>();
        var reported = entries.Where(entry => entry.Plan == plan.Id).SelectMany(entry => entry.Quarters).Distinct().Order().ToList();
        if (reported.Count == 0)
            return;
        var yearEnd = reported.FirstOrDefault(quarter => quarter.Number == 4, reported[0]);
        foreach (var quarter in new[] { yearEnd, reported[^1] }.Distinct())
        {
            var head = await SummaryAsync(summaries, plan, quarter, cancellationToken);
            await using var content = await summaries.OpenReportAsync(plan.Id, quarter, head.Version, SummaryJson.Name, cancellationToken);
            var (_, rows) = await SummaryRows.ReadAsync(content!, cancellationToken);
            SummaryTable.Show(head.Quarter, head, rows);
            Terminal.Line($"报告：{app.Address}api/report/{plan.Id}/{quarter}?code={app.Key}");
            if (output is not null)
                await ReportFiles.SaveAsync(services, head, output, language: null, cancellationToken);
        }

        Terminal.Line("报告另有 Word 文档（加 &format=docx）、附表（&format=xlsx）、数据（&format=json）和英文版（&lang=en）。");
        Terminal.Line($"查询：{app.Address}api/observations?indicator={plan.Indicators[0].Id}&code={app.Key}");
    }

    /// <summary>Waits for the version that the timer function writes.</summary>
    private static async Task<SummaryHead> SummaryAsync(ISummaryStore summaries, PlanCatalogue plan, ReportingQuarter quarter, CancellationToken cancellationToken)
    {
        while (true)
        {
            var versions = await summaries.VersionsAsync(plan.Id, quarter, cancellationToken);
            if (versions.LastOrDefault(version => version.State != SummaryState.Writing) is { } head)
                return head;
            await Task.Delay(TimeSpan.FromMilliseconds(300), cancellationToken);
        }
    }

    private static async Task ServeAsync(CancellationToken cancellationToken)
    {
        Terminal.Line();
        Terminal.Line("正在运行。另一窗口中的 ordos query、ordos status、ordos submit 会自动使用最后启动的演示的存储；按 Ctrl-C 结束 (serving; press Ctrl-C to end)。");
        try
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // Ctrl-C is how serving ends.
        }
    }

    private sealed class NoteProgress : IProgress<string>
    {
        public void Report(string value) => Terminal.Note(value);
    }
}
