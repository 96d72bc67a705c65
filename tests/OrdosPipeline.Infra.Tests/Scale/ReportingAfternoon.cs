using System.Globalization;
using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Stores;
using OrdosPipeline.Storage;

namespace OrdosPipeline.Infra.Tests.Scale;

/// <summary>
/// Many cities hand in one quarter on one afternoon into one storage account, and every row of a return is written in the
/// second in which it arrives, as if there were no end of instances: the worst that keys and account can meet. Keys are
/// those of <see cref="TableKeys"/>.
/// </summary>
/// <param name="Returns">Handed in.</param>
/// <param name="Rows">Written altogether.</param>
/// <param name="BusiestSecond">Rows written in the busiest second.</param>
/// <param name="BusiestPartition">Rows that went to one partition in one second, at most, with table and key.</param>
internal sealed record ReportingAfternoon(int Returns, long Rows, int BusiestSecond, (int Rows, string Table, string Key) BusiestPartition)
{
    /// <summary>Entities of 1 KiB a second (learn.microsoft.com/azure/storage/tables/scalability-targets).</summary>
    public const int PartitionLimit = 2_000;

    /// <summary>Likewise.</summary>
    public const int AccountLimit = 20_000;

    private const int AfternoonSeconds = 3 * 60 * 60;
    private const int LastHalfHour = 30 * 60;

    /// <param name="plan">Whose departments, indicators, regions and projects each city has.</param>
    /// <param name="cities">How many.</param>
    /// <param name="ledgerRows">Rows that the ledger takes for a return.</param>
    public static ReportingAfternoon Simulate(PlanCatalogue plan, int cities, int ledgerRows)
    {
        var random = new Random(20260420);
        var indicators = plan.Indicators.ToLookup(indicator => indicator.Department, StringComparer.Ordinal);
        var projects = plan.Projects.ToLookup(project => project.Department, StringComparer.Ordinal);
        var returns = (from city in Enumerable.Range(1, cities)
                       from department in plan.Departments
                       select (Plan: string.Create(CultureInfo.InvariantCulture, $"city{city:D3}-14"), Department: department.Code, Second: Arrival(random)))
            .OrderBy(arrived => arrived.Second).ToList();

        long rows = 0;
        var busiest = 0;
        var busiestPartition = (Rows: 0, Table: "", Key: "");
        foreach (var second in returns.GroupBy(arrived => arrived.Second))
        {
            var partitions = new Dictionary<(string Table, string Key), int>();
            foreach (var (planId, department, _) in second)
            {
                // The ledger knows a department by its code alone, which cities share.
                Add(TableNames.Submissions, TableKeys.SubmissionPartition(department), ledgerRows);
                foreach (var indicator in indicators[department])
                {
                    var key = TableKeys.ObservationPartition(planId, indicator.Id);
                    Add(TableNames.Observations, key, plan.Regions.Count);
                    Add(TableNames.ObservationHistory, key, plan.Regions.Count);
                }

                foreach (var project in projects[department])
                {
                    var key = TableKeys.ProjectPartition(planId, project.Id);
                    Add(TableNames.ProjectReports, key, 1);
                    Add(TableNames.ProjectReportHistory, key, 1);
                }
            }

            var inSecond = partitions.Values.Sum();
            rows += inSecond;
            busiest = Math.Max(busiest, inSecond);
            var most = partitions.MaxBy(partition => partition.Value);
            if (most.Value > busiestPartition.Rows)
                busiestPartition = (most.Value, most.Key.Table, most.Key.Key);

            void Add(string table, string key, int count) => partitions[(table, key)] = partitions.GetValueOrDefault((table, key)) + count;
        }

        return new ReportingAfternoon(returns.Count, rows, busiest, busiestPartition);
    }

    /// <summary>From two to five o'clock; half of all come in the last half hour, as before every deadline.</summary>
    private static int Arrival(Random random) =>
        random.Next(2) == 0 ? random.Next(AfternoonSeconds - LastHalfHour) : AfternoonSeconds - LastHalfHour + random.Next(LastHalfHour);
}
