using System.Collections.Frozen;
using System.Text.RegularExpressions;
using OrdosPipeline.Core.Stores;

namespace OrdosPipeline.Storage;

/// <summary>What a column holds, and as which properties of the entity.</summary>
public enum TableColumnType
{
    /// <summary>Edm.String, cut to <see cref="TableRow.LongestText"/> characters.</summary>
    Text,

    /// <summary>Edm.Double for comparing, and the exact decimal as Edm.String in a second property whose name ends in <c>Text</c>.</summary>
    Number,

    /// <summary>Edm.Int64.</summary>
    WholeNumber,

    /// <summary>Edm.Boolean.</summary>
    YesNo,

    /// <summary>Edm.DateTime, UTC.</summary>
    Instant,
}

/// <param name="Name">Of the property; <c>{n}</c> in it stands for 1, 2, 3 and so on.</param>
/// <param name="Type">What it holds.</param>
/// <param name="Title">Its Chinese heading, for people; <c>{n}</c> as in the name.</param>
/// <param name="Meaning">As TABLES.md prints it.</param>
public sealed record TableColumn(string Name, TableColumnType Type, string Title, string Meaning)
{
    /// <summary>The property that holds the exact decimal of a <see cref="TableColumnType.Number"/>.</summary>
    public string ExactName => Name + "Text";

    /// <summary>The Chinese words for the codes that it holds; null where it holds none.</summary>
    public IReadOnlyDictionary<string, string>? Words { get; init; }

    public bool IsRepeated => Name.Contains("{n}", StringComparison.Ordinal);

    /// <summary>This column with a number for <c>{n}</c>.</summary>
    public TableColumn At(int number) => this with
    {
        Name = Name.Replace("{n}", $"{number}", StringComparison.Ordinal),
        Title = Title.Replace("{n}", $"{number}", StringComparison.Ordinal),
    };
}

/// <summary>One table as TABLES.md describes it.</summary>
public sealed partial class TableDefinition
{
    private readonly FrozenDictionary<string, TableColumn> columns;

    internal TableDefinition(string name, string partitionKey, string rowKey, params IReadOnlyList<TableColumn> columns)
    {
        (Name, PartitionKey, RowKey, Columns) = (name, partitionKey, rowKey, columns);
        this.columns = columns.ToFrozenDictionary(column => column.Name, StringComparer.Ordinal);
        if (columns.FirstOrDefault(column => column.Type == TableColumnType.Number && this.columns.ContainsKey(column.ExactName)) is { } clash)
            throw new ArgumentException($"The exact text of {name}.{clash.Name} would overwrite the column {clash.ExactName}.", nameof(columns));
    }

    /// <summary>One of <see cref="Core.Stores.TableNames"/>.</summary>
    public string Name { get; }

    /// <summary>Its format.</summary>
    public string PartitionKey { get; }

    /// <summary>Its format.</summary>
    public string RowKey { get; }

    /// <summary>In the order in which they are shown.</summary>
    public IReadOnlyList<TableColumn> Columns { get; }

    /// <summary>The column of that name, also one of a repeated column; null when there is none.</summary>
    public TableColumn? Find(string name) =>
        columns.GetValueOrDefault(name)
        ?? (Number().Match(name) is { Success: true } number ? columns.GetValueOrDefault(Number().Replace(name, "{n}", 1))?.At(int.Parse(number.ValueSpan, provider: null)) : null);

    /// <summary>Rows as people read them: under Chinese headings, with words for codes and 是 or 否; numbers and times stay.</summary>
    /// <param name="reading">Of this table.</param>
    public TableReading InChinese(TableReading reading)
    {
        var shown = reading.Columns.Select(name => Find(name) ?? throw new ArgumentException($"{Name} has no column '{name}'.", nameof(reading))).ToList();
        return new TableReading([.. shown.Select(column => column.Title)], reading.Rows.Select(row => (IReadOnlyList<object?>)[.. row.Zip(shown, InChinese)]));
    }

    private static object? InChinese(object? value, TableColumn column) => value switch
    {
        string code => column.Words?.GetValueOrDefault(code) ?? code,
        true => "是",
        false => "否",
        _ => value,
    };

    /// <summary>The columns with repeated ones written out.</summary>
    /// <param name="times">How often.</param>
    public IReadOnlyList<TableColumn> Expand(int times)
    {
        var repeated = Columns.Where(column => column.IsRepeated).ToList();
        return
        [
            .. Columns.TakeWhile(column => !column.IsRepeated),
            .. Enumerable.Range(1, times).SelectMany(number => repeated.Select(column => column.At(number))),
            .. Columns.SkipWhile(column => !column.IsRepeated).Where(column => !column.IsRepeated),
        ];
    }

    [GeneratedRegex("[1-9][0-9]*", RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}
