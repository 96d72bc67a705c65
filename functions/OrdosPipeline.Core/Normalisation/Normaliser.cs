using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Validation;

namespace OrdosPipeline.Core.Normalisation;

/// <summary>
/// Turns what passed every rule into observations and project reports in the units of the catalogue. It cannot fail on
/// data: if it does, a rule is missing. Whether a rejected submission is recorded is not decided here.
/// </summary>
public static class Normaliser
{
    /// <summary>One observation for each checked value, in their order.</summary>
    public static IEnumerable<Observation> Observations(CheckedSubmission submission, PlanCatalogue plan)
    {
        foreach (var value in submission.Values)
        {
            var indicator = plan.FindIndicator(value.Indicator)
                ?? throw new InvalidOperationException($"{value.Indicator} is no indicator of {plan.Id}: the document was checked against another plan.");
            yield return new Observation
            {
                Key = new ObservationKey(plan.Id, indicator.SeriesId, value.Region, value.Period.KeyFor(indicator.Measure)),
                Value = value.Value is { } number ? Convert(number, value.Unit, indicator.Unit, plan) : null,
                Origin = OriginOf(submission.Submission, value.Sheet, value.Cell, value.Text),
                Remark = value.Remark,
            };
        }
    }

    /// <summary>One report for each checked project row, in their order. The investment is in 亿元.</summary>
    public static IEnumerable<ProjectReport> ProjectReports(CheckedSubmission submission, PlanCatalogue plan)
    {
        foreach (var row in submission.ProjectRows)
        {
            var project = plan.FindProject(row.Project)
                ?? throw new InvalidOperationException($"{row.Project} is no project of {plan.Id}: the document was checked against another plan.");
            yield return new ProjectReport
            {
                Key = new ProjectReportKey(plan.Id, project.Id, row.Period.ToInstant()),
                State = row.State,
                Progress = row.Progress,
                Investment = row.Investment is { } investment ? Convert(investment.Value, investment.Unit, UnitOf("亿元", plan), plan) : null,
                Quantities = row.Quantities.ToDictionary(
                    q => q.Sequence,
                    q => Convert(q.Amount.Value, q.Amount.Unit, project.Quantities.First(known => known.Sequence == q.Sequence).Unit, plan)),
                Remark = row.Remark,
                Origin = OriginOf(submission.Submission, row.Sheet, row.Cell, row.Text),
            };
        }
    }

    private static Origin OriginOf(SubmissionHeader submission, string? sheet, string cell, string text) =>
        new(submission.Id, submission.UploadedAt, sheet, cell, text) { Path = submission.Path, ReportedBy = submission.Department };

    private static decimal Convert(decimal value, string unit, MeasureUnit target, PlanCatalogue plan) =>
        Intake.ExactDecimal.WithoutTrailingZeros(UnitOf(unit, plan).Convert(value, target));

    private static MeasureUnit UnitOf(string symbol, PlanCatalogue plan) => plan.Units.TryFind(symbol, out var unit)
        ? unit
        : throw new InvalidOperationException($"{symbol} is no unit of {plan.Id}.");
}
