using System.Globalization;
using System.Text;
using OrdosPipeline.Core.Intake;

namespace OrdosPipeline.Core.Validation;

/// <summary>Collects findings: each cause once per place, at most 1,000 of a code, with true counts.</summary>
internal sealed class FindingList
{
    /// <summary>Findings of one code that are listed.</summary>
    public const int MostListed = FurtherRows.Beyond;

    private const int LongestFound = 200;

    private readonly List<(int Sheet, int Row, int Column, int Rule, Finding Finding)> listed = [];
    private readonly Dictionary<string, int> counts = new(StringComparer.Ordinal);
    private readonly SeenCells seen = new();

    /// <summary>True counts by code, in the order of the codes.</summary>
    public IReadOnlyDictionary<string, int> Counts => new SortedDictionary<string, int>(counts, StringComparer.Ordinal);

    public bool HasErrors { get; private set; }

    public bool HasWarnings { get; private set; }

    /// <param name="rule">What was found.</param>
    /// <param name="sheetIndex">Its sheet; -1 for the whole file.</param>
    /// <param name="sheet">The sheet's name.</param>
    /// <param name="fault">Where.</param>
    public void Add(Rule rule, int sheetIndex, string? sheet, Fault fault)
    {
        var severity = fault.Severity ?? rule.Severity;
        if (Count(rule, severity, sheetIndex, fault.At?.Address) is not (> 0 and <= MostListed))
            return;
        var found = Shortened(fault.At?.Text ?? fault.Found);
        var row = fault.At?.Address.RowNumber ?? fault.RowNumber;
        listed.Add((sheetIndex, row ?? 0, fault.At?.Address.ColumnNumber ?? 0, RuleBook.IndexOf(rule), new Finding
        {
            Code = rule.Code,
            Severity = severity,
            Sheet = sheet,
            Cell = fault.At?.Address.ToString(),
            RowNumber = row,
            ColumnNumber = fault.At?.Address.ColumnNumber,
            Found = string.IsNullOrEmpty(found) ? null : found,
            Message = Fill(rule.Chinese, Where(sheet, fault, isChinese: true), found, fault, detail => detail.Chinese),
            MessageEn = Fill(rule.English, Where(sheet, fault, isChinese: false), found, fault, detail => detail.English),
        }));
    }

    /// <summary>Counts a finding for which there is no place in the list any more.</summary>
    /// <param name="rule">What was found.</param>
    /// <param name="sheetIndex">Its sheet.</param>
    /// <param name="cell">Where.</param>
    public void AddUnlisted(Rule rule, int sheetIndex, CellAddress cell) => Count(rule, rule.Severity, sheetIndex, cell);

    /// <summary>How many there are of the code with this one; 0 where the cell has had one.</summary>
    private int Count(Rule rule, Severity severity, int sheetIndex, CellAddress? cell)
    {
        if (cell is { } address && !seen.Add(rule.Code, sheetIndex, address))
            return 0;
        HasErrors |= severity == Severity.Error;
        HasWarnings |= severity == Severity.Warning;
        return counts[rule.Code] = counts.GetValueOrDefault(rule.Code) + 1;
    }

    /// <summary>In the order in which they stand in the file: the file's own, then by sheet, row and column.</summary>
    public IReadOnlyList<Finding> InOrder() =>
        [.. listed.OrderBy(f => f.Sheet).ThenBy(f => f.Row).ThenBy(f => f.Column).ThenBy(f => f.Rule).Select(f => f.Finding)];

    private static string Where(string? sheet, Fault fault, bool isChinese)
    {
        var at = fault.At?.Address;
        if (isChinese)
        {
            var cell = at is { } address ? string.Create(CultureInfo.InvariantCulture, $"第{address.RowNumber}行{CellAddress.ColumnLetters(address.ColumnNumber)}列")
                : fault.RowNumber is { } row ? string.Create(CultureInfo.InvariantCulture, $"第{row}行") : "";
            return sheet is null ? cell : $"工作表“{sheet}”{cell}";
        }

        var place = at is { } there ? $"cell {there}" : fault.RowNumber is { } line ? string.Create(CultureInfo.InvariantCulture, $"row {line}") : "";
        return sheet is null ? place.Length == 0 ? "" : char.ToUpperInvariant(place[0]) + place[1..] : $"Sheet “{sheet}”{(place.Length == 0 ? "" : ", ")}{place}";
    }

    private static string Fill(string text, string where, string? found, Fault fault, Func<Detail, string> of)
    {
        // A whole file has no place that could be named in front.
        if (where.Length == 0 && text.StartsWith("{where}: ", StringComparison.Ordinal))
            text = char.ToUpperInvariant(text[9]) + text[10..];
        var builder = new StringBuilder(text).Replace("{where}", where);
        foreach (var detail in fault.Details)
            builder.Replace("{" + detail.Name + "}", Shortened(of(detail)));
        return builder.Replace("{found}", found ?? "").ToString().Trim();
    }

    private static string? Shortened(string? text)
    {
        if (text is null)
            return null;
        var line = text.ReplaceLineEndings(" ").Trim();
        return line.Length <= LongestFound ? line : line[..LongestFound] + "…";
    }
}
