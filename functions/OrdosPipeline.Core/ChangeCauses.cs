using OrdosPipeline.Core.Normalisation;
using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Progress.Decisions;
using OrdosPipeline.Core.Reporting;
using OrdosPipeline.Core.Stores;

namespace OrdosPipeline.Core;

/// <summary>Finds which submissions and decisions have become known about a row of a summary since a version was published.</summary>
/// <param name="plan">The plan.</param>
/// <param name="quarter">The summary's.</param>
/// <param name="since">The instant of the published version.</param>
/// <param name="observations">As known now, withdrawn ones too.</param>
/// <param name="projects">As known now.</param>
/// <param name="submissions">Every entry for the plan.</param>
/// <param name="decisions">As known now.</param>
internal sealed class ChangeCauses(
    PlanCatalogue plan,
    ReportingQuarter quarter,
    DateTimeOffset since,
    IReadOnlyList<Observation> observations,
    IReadOnlyList<ProjectReport> projects,
    IReadOnlyList<LedgerEntry> submissions,
    IReadOnlyList<RecordedDecision> decisions)
{
    public FigureCauses Of(ChangedRow row) => row.Kind switch
    {
        "project" => new(Submissions(row, projects.Where(report => report.Key.Project == row.Id).Select(report => (report.Key.Period, report.Origin, false))), []),
        "department" => new(
            [.. submissions.Where(entry => entry.Department == row.Id && entry.UploadedAt > since && entry.Quarters.Contains(quarter)).OrderBy(entry => entry.UploadedAt).Select(entry => entry.Id)],
            []),
        _ => OfIndicator(row),
    };

    private FigureCauses OfIndicator(ChangedRow row)
    {
        var (id, region) = row.Id.Split('.') is [var indicator, var code] ? (indicator, code) : (row.Id, plan.City.Code);
        var series = plan.FindIndicator(id)?.SeriesId ?? id;
        var values = observations.Where(observation => observation.Key.Indicator == series && observation.Key.Region == region);
        return new(
            Submissions(row, values.Select(observation => (observation.Key.Period, observation.Origin, observation.IsWithdrawn))),
            [
                .. decisions.EffectiveBy(quarter)
                    .Where(recorded => recorded.Decision.Indicator == id && recorded.Decision.Region == region && recorded.RecordedAt > since)
                    .Select(recorded => recorded.Id),
            ]);
    }

    /// <summary>
    /// What was uploaded since; and what was uploaded before but applied since, so that it stands behind the value now and
    /// did not then. Where nothing stands behind it any more, what withdrew it.
    /// </summary>
    private string[] Submissions(ChangedRow row, IEnumerable<(Period Period, Origin Origin, bool IsWithdrawal)> values)
    {
        var (then, now) = (Origins(row.Then), Origins(row.Now));
        var known = values.Where(value => value.Period.EndQuarter <= quarter).OrderBy(value => value.Origin, Origin.UploadOrder).ToList();
        var recent = known.Where(value => value.Origin.UploadedAt > since || (Names(now, value.Origin) && !Names(then, value.Origin))).ToList();
        return
        [
            .. (recent.Count > 0 ? recent : known.Where(value => value.IsWithdrawal)).Select(value => value.Origin.Submission).Distinct(StringComparer.Ordinal),
        ];
    }

    private static string Origins(SummaryRow? row) => row?.Columns.GetValueOrDefault(SummaryColumns.Origins) as string ?? "";

    private static bool Names(string origins, Origin origin) => origins.Contains($"({origin.Submission})", StringComparison.Ordinal);
}
