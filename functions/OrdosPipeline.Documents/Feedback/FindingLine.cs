using OrdosPipeline.Core.Validation;

namespace OrdosPipeline.Documents.Feedback;

/// <summary>One line of the result sheet: a finding, or equal findings in several cells.</summary>
/// <param name="First">The first of them in the file.</param>
/// <param name="Cells">Where they are; empty when the whole file or sheet is meant.</param>
/// <param name="Texts">What stands there, each once.</param>
internal sealed record FindingLine(Finding First, IReadOnlyList<string> Cells, IReadOnlyList<string> Texts)
{
    private const int CellsShown = 5;

    /// <summary>The cells as a clerk reads them: <c>C7、C8 等 12 处</c>.</summary>
    public string Place => Cells.Count <= CellsShown
        ? string.Join('、', Cells)
        : $"{string.Join('、', Cells.Take(CellsShown))} 等 {Cells.Count} 处";

    /// <summary>What stands in the cells: <c>吨标准煤、吨标煤 等</c>.</summary>
    public string Found => string.Join('、', Texts.Take(CellsShown)) + (Texts.Count > CellsShown ? " 等" : "");

    /// <summary>Errors first, because they are what the clerk must mend; within a severity in the order of the file.</summary>
    public static IReadOnlyList<FindingLine> Of(IReadOnlyList<Finding> findings) =>
    [
        .. findings

            // A message names its place, so it differs where the finding is the same; the places stand in their own column.
            // Of a remark one line is enough, whatever stands in the cells.
            .GroupBy(finding => (finding.Severity, finding.Code, finding.Sheet, Same: finding.Severity == Severity.Info && finding.Cell is not null ? "" : finding.Found ?? finding.Message))
            .Select(group => new FindingLine(
                group.First(), [.. group.Select(PlaceOf).OfType<string>()], [.. group.Select(finding => finding.Found).OfType<string>().Distinct(StringComparer.Ordinal)]))
            .OrderByDescending(line => line.First.Severity),
    ];

    private static string? PlaceOf(Finding finding) => finding.Cell ?? (finding.RowNumber is { } row ? FormattableString.Invariant($"第 {row} 行") : null);
}
