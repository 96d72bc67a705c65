using System.Text.Json;
using OrdosPipeline.Core.Progress;

namespace OrdosPipeline.Core.Reporting.Json;

/// <summary>The object <c>completeness</c> and the lists <c>departments</c> and <c>findings</c>.</summary>
internal static class CompletenessJson
{
    public static void Write(Utf8JsonWriter json, QuarterSummary summary)
    {
        var totals = summary.Completeness;
        json.Object("completeness", () =>
        {
            json.WriteNumber("expected", totals.Expected);
            json.WriteNumber("received", totals.Received);
            json.WriteNumber("accepted", totals.Accepted);
            json.WriteNumber("onTime", totals.OnTime);
            json.WriteNumber("late", totals.Late);
            json.WriteNumber("missing", totals.Missing);
            json.Optional("receivedRate", totals.ReceivedRate);
            json.Optional("acceptedRate", totals.AcceptedRate);
            json.Optional("onTimeRate", totals.OnTimeRate);
            json.WriteNumber("indicatorsDue", totals.IndicatorsDue);
            json.WriteNumber("indicatorsReported", totals.IndicatorsReported);
            json.Optional("indicatorRate", totals.IndicatorRate);
        });
        json.List("departments", summary.Departments, department => WriteDepartment(json, department));
        json.List("findings", summary.Findings, found =>
        {
            json.WriteString("department", found.Department);
            json.WriteString("code", found.Code);
            json.WriteNumber("count", found.Count);
            json.WriteNumber("submissions", found.Submissions);
        });
    }

    internal static void WriteDepartment(Utf8JsonWriter json, DepartmentCompleteness department)
    {
        json.WriteString("id", department.Department);
        json.WriteString("name", department.Name);
        json.WriteNumber("indicatorsDue", department.IndicatorsDue);
        json.WriteNumber("indicatorsReported", department.IndicatorsReported);
        json.Optional("indicatorShare", department.IndicatorShare);
        json.WriteNumber("projectsDue", department.ProjectsDue);
        json.WriteNumber("projectsReported", department.ProjectsReported);
        json.WriteBoolean("expected", department.IsExpected);
        json.WriteNumber("received", department.Received);
        json.WriteNumber("accepted", department.Accepted);
        json.WriteBoolean("onTime", department.IsOnTime);
        json.WriteBoolean("late", department.IsLate);
        json.WriteBoolean("missing", department.IsMissing);
        json.Instant("lastUploadedAt", department.LastUploadedAt);
    }
}
