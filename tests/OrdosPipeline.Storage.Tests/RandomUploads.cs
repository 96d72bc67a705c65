using OrdosPipeline.Core.Normalisation;
using OrdosPipeline.Core.Plan;

namespace OrdosPipeline.Storage.Tests;

internal sealed record Upload(IReadOnlyList<Observation> Observations, IReadOnlyList<ProjectReport> Reports);

/// <summary>Sets of uploads that collide as much as they can: few keys, few values, equal upload times, withdrawals.</summary>
internal static class RandomUploads
{
    // 2026Q3 before 2026Q3YTD, and their history keys the other way round.
    private static readonly string[] Periods = ["2026", "2026Q3", "2026Q3YTD", "2026M08"];
    private static readonly string[] Regions = ["990100", "990101"];
    private static readonly string[] Indicators = ["A1", "A2"];
    private static readonly decimal?[] Values = [1m, 1.0m, 2m, 0.1234567890123456789012345678m, null];
    private static readonly string[] Remarks = ["", "", "进度滞后"];
    private static readonly DateTimeOffset Start = new(2026, 10, 12, 8, 0, 0, TimeSpan.Zero);

    public static List<Upload> Create(Random random) =>
        [.. Enumerable.Range(1, random.Next(1, 7)).Select(number => Create(random, $"{random.Next(16):x}{number:x}", Start.AddSeconds(random.Next(3))))];

    private static Upload Create(Random random, string submission, DateTimeOffset uploadedAt)
    {
        var density = random.NextDouble();
        return new(
            [
                .. from indicator in Indicators
                   from region in Regions
                   from period in Periods
                   where random.NextDouble() < density
                   select new Observation
                   {
                       Key = new("mini-16", indicator, region, Period.Parse(period)),
                       Value = Pick(random, Values),
                       Origin = Origin($"{indicator}{period}"),
                       Remark = Pick(random, Remarks),
                   },
            ],
            [
                .. from period in Periods
                   where random.NextDouble() < density
                   select new ProjectReport
                   {
                       Key = new("mini-16", "B2", Period.Parse(period)),
                       State = random.Next(3) == 0 ? null : (ProjectState)random.Next(5),
                       Progress = Pick(random, Values),
                       Investment = Pick(random, Values),
                       Quantities = Enumerable.Range(1, 3).Where(_ => random.Next(2) == 0).ToDictionary(number => number, _ => (decimal)random.Next(2)),
                       Remark = Pick(random, Remarks),
                       Origin = Origin(period),
                   },
            ]);

        Origin Origin(string text) => new(submission, uploadedAt, random.Next(2) == 0 ? null : "表一", "C7", text);
    }

    /// <summary>What the four tables must hold of a set of uploads, by the simplest computation there is.</summary>
    public static string Expected(IEnumerable<Upload> uploads, PlanLibrary plans)
    {
        var all = uploads.ToList();
        return string.Join("\n\n", Tables(all.SelectMany(upload => upload.Observations).ToList(), new ObservationForm(plans))
            .Concat(Tables(all.SelectMany(upload => upload.Reports).ToList(), new ProjectReportForm(plans))));
    }

    private static IEnumerable<string> Tables<T>(List<T> rows, RevisedRowForm<T> form)
    {
        yield return Text(rows.GroupBy(row => (form.Partition(row), form.CurrentKey(row))).Select(key =>
        {
            var ordered = key.OrderBy(row => form.OriginOf(row).UploadedAt).ThenBy(row => form.OriginOf(row).Submission, StringComparer.Ordinal).ToList();
            var revision = 1;
            for (var index = 1; index < ordered.Count; index++)
                revision += form.SayTheSame(ordered[index - 1], ordered[index]) ? 0 : 1;
            return TestStorage.Line(form.Current(ordered[^1], revision));
        }));
        yield return Text(rows.Select(row => TestStorage.Line(form.History(row))));
    }

    private static string Text(IEnumerable<string> lines) => string.Join('\n', lines.Order(StringComparer.Ordinal));

    private static T Pick<T>(Random random, T[] choices) => choices[random.Next(choices.Length)];
}
