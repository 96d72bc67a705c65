using System.Globalization;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using OrdosPipeline.Core;
using OrdosPipeline.Core.Intake;
using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Progress.Decisions;
using OrdosPipeline.Core.Reporting;
using OrdosPipeline.Core.Stores;
using OrdosPipeline.Core.Validation;
using OrdosPipeline.Documents;
using OrdosPipeline.Testing;

namespace OrdosPipeline.Storage.Tests;

/// <summary>
/// From files in storage to every table: two systems that share one inbox end with the same tables, whatever the order
/// of events, their repetitions and the places where runs were cut off; and so does a rebuild.
/// </summary>
public sealed class WholePipelineTests
{
    // One for all systems, since the tables hold when a submission was checked and applied; after every upload.
    private static readonly DateTimeOffset Now = DateTimeOffset.UtcNow.AddDays(1);
    private static readonly string[] Indicators = ["A1", "A2", "A3"];
    private static readonly string[] HistoryCodes =
        [FindingCodes.CumulativeFell, FindingCodes.DuplicateFile, FindingCodes.ProgressFell, FindingCodes.ValueRevised];

    private static readonly string[] AllHistoryCodes =
        [.. HistoryCodes, FindingCodes.PeriodAmbiguous, FindingCodes.PublishedValueChanged, FindingCodes.UnitSuspicious, FindingCodes.ValueFarFromTrend, FindingCodes.ConsistencyBroken];

    private static readonly string[] Periods = ["2026年一季度", "2026年1-6月", "2026年前三季度", "2026年二季度"];

    [Fact]
    public async Task All_tables_are_a_function_of_the_uploads()
    {
        var codes = new HashSet<string>(StringComparer.Ordinal);
        for (var seed = 1; seed <= 4; seed++)
        {
            var random = new Random(seed);
            var orderly = await PipelineSystem.CreateAsync(inboxOf: null, crash: null);
            var paths = await orderly.UploadAsync(random, count: 10);
            foreach (var path in paths)
                await orderly.ProcessAsync(path);
            await orderly.RecordDecisionAsync();
            await orderly.CloseAsync();
            await orderly.RemindAsync();
            var expected = await orderly.DumpAsync();
            Assert.Contains("State=applied", expected, StringComparison.Ordinal);
            Assert.Contains("State=rejected", expected, StringComparison.Ordinal);
            codes.UnionWith(HistoryCodes.Where(code => expected.Contains($"Code={code}", StringComparison.Ordinal)));

            var (own, gate) = (new Random(seed + 1000), new Lock());
            var unruly = await PipelineSystem.CreateAsync(orderly, new CrashPolicy(_ =>
            {
                lock (gate)
                    return own.Next(25) > 0 ? Crash.No : own.Next(2) == 0 ? Crash.Before : Crash.After;
            }));
            var events = paths.Concat(paths.Where(_ => random.Next(2) == 0)).ToArray();
            random.Shuffle(events);
            await Task.WhenAll(events.Select(path => UntilDoneAsync(() => (Task)unruly.ProcessAsync(path))));
            await UntilDoneAsync(unruly.RecordDecisionAsync);
            await UntilDoneAsync(unruly.CloseAsync);
            await UntilDoneAsync(unruly.RemindAsync);
            Assert.Equal(expected, await unruly.DumpAsync());

            await UntilDoneAsync(unruly.RebuildAsync);
            Assert.Equal(expected, await unruly.DumpAsync());
        }

        // What depends on earlier uploads has occurred, or nothing of it was tested.
        Assert.Equal(HistoryCodes.Order(StringComparer.Ordinal), codes.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Earlier_uploads_of_the_department_are_applied_before_a_later_one_is_checked()
    {
        var system = await PipelineSystem.CreateAsync(inboxOf: null, crash: null);
        var paths = await system.UploadInOrderAsync(
            ("统计局/a.csv", "指标编码,期间,数值,单位\nA1,2026年一季度,6.1,%\n"),
            ("statistics/b.csv", "指标编码,期间,数值,单位\nA1,2026年一季度,6.2,%\n"),
            ("works/c.csv", "指标编码,期间,数值,单位\nA4,2026年一季度,9.2,万亩\n"));

        var recorded = await system.ProcessAsync(paths[1]);

        Assert.Equal("value-revised C2", $"{Assert.Single(recorded.Findings).Code} {recorded.Findings[0].Cell}");
        Assert.Contains("6.1%", recorded.Findings[0].Message, StringComparison.Ordinal);
        // Another department's upload is left to its own event.
        Assert.Equal(["applied statistics/b.csv", "applied 统计局/a.csv"], (await system.LedgerAsync()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_version_that_was_overwritten_after_its_check_is_applied_first_all_the_same()
    {
        var system = await PipelineSystem.CreateAsync(inboxOf: null, crash: null);
        await system.UploadTextAsync("statistics/a.csv", "指标编码,期间,数值,单位\nA1,2026年一季度,6.1,%\n");
        await system.ArriveAsync("statistics/a.csv");
        // The service tells uploads apart by the second; a smaller id within it would be the earlier one.
        await system.NextSecondAsync();
        await system.UploadTextAsync("statistics/a.csv", "指标编码,期间,数值,单位\nA1,2026年一季度,6.2,%\n");

        Assert.Equal(["value-revised"], (await system.ProcessAsync("statistics/a.csv")).Findings.Select(finding => finding.Code));
        Assert.Equal(["applied statistics/a.csv", "applied statistics/a.csv"], await system.LedgerAsync());
    }

    [Fact]
    public async Task A_broken_earlier_upload_holds_later_ones_up_until_it_is_left_for_an_administrator()
    {
        var system = await PipelineSystem.CreateAsync(inboxOf: null, crash: null, breaksOn: "毒");
        var paths = await system.UploadInOrderAsync(
            ("statistics/a.csv", "指标编码,期间,数值,单位,备注\nA1,2026年一季度,6.1,%,毒\n"),
            ("statistics/b.csv", "指标编码,期间,数值,单位,备注\nA1,2026年1-6月,6.0,%,毒\n"),
            ("statistics/c.csv", "指标编码,期间,数值,单位\nA1,2026年一季度,6.2,%\n"));
        // Each attempt tries the first that is broken; with the last try of the second one the third goes on.
        for (var attempt = 1; attempt < 2 * new SubmissionPipelineOptions().Tries - 1; attempt++)
            await Assert.ThrowsAsync<EarlierUploadException>(() => system.ProcessAsync(paths[2]));

        Assert.Empty((await system.ProcessAsync(paths[2])).Findings);
        Assert.Equal(["applied statistics/c.csv", "failed statistics/a.csv", "failed statistics/b.csv"], (await system.LedgerAsync()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_published_value_is_changed_for_a_reason_or_with_a_warning()
    {
        var system = await PipelineSystem.CreateAsync(inboxOf: null, crash: null);
        var first = (await system.UploadInOrderAsync(("statistics/a.csv", "指标编码,期间,数值,单位\nA1,2026年一季度,6.1,%\nA1,2026年1-6月,6.4,%\n")))[0];
        var uploadedAt = (await system.ProcessAsync(first)).Submission.UploadedAt;
        await system.PublishAsync(new SummaryHead
        {
            Plan = "mini-16",
            Quarter = new(2026, 1),
            Version = 1,
            State = SummaryState.Computed,
            Inputs = "",
            AsOf = uploadedAt,
            PublishedAt = uploadedAt,
        });
        await system.NextSecondAsync();
        var paths = await system.UploadInOrderAsync(
            ("statistics/b.csv", "指标编码,期间,数值,单位,备注\nA1,2026年一季度,6.2,%,\nA1,2026年1-6月,6.5,%,\n"),
            ("statistics/c.csv", "指标编码,期间,数值,单位,备注\nA1,2026年一季度,6.3,%,年报核定\n"));

        // The second quarter was not published.
        Assert.Equal(["published-value-changed C2", "value-revised C3"], (await system.ProcessAsync(paths[0])).Findings.Select(finding => $"{finding.Code} {finding.Cell}"));
        var revised = Assert.Single((await system.ProcessAsync(paths[1])).Findings);
        Assert.Equal("value-revised C2", $"{revised.Code} {revised.Cell}");
        Assert.Contains("原因：年报核定", revised.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_real_samples_in_the_order_of_their_periods_give_no_false_warning()
    {
        var system = await PipelineSystem.CreateAsync(inboxOf: null, crash: null, plans: Checkout.PathOf("functions", "plan"));
        var folder = Checkout.PathOf("sample-inputs");
        var rounds = Directory.GetDirectories(folder)
            .SelectMany(department => Directory.GetFiles(department).Order(StringComparer.Ordinal).Select((file, round) => (File: file, Round: round)))
            .GroupBy(sample => sample.Round, sample => sample.File);
        var findings = new List<string>();
        var count = 0;
        foreach (var round in rounds.OrderBy(round => round.Key))
        {
            await system.NextSecondAsync();
            foreach (var file in round)
                await system.UploadFileAsync(Path.GetRelativePath(folder, file).Replace('\\', '/'), file);
            foreach (var file in round)
            {
                var path = Path.GetRelativePath(folder, file).Replace('\\', '/');
                findings.AddRange((await system.ProcessAsync(path)).Findings.Where(finding => AllHistoryCodes.Contains(finding.Code)).Select(finding => $"{path} {finding.Code} {finding.Cell}"));
                count++;
            }
        }

        Assert.True(count > 25);
        // The grain of 2022, preliminary in November and settled after the year.
        Assert.Equal("agriculture-animal-husbandry/2022年年报（核定）.xlsx value-revised E2", string.Join("; ", findings));
    }

    [Fact]
    public async Task A_dry_run_gives_what_the_submission_then_gives()
    {
        var random = new Random(11);
        var system = await PipelineSystem.CreateAsync(inboxOf: null, crash: null);
        var found = 0;
        for (var file = 1; file <= 12; file++)
        {
            var (department, text) = RandomReturn(random);
            var dry = await system.DryRunAsync(department, text);
            await system.NextSecondAsync();
            await system.UploadTextAsync($"{department}/{file}.csv", text);
            var recorded = await system.ProcessAsync($"{department}/{file}.csv");

            Assert.Equal(recorded.Findings, dry.Findings);
            Assert.Equal(recorded.FindingCounts, dry.FindingCounts);
            Assert.Equal(recorded.Values, dry.Values);
            Assert.Equal((recorded.Verdict, recorded.Submission.Plan, recorded.Submission.Department), (dry.Verdict, dry.Submission.Plan, dry.Submission.Department));
            found += recorded.Findings.Count(finding => HistoryCodes.Contains(finding.Code));
        }

        Assert.NotEqual(0, found);
    }

    [Fact]
    public async Task Closing_again_without_new_data_writes_no_version_and_new_data_write_one()
    {
        var system = await PipelineSystem.CreateAsync(inboxOf: null, crash: null);
        await system.UploadTextAsync("statistics/a.csv", "指标编码,期间,数值,单位\nA1,2026年一季度,6.1,%\n");
        await system.ProcessAsync("statistics/a.csv");
        Assert.NotEmpty(await system.CloseAsync());
        Assert.Empty(await system.CloseAsync());

        await system.UploadTextAsync("statistics/b.csv", "指标编码,期间,数值,单位\nA1,2026年一季度,6.2,%\n");
        await system.ProcessAsync("statistics/b.csv");
        Assert.All(await system.CloseAsync(), head => Assert.Equal(2, head.Version));
    }

    [Fact]
    public async Task A_published_version_is_frozen_and_the_next_names_each_change_with_the_submission_behind_it()
    {
        var system = await PipelineSystem.CreateAsync(inboxOf: null, crash: null);
        await system.UploadTextAsync("statistics/a.csv", "指标编码,期间,数值,单位\nA1,2026年一季度,6.1,%\nA3,2026年一季度,112,万人\n");
        await system.ProcessAsync("statistics/a.csv");
        var quarter = new ReportingQuarter(2026, 1);
        var published = await system.CloseAsync(quarter, publish: true);
        Assert.Equal((1, true), (published.Head.Version, published.IsNew));
        Assert.Null(published.Summary.Differences);
        Assert.False((await system.CloseAsync(quarter, publish: true)).IsNew);
        var frozen = await system.ReadSummaryAsync(quarter, 1);

        system.Tick();
        await system.NextSecondAsync();
        await system.UploadTextAsync("statistics/b.csv", "指标编码,期间,数值,单位\nA1,2026年一季度,6.2,%\nA3,2026年一季度,撤回,\n");
        await system.ProcessAsync("statistics/b.csv");
        await system.DecideAsync();
        system.Tick();
        var next = await system.CloseAsync(quarter, publish: false);

        Assert.Equal((2, true), (next.Head.Version, next.IsNew));
        Assert.Equal(frozen, await system.ReadSummaryAsync(quarter, 1));
        var second = await system.SubmissionAsync("statistics/b.csv");
        var changes = next.Summary.Differences!.Changes;
        var value = changes.Single(change => change is { Id: "A1", Column: "Value" });
        Assert.Equal(("6.1", "6.2", "地区生产总值增速"), (value.Old, value.New, value.Name));
        Assert.Equal([second], value.Submissions);
        var withdrawn = changes.Single(change => change is { Id: "A3", Column: "Value" });
        Assert.Equal(("112", null), (withdrawn.Old, withdrawn.New));
        Assert.Equal([second], withdrawn.Submissions);
        var target = changes.Single(change => change is { Id: "A2", Column: "Target" });
        Assert.Equal(("800", "900"), (target.Old, target.New));
        Assert.Single(target.Decisions);
        Assert.Empty(target.Submissions);

        // Published in its turn, it is what the next is compared with, and nothing has changed since.
        Assert.False((await system.CloseAsync(quarter, publish: true)).IsNew);
        Assert.DoesNotContain(await system.CloseAsync(), head => head.Quarter == quarter);
    }

    [Fact]
    public async Task Any_past_state_is_computed_again_and_not_stored()
    {
        var system = await PipelineSystem.CreateAsync(inboxOf: null, crash: null);
        await system.UploadTextAsync("statistics/a.csv", "指标编码,期间,数值,单位\nA1,2026年一季度,6.1,%\n");
        await system.ProcessAsync("statistics/a.csv");
        await system.DecideAsync();
        var before = await system.DumpAsync();
        var today = ChinaTime.DayOf(Now);

        var now = await system.ComputeAsync(new(2026, 1), today.AddDays(30));
        Assert.Equal((6.1m, 900m, 0), (now.AssessmentOf("A1").Value, now.AssessmentOf("A2").Target, now.Version));
        var past = await system.ComputeAsync(new(2026, 1), today.AddDays(-30));
        Assert.Equal((null, null), (past.AssessmentOf("A1").Value, past.AssessmentOf("A2").TargetDecision));
        Assert.Equal(before, await system.DumpAsync());
    }

    [Fact]
    public async Task Two_that_close_at_the_same_time_leave_one_version()
    {
        for (var round = 0; round < 3; round++)
        {
            var system = await PipelineSystem.CreateAsync(inboxOf: null, crash: null);
            await system.UploadTextAsync("statistics/a.csv", "指标编码,期间,数值,单位\nA1,2026年一季度,6.1,%\n");
            await system.ProcessAsync("statistics/a.csv");
            await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => UntilDoneAsync(system.CloseAsync)));
            Assert.Empty(await system.CloseAsync());
            Assert.Equal(1, (await system.CloseAsync(new(2026, 1), publish: false)).Head.Version);
        }
    }

    [Fact]
    public async Task A_run_takes_over_from_one_that_knows_no_more_than_it_does()
    {
        var system = await PipelineSystem.CreateAsync(inboxOf: null, crash: null);
        await system.UploadTextAsync("statistics/a.csv", "指标编码,期间,数值,单位\nA1,2026年一季度,6.1,%\n");
        await system.ProcessAsync("statistics/a.csv");
        await system.ClaimAsync(new(2026, 1), Now.AddMinutes(1));
        await system.ClaimAsync(new(2026, 2), Now.AddMinutes(-1));

        Assert.DoesNotContain(await system.CloseAsync(), head => head.Quarter == new ReportingQuarter(2026, 1));
        var taken = await system.CloseAsync(new(2026, 2), publish: false);
        Assert.Equal((1, SummaryState.Computed), (taken.Head.Version, taken.Head.State));
    }

    [Fact]
    public async Task An_order_waits_for_the_instant_to_which_a_machine_with_another_clock_has_written()
    {
        var system = await PipelineSystem.CreateAsync(inboxOf: null, crash: null);
        await system.UploadTextAsync("statistics/a.csv", "指标编码,期间,数值,单位\nA1,2026年一季度,6.1,%\n");
        await system.ProcessAsync("statistics/a.csv");
        system.TimePassesWhileWaiting();
        await system.CompleteAsync(new(2026, 1), Now.AddSeconds(5));
        await system.CompleteAsync(new(2026, 2), Now.AddMinutes(10));

        var closed = await system.CloseAsync(new(2026, 1), publish: false);
        Assert.Equal((2, true), (closed.Head.Version, closed.IsNew));
        Assert.InRange(closed.Head.AsOf, Now.AddSeconds(5), Now.AddSeconds(7));
        // So far apart no clocks may be.
        await Assert.ThrowsAsync<SummaryOvertakenException>(() => system.CloseAsync(new(2026, 2), publish: false));
    }

    [Fact]
    public async Task What_is_published_stays_where_the_tables_have_forgotten_it()
    {
        var system = await PipelineSystem.CreateAsync(inboxOf: null, crash: null);
        await system.UploadTextAsync("statistics/a.csv", "指标编码,期间,数值,单位\nA1,2026年一季度,6.1,%\n");
        await system.ProcessAsync("statistics/a.csv");
        var quarter = new ReportingQuarter(2026, 1);
        await system.CloseAsync(quarter, publish: true);
        var frozen = await system.ReadSummaryAsync(quarter, 1);

        await system.ForgetAsync();
        var fault = await Assert.ThrowsAsync<InvalidOperationException>(() => system.CloseAsync(quarter, publish: false));
        Assert.Contains("2026Q1 v1 is published", fault.Message, StringComparison.Ordinal);
        Assert.Equal(frozen, await system.ReadSummaryAsync(quarter, 1));

        await system.RebuildAsync();
        Assert.False((await system.CloseAsync(quarter, publish: false)).IsNew);
    }

    [Fact]
    public async Task Several_that_publish_at_the_same_time_say_when_it_was_in_one_voice()
    {
        var system = await PipelineSystem.CreateAsync(inboxOf: null, crash: null);
        await system.UploadTextAsync("statistics/a.csv", "指标编码,期间,数值,单位\nA1,2026年一季度,6.1,%\n");
        await system.ProcessAsync("statistics/a.csv");
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => UntilDoneAsync(() => system.CloseAsync(new(2026, 1), publish: true))));

        var tables = await system.DumpAsync();
        Assert.Contains("State=published", tables, StringComparison.Ordinal);
        await system.RebuildAsync();
        Assert.Equal(tables, await system.DumpAsync());
    }

    [Fact]
    public async Task The_sweep_takes_up_what_no_event_has_told_of()
    {
        var system = await PipelineSystem.CreateAsync(inboxOf: null, crash: null);
        await system.UploadTextAsync("statistics/a.csv", "指标编码,期间,数值,单位\nA1,2026年一季度,6.1,%\n");
        Assert.Equal(["statistics/a.csv"], await system.SweepAsync());
        // The first sweep has checked it, the second applies what is recorded.
        Assert.Equal(["statistics/a.csv"], await system.SweepAsync());
        Assert.Empty(await system.SweepAsync());
        Assert.Contains("State=applied", await system.DumpAsync(), StringComparison.Ordinal);
    }

    private static async Task UntilDoneAsync(Func<Task> step)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await step();
                return;
            }
            catch (Exception exception) when (attempt < 200 && (IsCrash(exception) || exception is Azure.RequestFailedException { Status: 412 }))
            {
                // The platform delivers the event again.
            }
        }
    }

    private static bool IsCrash(Exception exception) => exception is CrashException || (exception.InnerException is { } inner && IsCrash(inner));

    /// <summary>A return of one of two departments, under any of their names.</summary>
    private static (string Department, string Text) RandomReturn(Random random) => random.Next(4) == 0
        ? (random.Next(2) == 0 ? "住建局" : "works", RandomProjects(random))
        : (random.Next(2) == 0 ? "统计局" : "statistics", RandomFile(random));

    private static string RandomProjects(Random random) =>
        "项目编码,期间,状态,形象进度,累计完成投资（亿元）\n"
        + string.Concat(Enumerable.Range(0, random.Next(1, 4)).Select(_ =>
            $"{(random.Next(2) == 0 ? "B1" : "B2")},{Periods[random.Next(Periods.Length)]},在建,{random.Next(100)},{random.Next(5)}\n"));

    private static string RandomFile(Random random)
    {
        var text = new StringBuilder("指标编码,地区,期间,数值,单位\n");
        for (var row = random.Next(1, 8); row > 0; row--)
        {
            var indicator = Indicators[random.Next(Indicators.Length)];
            // A3 is believable from 50 to 300 万人.
            var number = (random.Next(10, 400) / 10m) + (indicator == "A3" ? 100 : 0);
            var value = random.Next(12) == 0 ? "撤回" : random.Next(40) == 0 ? "约5" : number.ToString(CultureInfo.InvariantCulture);
            var unit = indicator switch { "A1" => "%", "A2" => random.Next(2) == 0 ? "亿元" : "万元", _ => "万人" };
            text.Append(CultureInfo.InvariantCulture, $"{indicator},{(random.Next(2) == 0 ? "" : "全市")},{Periods[random.Next(Periods.Length)]},{value},{unit}\n");
        }

        return text.ToString();
    }

    /// <summary>A whole system without its host.</summary>
    private sealed class PipelineSystem
    {
        private readonly ServiceProvider services;
        private readonly StorageOptions options;
        private readonly string inboxPrefix;
        private DateTimeOffset lastUpload;
        private readonly StoppedClock clock = new(Now);

        private PipelineSystem(StorageOptions options, string inboxPrefix, CrashPolicy? crash, string? breaksOn, string? plans)
        {
            (this.options, this.inboxPrefix) = (options, inboxPrefix);
            services = new ServiceCollection()
                .AddOrdosPipelines(name => name == "Plans" ? plans ?? Checkout.PathOf("tests", "TestPlans") : null)
                .AddOrdosStorage(options)
                .AddSingleton<TimeProvider>(clock)
                .AddSingleton(_ => Clients(options, crash))
                // Crashes that are meant to go away must not use up the tries.
                .AddSingleton(new SubmissionPipelineOptions { Tries = crash is null ? new SubmissionPipelineOptions().Tries : int.MaxValue })
                .AddSingleton<IWorkbookOpener>(new BreakingOpener(breaksOn))
                .BuildServiceProvider();
        }

        private static PlanCatalogue Plan => TestPlan.Mini16();

        /// <summary>Lets a second pass, in which uploads of the storage service are told apart from those before.</summary>
        public void Tick() => clock.Now = clock.Now.AddSeconds(1);

        public void TimePassesWhileWaiting() => clock.PassesWhileWaiting = true;

        public static async Task<PipelineSystem> CreateAsync(PipelineSystem? inboxOf, CrashPolicy? crash, string? breaksOn = null, string? plans = null)
        {
            var options = new StorageOptions
            {
                ConnectionString = await AzuriteFixture.ConnectionStringAsync(),
                Prefix = AzuriteFixture.UniqueName("p"),
                IncomingPrefix = inboxOf?.inboxPrefix,
            };
            var system = new PipelineSystem(options, options.IncomingPrefix ?? options.Prefix, crash, breaksOn, plans);
            await UntilDoneAsync(() => system.services.GetRequiredService<Preparation>().RunAsync(CancellationToken.None));
            return system;
        }

        public async Task<List<string>> UploadAsync(Random random, int count)
        {
            var paths = new List<string>();
            var texts = new List<string>();
            for (var file = 1; file <= count; file++)
            {
                var (department, text) = RandomReturn(random);
                if (file == 1)
                    text = "指标编码,期间,数值\nA9,2026年一季度,约5\n";
                else if (random.Next(6) == 0)
                    text = texts[random.Next(texts.Count)];
                var path = $"{(random.Next(8) == 0 ? "没有的部门" : department)}/报表/{file}.csv";
                await UploadTextAsync(path, text);
                paths.Add(path);
                texts.Add(text);
            }

            return paths;
        }

        public async Task<IncomingVersion> UploadTextAsync(string path, string text)
        {
            using var content = new MemoryStream(Encoding.UTF8.GetBytes(text));
            return await UploadAsync(path, content);
        }

        public async Task UploadFileAsync(string path, string file)
        {
            await using var content = File.OpenRead(file);
            await UploadAsync(path, content);
        }

        private async Task<IncomingVersion> UploadAsync(string path, Stream content)
        {
            var version = await services.GetRequiredService<IInbox>().UploadAsync(path, content, submittedBy: null, CancellationToken.None);
            lastUpload = version.UploadedAt > lastUpload ? version.UploadedAt : lastUpload;
            return version;
        }

        /// <summary>Uploads files one second after another, so that the order is theirs.</summary>
        public async Task<List<string>> UploadInOrderAsync(params (string Path, string Text)[] files)
        {
            foreach (var (path, text) in files)
            {
                await NextSecondAsync();
                await UploadTextAsync(path, text);
            }

            return [.. files.Select(file => file.Path)];
        }

        /// <summary>Until the storage's clock shows a later second than that of the last upload.</summary>
        public async Task NextSecondAsync()
        {
            while (DateTimeOffset.UtcNow < lastUpload.AddSeconds(1))
                await Task.Delay(20);
        }

        public async Task<CheckedSubmission> DryRunAsync(string department, string text)
        {
            using var content = new MemoryStream(Encoding.UTF8.GetBytes(text));
            var result = await services.GetRequiredService<DryRun>().CheckAsync(
                content, "a.csv", department, plan: null, asOf: null, services.GetRequiredService<SubmissionPipeline>(), CancellationToken.None);
            return result.Submission;
        }

        public async Task PublishAsync(SummaryHead head)
        {
            var summaries = services.GetRequiredService<ISummaryStore>();
            await summaries.CompleteAsync((await summaries.ClaimAsync(head, CancellationToken.None))!, head, [], CancellationToken.None);
            await summaries.PublishAsync(head, head.PublishedAt!.Value, CancellationToken.None);
        }

        /// <summary>What a run leaves that writes version 1 as known at an instant.</summary>
        public async Task CompleteAsync(ReportingQuarter quarter, DateTimeOffset asOf)
        {
            var summaries = services.GetRequiredService<ISummaryStore>();
            var head = new SummaryHead { Plan = Plan.Id, Quarter = quarter, Version = 1, State = SummaryState.Computed, Inputs = "other", AsOf = asOf };
            await summaries.CompleteAsync((await summaries.ClaimAsync(head, CancellationToken.None))!, head, [], CancellationToken.None);
        }

        /// <summary>What a run does first that writes version 1 as known at an instant.</summary>
        public async Task ClaimAsync(ReportingQuarter quarter, DateTimeOffset asOf) => Assert.NotNull(await services.GetRequiredService<ISummaryStore>().ClaimAsync(
            new SummaryHead { Plan = Plan.Id, Quarter = quarter, Version = 1, State = SummaryState.Writing, Inputs = "other", AsOf = asOf }, CancellationToken.None));

        public async Task<List<string>> LedgerAsync()
        {
            var lines = new List<string>();
            await foreach (var entry in services.GetRequiredService<ISubmissionLedger>().ListAsync(department: null, CancellationToken.None))
                lines.Add($"{entry.State.ToString().ToLowerInvariant()} {entry.Path}");
            return lines;
        }

        public Task<CheckedSubmission?> ArriveAsync(string path) => services.GetRequiredService<SubmissionPipeline>().ArriveAsync(path, CancellationToken.None);

        /// <summary>What the two blob triggers do for one upload.</summary>
        public async Task<CheckedSubmission> ProcessAsync(string path)
        {
            var pipeline = services.GetRequiredService<SubmissionPipeline>();
            var recorded = await pipeline.ArriveAsync(path, CancellationToken.None);
            if (recorded!.Verdict != Verdict.Rejected)
                await pipeline.ApplyAsync(BlobNames.AcceptedDocument(recorded.Submission.Plan, recorded.Submission.Department, recorded.Submission.Id), CancellationToken.None);
            return recorded;
        }

        public Task<IReadOnlyList<SummaryHead>> CloseAsync() => services.GetRequiredService<QuarterClosePipeline>().CloseDueAsync(CancellationToken.None);

        public Task<ClosedQuarter> CloseAsync(ReportingQuarter quarter, bool publish) =>
            services.GetRequiredService<QuarterClosePipeline>().CloseAsync(Plan, quarter, publish, CancellationToken.None);

        public Task<QuarterSummary> ComputeAsync(ReportingQuarter quarter, DateOnly day) =>
            services.GetRequiredService<QuarterClosePipeline>().ComputeAsync(Plan, quarter, day, CancellationToken.None);

        public async Task DecideAsync()
        {
            var table = new CatalogueTable(
                "t.csv",
                ["kind", "indicator", "low", "from", "effective", "authority", "document", "date", "reason"],
                [new CatalogueRecord(2, ["adjusted", "A2", "900", "800", "2026Q1", "市委", "临发〔2026〕1号", "2026-01-05", "调整"])]);
            Assert.Empty((await services.GetRequiredService<DecisionRecord>().RecordAsync(Plan, table, new Actor("li", "administrator", "cli"), CancellationToken.None)).Problems);
        }

        /// <summary>Without the audit trail, whose acts differ from run to run.</summary>
        public async Task RecordDecisionAsync()
        {
            var decision = new Decision
            {
                Plan = Plan.Id,
                Kind = DecisionKind.Adjusted,
                Indicator = "A2",
                Region = Plan.City.Code,
                EffectiveFrom = new(2026, 1),
                Basis = Basis.Cumulative,
                Target = new(Comparator.AtLeast, 900, 900),
            };
            await services.GetRequiredService<IDecisionStore>().WriteOnceAsync(new RecordedDecision(DecisionJson.IdOf(decision), decision, Now.AddDays(-1), "li"), CancellationToken.None);
            await services.GetRequiredService<DecisionRecord>().RestoreAsync(Plan, CancellationToken.None);
        }

        public Task<IReadOnlyList<ReturnNotice>> RemindAsync() => services.GetRequiredService<ReturnNotices>().WriteDueAsync(CancellationToken.None);

        public async Task<string> ReadSummaryAsync(ReportingQuarter quarter, int version)
        {
            await using var content = await services.GetRequiredService<ISummaryStore>().OpenReportAsync(Plan.Id, quarter, version, "summary.json", CancellationToken.None);
            return await new StreamReader(content!).ReadToEndAsync();
        }

        public async Task<string> SubmissionAsync(string path)
        {
            await foreach (var upload in services.GetRequiredService<IInbox>().ListAsync(CancellationToken.None))
            {
                if (upload.Path == path)
                    return BlobNames.SubmissionId(upload.Path, upload.ETag);
            }

            throw new InvalidOperationException($"{path} is not there.");
        }

        /// <summary>Empties every table, as a rebuild does first.</summary>
        public async Task ForgetAsync() => await services.GetRequiredService<IStorageMaintenance>().ClearTablesAsync(CancellationToken.None);

        public Task<RebuildCounts> RebuildAsync() => services.GetRequiredService<Rebuild>().RunAsync(_ => { }, CancellationToken.None);

        public Task<IReadOnlyList<string>> SweepAsync() => services.GetRequiredService<MissedSubmissions>().TakeUpAsync(CancellationToken.None);

        public Task<string> DumpAsync() => TableDump.OfAllAsync(options.ConnectionString!, options.Prefix);

        private static StorageClients Clients(StorageOptions options, CrashPolicy? crash)
        {
            if (crash is null)
                return new StorageClients(options);
            var tables = new Azure.Data.Tables.TableClientOptions();
            tables.AddPolicy(crash, Azure.Core.HttpPipelinePosition.PerCall);
            var blobs = new Azure.Storage.Blobs.BlobClientOptions();
            blobs.AddPolicy(crash, Azure.Core.HttpPipelinePosition.PerCall);
            return new StorageClients(options, tables, blobs);
        }
    }
}
