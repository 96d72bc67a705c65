using System.Globalization;
using Azure.Data.Tables;

namespace OrdosPipeline.Storage;

/// <summary>Makes an entity out of values, by the columns that its table has and no others; and reads them back.</summary>
internal sealed class TableRow(TableDefinition definition, string partitionKey, string rowKey)
{
    /// <summary>
    /// A property holds at most 64 KiB of UTF-16, which is 32,768 characters
    /// (learn.microsoft.com/rest/api/storageservices/understanding-the-table-service-data-model). The longest row has four
    /// such texts: 240 KiB of the 1 MiB that an entity may have.
    /// </summary>
    public const int LongestText = 30_000;

    public TableEntity Entity { get; } = new(partitionKey, rowKey);

    /// <summary>Sets a column; null leaves it out.</summary>
    /// <exception cref="ArgumentException">The table has no such column, or it holds something else.</exception>
    public TableRow Set(string name, object? value)
    {
        var column = definition.Find(name) ?? throw new ArgumentException($"The table {definition.Name} has no column {name}; see TableDefinitions.", nameof(name));
        switch (column.Type, value)
        {
            case (_, null):
                break;
            case (TableColumnType.Text, string text):
                Entity[name] = Limit(text);
                break;
            case (TableColumnType.Number, decimal number):
                Entity[name] = (double)number;
                Entity[column.ExactName] = ExactText(number);
                break;
            case (TableColumnType.Number, double number):
                Entity[name] = number;
                Entity[column.ExactName] = number.ToString("R", CultureInfo.InvariantCulture);
                break;
            case (TableColumnType.WholeNumber or TableColumnType.Number, int number):
                return Set(name, column.Type == TableColumnType.Number ? (decimal)number : (object)(long)number);
            case (TableColumnType.WholeNumber, long number):
                Entity[name] = number;
                break;
            case (TableColumnType.YesNo, bool yes):
                Entity[name] = yes;
                break;
            case (TableColumnType.Instant, DateTimeOffset instant):
                Entity[name] = instant.ToUniversalTime();
                break;
            default:
                throw new ArgumentException($"The column {definition.Name}.{name} holds {column.Type}, not {value.GetType().Name}.", nameof(value));
        }

        return this;
    }

    /// <summary>The value of a column: text, <see cref="decimal"/>, <see cref="long"/>, <see cref="bool"/>, <see cref="DateTimeOffset"/> or null.</summary>
    public static object? Read(TableEntity entity, TableColumn column)
    {
        if (!entity.TryGetValue(column.Name, out var value) || value is null)
            return null;
        return column.Type switch
        {
            TableColumnType.Number => Number(entity, column.Name) ?? (object)Convert.ToString(value, CultureInfo.InvariantCulture)!,
            TableColumnType.WholeNumber => Convert.ToInt64(value, CultureInfo.InvariantCulture),
            TableColumnType.Instant => entity.GetDateTimeOffset(column.Name),
            _ => value,
        };
    }

    public static string Text(TableEntity entity, string name) => entity.GetString(name) ?? "";

    /// <summary>The exact decimal of a number column.</summary>
    public static decimal? Number(TableEntity entity, string name) =>
        decimal.TryParse(entity.GetString(name + "Text"), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    public static int Integer(TableEntity entity, string name) => (int)(entity.GetInt64(name) ?? 0);

    public static DateTimeOffset Instant(TableEntity entity, string name) =>
        entity.GetDateTimeOffset(name) ?? throw new InvalidDataException($"The row {entity.PartitionKey} {entity.RowKey} has no {name}.");

    /// <summary>Whether two entities hold the same properties, whatever the service adds to them.</summary>
    public static bool HoldSame(TableEntity left, TableEntity right)
    {
        var names = Properties(left).ToHashSet(StringComparer.Ordinal);
        return names.SetEquals(Properties(right)) && names.All(name => Same(left[name], right[name]));
    }

    /// <summary>The names of an entity's own properties.</summary>
    public static IEnumerable<string> Properties(TableEntity entity) =>
        entity.Keys.Where(name => name is not ("PartitionKey" or "RowKey" or "Timestamp" or "ETag") && !name.StartsWith("odata.", StringComparison.Ordinal));

    // The service may give a whole double back as an integer.
    private static bool Same(object? left, object? right) => (left, right) switch
    {
        (double or int or long, double or int or long) => Convert.ToDouble(left, CultureInfo.InvariantCulture).Equals(Convert.ToDouble(right, CultureInfo.InvariantCulture)),
        _ => Equals(left, right),
    };

    /// <summary>The shortest text that is exactly the number: 5.30 and 5.3 are one number and one text.</summary>
    private static string ExactText(decimal number)
    {
        if (number == 0)
            return "0";
        var text = number.ToString(CultureInfo.InvariantCulture);
        return text.Contains('.', StringComparison.Ordinal) ? text.TrimEnd('0').TrimEnd('.') : text;
    }

    /// <summary>Cuts at the limit, and replaces halves of surrogate pairs, which UTF-8 cannot hold.</summary>
    public static string Limit(string text)
    {
        var cut = text.Length <= LongestText ? text : string.Concat(text.AsSpan(0, LongestText - 1), "…");
        return cut.AsSpan().ContainsAnyInRange('\ud800', '\udfff') ? string.Concat(cut.EnumerateRunes()) : cut;
    }
}
