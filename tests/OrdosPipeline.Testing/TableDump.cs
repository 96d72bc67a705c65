using System.Globalization;
using Azure.Data.Tables;
using OrdosPipeline.Core.Stores;

namespace OrdosPipeline.Testing;

/// <summary>Whole tables as text, to be compared.</summary>
public static class TableDump
{
    /// <summary>Every row of every table of the system, with every property but what the service adds.</summary>
    /// <param name="connection">Of the storage.</param>
    /// <param name="prefix">Before the names of the tables.</param>
    public static async Task<string> OfAllAsync(string connection, string prefix = "")
    {
        var lines = new List<string>();
        foreach (var table in TableNames.All)
        {
            await foreach (var entity in new TableClient(connection, prefix + table).QueryAsync<TableEntity>())
                lines.Add($"{table}\t{Line(entity)}");
        }

        return string.Join('\n', lines.Order(StringComparer.Ordinal));
    }

    /// <summary>One row: its keys, then its properties by name.</summary>
    public static string Line(TableEntity entity) => string.Join(
        '\t',
        entity.Keys
            .Where(name => name is not ("PartitionKey" or "RowKey" or "Timestamp" or "ETag") && !name.StartsWith("odata.", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name => $"{name}={Text(entity[name])}")
            .Prepend(entity.RowKey)
            .Prepend(entity.PartitionKey));

    private static string Text(object? value) => value switch
    {
        DateTimeOffset instant => instant.ToString("O", CultureInfo.InvariantCulture),
        double or int or long => Convert.ToDouble(value, CultureInfo.InvariantCulture).ToString("R", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };
}
