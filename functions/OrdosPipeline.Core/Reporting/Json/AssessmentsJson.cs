using System.Text.Json;
using OrdosPipeline.Core.Normalisation;
using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Progress;

namespace OrdosPipeline.Core.Reporting.Json;

/// <summary>The lists <c>indicators</c>, <c>regions</c>, <c>annualTargets</c> and <c>projects</c>.</summary>
internal sealed class AssessmentsJson(Utf8JsonWriter json, QuarterSummary summary)
{
    public void Write()
    {
        json.List("indicators", summary.Indicators, assessment => WriteIndicator(assessment, assessment.Indicator!));
        json.List("regions", summary.Regions, assessment => WriteIndicator(assessment, $"{assessment.Indicator}.{assessment.Region}"));
        json.List("annualTargets", summary.AnnualTargets, WriteAnnual);
        json.List("projects", summary.Projects, WriteProject);
    }

    private void WriteIndicator(Assessment assessment, string id)
    {
        var indicator = summary.Indicator(assessment);
        json.WriteString("id", id);
        json.WriteString("name", indicator.Name);
        json.WriteString("nameEn", indicator.NameEn);
        json.Optional("regionName", assessment.Region is { } region ? summary.Plan.FindRegion(region)?.Name : null);
        json.WriteString("part", indicator.Part);
        WriteDepartment(indicator.Department);
        json.WriteString("attribute", indicator.Attribute.Chinese());
        json.WriteString("unit", indicator.Unit.Symbol);
        json.WriteNumber("decimals", indicator.Decimals);
        json.WriteString("targetText", indicator.TargetText);
        json.WriteNumber("targetYear", indicator.TargetYear);
        json.WriteBoolean("dateAssumed", !indicator.Dated);
        json.Optional("veto", summary.Plan.FindVeto(indicator.Id)?.Name);
        if (indicator.Related.Count > 0)
            json.List("related", indicator.Related);
        WriteRest(assessment);
    }

    private void WriteProject(Assessment assessment)
    {
        var project = summary.Project(assessment);
        json.WriteString("id", project.Id);
        json.WriteString("name", project.Name);
        json.WriteString("nameEn", project.NameEn);
        json.WriteString("part", project.Part);
        WriteDepartment(project.Department);
        json.Optional("parent", project.Parent);
        json.WriteBoolean("dateAssumed", !project.Dated);
        WriteRest(assessment);
    }

    private void WriteDepartment(string code)
    {
        json.WriteString("department", code);
        json.Optional("departmentName", summary.Plan.FindDepartment(code)?.Name);
    }

    private void WriteAnnual(AnnualAssessment annual)
    {
        var indicator = summary.Plan.FindIndicator(annual.Indicator)!;
        json.WriteString("id", $"{annual.Indicator}.{annual.Region}");
        json.WriteString("name", indicator.Name);
        json.WriteString("nameEn", indicator.NameEn);
        json.Optional("regionName", summary.Plan.FindRegion(annual.Region)?.Name);
        json.WriteString("part", indicator.Part);
        WriteDepartment(indicator.Department);
        json.WriteString("attribute", indicator.Attribute.Chinese());
        json.WriteString("unit", indicator.Unit.Symbol);
        json.WriteNumber("decimals", indicator.Decimals);
        json.WriteNumber("targetYear", annual.Year);
        json.WriteString("statusText", annual.Status.Chinese(annual.ValuePeriod is { LastMonth: < 12 }));
        json.WriteString("standing", annual.Status.Standing().Code());
        json.Bounds("targetInForce", annual.Target);
        json.WriteString("targetDecision", annual.Decision);
        json.List("files", annual.Used.Select(point => point.Origin).OfType<Origin>(), origin => json.Origin(summary, origin));
        json.Object("assessment", () =>
        {
            json.WriteString("indicator", annual.Indicator);
            json.WriteString("region", annual.Region);
            json.WriteString("quarter", summary.Quarter.ToString());
            json.WriteString("status", annual.Status.Code());
            json.Optional("value", annual.Value);
            json.Optional("valuePeriod", annual.ValuePeriod?.ToString());
            json.WriteString("targetSource", "annual");
            json.Optional("ratio", annual.Ratio);
        });
    }

    private void WriteRest(Assessment assessment)
    {
        json.WriteString("statusText", assessment.Status.Chinese(assessment.IsBeforeHorizon));
        json.WriteString("standing", assessment.Status.Standing().Code());
        json.Optional("outcome", summary.OutcomeOf(assessment)?.Code());
        json.WriteBoolean("red", assessment.IsRed);
        json.Bounds("targetInForce", assessment.TargetBounds);
        json.Optional("targetDecision", assessment.TargetDecision);
        if (assessment.Change is { } change)
        {
            json.Object("change", () =>
            {
                json.WriteString("previousStatus", change.PreviousStatus.Code());
                json.Optional("previousRatio", change.PreviousRatio);
                json.Optional("ratio", change.Ratio);
            });
        }

        WritePath(assessment.Path);
        json.List("files", assessment.Evidence.Origins, origin => json.Origin(summary, origin));
        json.WritePropertyName("assessment");
        AssessmentJson.Write(json, assessment);
    }

    private void WritePath(AssessmentPath path) => json.Object("path", () =>
    {
        json.WriteString("quantity", path.Quantity.Code());
        json.List("points", path.Points, point =>
        {
            json.WriteString("period", point.Period.ToString());
            json.Optional("t", point.At);
            json.Optional("value", point.Value);
        });
        json.List("schedule", path.Schedule, WritePoint);
        if (path.Baseline is { } baseline)
            json.Object("baseline", () => WritePoint(baseline));
        if (path.Target is { } target)
            json.Object("target", () => WritePoint(target));
    });

    private void WritePoint(LinePoint point)
    {
        json.Optional("t", point.At);
        json.Optional("value", point.Value);
    }
}
