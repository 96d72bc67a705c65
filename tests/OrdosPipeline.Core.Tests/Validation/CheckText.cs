using System.Globalization;
using OrdosPipeline.Core.Normalisation;
using OrdosPipeline.Core.Validation;
using OrdosPipeline.Testing;

namespace OrdosPipeline.Core.Tests.Validation;

/// <summary>What a check came to, one line per finding or observation, easy to compare.</summary>
internal static class CheckText
{
    /// <summary>Lines such as <c>value-imprecise C7</c>.</summary>
    public static string Findings(this CheckedSubmission submission) =>
        string.Join("; ", submission.Findings.Select(f => f.Cell is null ? f.Code : $"{f.Code} {f.Cell}"));

    /// <summary>Lines such as <c>H01 150600 2023Q3YTD 5.4</c>.</summary>
    public static string Observations(this CheckedSubmission submission, Core.Plan.PlanCatalogue? plan = null) =>
        string.Join("; ", Normaliser.Observations(submission, plan ?? TestPlan.Ordos14()).Select(o =>
            $"{o.Key.Indicator} {o.Key.Region} {o.Key.Period} {o.Value?.ToString("0.############################", CultureInfo.InvariantCulture) ?? "withdrawn"}"));
}
