using System.Globalization;
using OrdosPipeline.Core.Plan;

namespace OrdosPipeline.Core.Progress;

/// <summary>One row of a table of observations that is judged without any storage.</summary>
/// <param name="LineNumber">1-based line of the file.</param>
/// <param name="Indicator">Id.</param>
/// <param name="Region">Code; empty for the city.</param>
/// <param name="Period">Canonical text.</param>
/// <param name="Value">In the catalogue's unit; empty where nothing was reported.</param>
public sealed record AssessmentRow(int LineNumber, string Indicator, string Region, string Period, string Value);

/// <summary>Something about the input that its author should know.</summary>
/// <param name="LineNumber">1-based; null when no single row is meant.</param>
/// <param name="Message">What is wrong and what is expected.</param>
public sealed record AssessmentInputProblem(int? LineNumber, string Message)
{
    public override string ToString() => LineNumber is { } line ? $"line {line.ToString(CultureInfo.InvariantCulture)}: {Message}" : Message;
}

/// <summary>Assessments of the city, or the errors that prevent them.</summary>
/// <param name="Assessments">One for every indicator in the order of the catalogue; empty when there are errors.</param>
/// <param name="Errors">What must be corrected first.</param>
/// <param name="Remarks">Rows that are in order but change nothing.</param>
public sealed record AssessmentOutput(
    IReadOnlyList<Assessment> Assessments, IReadOnlyList<AssessmentInputProblem> Errors, IReadOnlyList<AssessmentInputProblem> Remarks);

/// <summary>Judges a plan from a plain table of observations.</summary>
public static class AssessmentInput
{
    public static AssessmentOutput Assess(PlanCatalogue plan, string quarter, IEnumerable<AssessmentRow> rows, ProgressSettings? settings = null)
    {
        var errors = new List<AssessmentInputProblem>();
        var remarks = new List<AssessmentInputProblem>();
        if (!ReportingQuarter.TryParse(quarter, out var closed))
            errors.Add(new(null, $"'{quarter}' is not a quarter such as 2023Q3."));
        else if (!plan.Years.Contains(closed))
            errors.Add(new(null, $"{closed} is outside the plan's years {plan.Years}."));

        var series = new Dictionary<string, List<SeriesPoint>>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            if (Read(plan, row, errors, remarks) is not { } point)
                continue;
            if (!series.TryGetValue(row.Indicator.Trim(), out var points))
                series[row.Indicator.Trim()] = points = [];
            points.Add(point);
        }

        if (errors.Count > 0)
            return new([], errors, remarks);
        var terms = new AssessmentTerms { Settings = settings ?? ProgressSettings.Default };
        return new(
            [.. plan.Indicators.Select(indicator => ProgressCalculator.Assess(plan, indicator, series.GetValueOrDefault(indicator.SeriesId) ?? [], closed, terms))],
            [],
            remarks);
    }

    /// <summary>The value of a row, or null where it is empty, in error or not about the city.</summary>
    private static SeriesPoint? Read(PlanCatalogue plan, AssessmentRow row, List<AssessmentInputProblem> errors, List<AssessmentInputProblem> remarks)
    {
        var before = errors.Count;
        var (id, code, text) = (row.Indicator.Trim(), row.Region.Trim(), row.Value.Trim());
        var indicator = plan.FindIndicator(id);
        if (indicator is null)
            errors.Add(new(row.LineNumber, $"'{id}' is not an indicator of plan {plan.Id}."));
        if (code.Length > 0 && plan.FindRegion(code) is null)
            errors.Add(new(row.LineNumber, $"'{code}' is not a region of plan {plan.Id}."));
        if (!Period.TryParse(row.Period.Trim(), out var period))
            errors.Add(new(row.LineNumber, $"'{row.Period}' is not a period such as 2023, 2023Q3, 2023Q3YTD, 2023M08 or 2023M08YTD."));
        var value = ReadValue(text, indicator);
        if (text.Length > 0 && value is null)
            errors.Add(new(row.LineNumber, $"'{row.Value}' is not a number."));
        if (errors.Count > before || value is null)
            return null;
        if (code.Length > 0 && code != plan.City.Code)
            return null;
        if (indicator!.Series is { } reported)
            remarks.Add(new(row.LineNumber, $"{id} is judged by the values of {reported}; this one is not used."));
        return new(period, value.Value);
    }

    private static decimal? ReadValue(string text, Indicator? indicator)
    {
        if (indicator?.Measure == Measure.YesNo && text is ("是" or "yes"))
            return 1;
        if (indicator?.Measure == Measure.YesNo && text is ("否" or "no"))
            return 0;
        return decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : null;
    }
}
