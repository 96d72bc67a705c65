using System.Globalization;
using System.Text;
using OrdosPipeline.Core.Normalisation;
using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Validation;

namespace OrdosPipeline.Documents.Tests.Reading;

/// <summary>What a check came to, as text that a person can compare with the file: verdict, findings as a clerk reads them, what would be stored.</summary>
internal static class CheckedText
{
    public static string Of(CheckedSubmission submission, PlanCatalogue plan)
    {
        var text = new StringBuilder($"{Words(submission.Verdict)}\n\n");
        foreach (var finding in submission.Findings)
            text.Append(CultureInfo.InvariantCulture, $"{Words(finding.Severity)} {finding.Code} {Place(finding.Sheet, finding.Cell)}: {OnOneLine(finding.Message)}\n");
        foreach (var observation in Normaliser.Observations(submission, plan))
        {
            var (key, origin) = (observation.Key, observation.Origin);
            var value = observation.Value is { } known ? $"= {Number(known)} {plan.FindIndicator(key.Indicator)!.Unit.Symbol}" : "withdrawn";
            text.Append(CultureInfo.InvariantCulture, $"{key.Indicator} {key.Region} {key.Period} {value} from {Place(origin.Sheet, origin.Cell)} '{OnOneLine(origin.Text)}'{Remark(observation.Remark)}\n");
        }

        foreach (var report in Normaliser.ProjectReports(submission, plan))
        {
            string?[] parts =
            [
                report.State is { } state ? $"state {state}" : null,
                report.Progress is { } progress ? $"progress {Number(progress)} %" : null,
                report.Investment is { } investment ? $"investment {Number(investment)} 亿元" : null,
                .. report.Quantities.OrderBy(quantity => quantity.Key).Select(quantity => $"quantity {quantity.Key} = {Number(quantity.Value)}"),
            ];
            text.Append(CultureInfo.InvariantCulture, $"{report.Key.Project} {report.Key.Period} {string.Join(", ", parts.Where(part => part is not null))} from {Place(report.Origin.Sheet, report.Origin.Cell)}{Remark(report.Remark)}\n");
        }

        return text.ToString();
    }

    private static string Words<T>(T value)
        where T : struct, Enum => string.Concat(value.ToString().Select((c, index) => char.IsUpper(c) && index > 0 ? $"-{char.ToLowerInvariant(c)}" : $"{char.ToLowerInvariant(c)}"));

    private static string Number(decimal number) => number.ToString("0.############################", CultureInfo.InvariantCulture);

    private static string Place(string? sheet, string? cell) => (sheet, cell) switch
    {
        (null, null) => "(file)",
        (null, _) => cell!,
        (_, null) => sheet,
        _ => $"{sheet}!{cell}",
    };

    private static string Remark(string remark) => remark.Length == 0 ? "" : $" remark '{OnOneLine(Shortened(remark))}'";

    private static string Shortened(string text) => text.Length <= 100 ? text : $"{text[..40]}… ({text.Length.ToString(CultureInfo.InvariantCulture)} characters)";

    private static string OnOneLine(string text) => text.Replace("\r", "\\r", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);
}
