using System.Collections.Concurrent;
using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Progress;
using OrdosPipeline.Core.Reporting;
using OrdosPipeline.Core.Stores;

namespace OrdosPipeline.Core;

/// <summary>
/// The flow of templates: what the catalogue asks a department for at a quarter, and what it reported last, becomes a
/// workbook to fill in.
/// </summary>
public sealed class TemplatePipeline(
    PlanLibrary plans, ITemplateWriter writer, ITableReader tables, ITemplateStore store, CompletenessSettings settings, TimeProvider clock)
{
    /// <summary>As many series as are asked for at a time.</summary>
    private const int Questions = 8;

    /// <summary>
    /// Puts the templates of the open quarter (<see cref="CompletenessSettings.OpenQuarter"/>) in their places, for every
    /// department of every plan that is expected to report it. What has not changed is not written again.
    /// </summary>
    /// <returns>The names of the blobs written.</returns>
    public async Task<IReadOnlyList<string>> WriteDueAsync(CancellationToken cancellationToken)
    {
        var quarter = CompletenessSettings.OpenQuarter(clock.GetUtcNow());
        var written = new List<string>();
        foreach (var plan in plans.All.Where(plan => plan.Years.Contains(quarter)))
        {
            foreach (var expected in Completeness.Of(plan, quarter, [], settings).Where(department => department.IsExpected))
            {
                var template = await OfAsync(plan, plan.FindDepartment(expected.Department)!, quarter, cancellationToken);
                using var content = new MemoryStream();
                writer.Write(template, content);
                var name = BlobNames.Template(plan.Id, template.Department.Code, template.FileName);
                if (await store.WriteIfChangedAsync(name, content.ToArray(), cancellationToken))
                    written.Add(name);
            }
        }

        return written;
    }

    /// <summary>The template of one department with what it reported last.</summary>
    /// <param name="plan">Whose catalogue is asked for.</param>
    /// <param name="department">One of the plan.</param>
    /// <param name="quarter">Within the plan's years.</param>
    /// <param name="cancellationToken">Ends the reading between series.</param>
    public async Task<ReturnTemplate> OfAsync(PlanCatalogue plan, Department department, ReportingQuarter quarter, CancellationToken cancellationToken)
    {
        var template = ReturnTemplate.Of(plan, department, quarter, settings.LastDay(quarter));
        var values = new ConcurrentDictionary<string, LastValue>(StringComparer.Ordinal);
        var reports = new ConcurrentDictionary<string, LastProjectReport>(StringComparer.Ordinal);
        var options = new ParallelOptions { MaxDegreeOfParallelism = Questions, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(template.Indicators, options, async (indicator, token) =>
        {
            var question = new TableQuestion { Table = TableNames.Observations, Plan = plan.Id, Indicator = indicator.Id, Region = template.Region.Code };
            if ((await RowsAsync(question, token)).Where(row => row["Value"] is decimal).MaxBy(PeriodOf) is { } last)
                values[indicator.Id] = new LastValue(PeriodOf(last), (decimal)last["Value"]!);
        });
        await Parallel.ForEachAsync(template.Projects, options, async (project, token) =>
        {
            var question = new TableQuestion { Table = TableNames.ProjectReports, Plan = plan.Id, Project = project.Id };
            if ((await RowsAsync(question, token)).MaxBy(PeriodOf) is { } last)
                reports[project.Id] = new LastProjectReport(PeriodOf(last), StateOf(last["State"] as string), last["Progress"] as decimal?, last["Investment"] as decimal?);
        });
        return template with { Last = new LastReported { Values = values, Projects = reports } };
    }

    private async Task<List<Dictionary<string, object?>>> RowsAsync(TableQuestion question, CancellationToken cancellationToken)
    {
        var rows = new List<Dictionary<string, object?>>();
        do
        {
            var page = await tables.ReadAsync(question, cancellationToken);
            rows.AddRange(page.Rows.Select(row => page.Columns.Zip(row).ToDictionary(cell => cell.First, cell => cell.Second, StringComparer.Ordinal)));
            question = question with { Continuation = page.Continuation };
        }
        while (question.Continuation is not null);
        return rows;
    }

    private static ProjectState? StateOf(string? word) => Enum.GetValues<ProjectState>().Cast<ProjectState?>().FirstOrDefault(state => CheckJson.Text(state!.Value) == word);

    private static Period PeriodOf(Dictionary<string, object?> row) => Period.Parse((string)row["Period"]!);
}
