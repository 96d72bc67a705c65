using System.Globalization;

namespace OrdosPipeline.Core.Reporting;

/// <summary>Finds the figures that a summary states otherwise than a version published before it.</summary>
public static class SummaryComparison
{
    private const string StatusKind = "status";

    /// <param name="published">The version published before.</param>
    /// <param name="then">Its rows.</param>
    /// <param name="now">The rows of the summary that is to be written. Counts are left out: they follow from the rest.</param>
    /// <param name="causesOf">Finds what has become known about a row since.</param>
    public static SummaryDifferences Between(
        SummaryHead published, IReadOnlyList<SummaryRow> then, IReadOnlyList<SummaryRow> now, Func<ChangedRow, FigureCauses> causesOf)
    {
        var earlier = Counted(then).ToDictionary(row => (row.Kind, row.Id));
        var later = Counted(now).Select(row => (row.Kind, row.Id)).ToHashSet();
        var rows = Counted(now).Select(row => new ChangedRow(row.Kind, row.Id, earlier.GetValueOrDefault((row.Kind, row.Id)), row))
            .Concat(earlier.Values.Where(row => !later.Contains((row.Kind, row.Id))).Select(row => new ChangedRow(row.Kind, row.Id, row, null)));
        return new SummaryDifferences(published.Version, published.AsOf, [.. rows.SelectMany(row => ChangesOf(row, causesOf))]);
    }

    private static IEnumerable<SummaryRow> Counted(IEnumerable<SummaryRow> rows) => rows.Where(row => row.Kind != StatusKind);

    private static IEnumerable<FigureChange> ChangesOf(ChangedRow row, Func<ChangedRow, FigureCauses> causesOf)
    {
        var changed = SummaryColumns.Figures
            .Select(column => (Column: column, Old: Text(row.Then, column), New: Text(row.Now, column)))
            .Where(figure => figure.Old != figure.New)
            .ToList();
        if (changed.Count == 0)
            return [];
        var causes = causesOf(row);
        return changed.Select(figure => new FigureChange
        {
            Kind = row.Kind,
            Id = row.Id,
            Name = Text(row.Now ?? row.Then, "Name") ?? "",
            Column = figure.Column,
            Old = figure.Old,
            New = figure.New,
            Submissions = causes.Submissions,
            Decisions = causes.Decisions,
        });
    }

    private static string? Text(SummaryRow? row, string column) => row?.Columns.GetValueOrDefault(column) switch
    {
        null => null,
        decimal number => number.ToString("0.############################", CultureInfo.InvariantCulture),
        bool flag => flag ? "true" : "false",
        IFormattable value => value.ToString(null, CultureInfo.InvariantCulture),
        var text => text.ToString(),
    };
}

/// <summary>A row that two versions have in common, or that one of them lacks.</summary>
/// <param name="Kind">Of the row.</param>
/// <param name="Id">Within the kind.</param>
/// <param name="Then">As published; null when there was none.</param>
/// <param name="Now">As it is to be; null when there is none any more.</param>
public sealed record ChangedRow(string Kind, string Id, SummaryRow? Then, SummaryRow? Now);

/// <summary>Why a row says something else.</summary>
/// <param name="Submissions">Ids, in the order of upload.</param>
/// <param name="Decisions">Ids, earlier ones first.</param>
public sealed record FigureCauses(IReadOnlyList<string> Submissions, IReadOnlyList<string> Decisions)
{
    public static FigureCauses None { get; } = new([], []);
}
