using System.Globalization;

namespace OrdosPipeline.Core.Plan;

/// <summary>Reads the fields of one catalogue record by column name and collects what is wrong with them.</summary>
internal sealed class CatalogueRow(CatalogueTable table, CatalogueRecord record, IReadOnlyDictionary<string, int> columns, List<CatalogueProblem> problems)
{
    public int LineNumber => record.LineNumber;

    public string Text(string column) => columns.TryGetValue(column, out var index) && index < record.Fields.Count ? record.Fields[index].Trim() : "";

    public string? OptionalText(string column) => Text(column) is { Length: > 0 } text ? text : null;

    public string Required(string column)
    {
        var text = Text(column);
        if (text.Length == 0)
            Problem(column, "must not be empty.");
        return text;
    }

    /// <summary>A list separated by semicolons.</summary>
    public IReadOnlyList<string> List(string column) => Text(column).Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public decimal? OptionalNumber(string column)
    {
        var text = Text(column);
        if (text.Length == 0)
            return null;
        if (decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
            return number;
        Problem(column, $"'{text}' is not a number.");
        return null;
    }

    public decimal Number(string column)
    {
        var number = OptionalNumber(column);
        if (number is null && Text(column).Length == 0)
            Problem(column, "must not be empty.");
        return number ?? 0;
    }

    public int? OptionalInteger(string column)
    {
        var text = Text(column);
        if (text.Length == 0)
            return null;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return number;
        Problem(column, $"'{text}' is not a whole number.");
        return null;
    }

    public int Integer(string column)
    {
        var number = OptionalInteger(column);
        if (number is null && Text(column).Length == 0)
            Problem(column, "must not be empty.");
        return number ?? 0;
    }

    public bool YesNo(string column) => Choice(column, ("no", false), ("yes", true));

    /// <summary>One of the words given; the first stands in when the field is not one of them, after the problem is noted.</summary>
    public T Choice<T>(string column, params ReadOnlySpan<(string Word, T Value)> choices)
    {
        var text = Text(column);
        foreach (var (word, value) in choices)
        {
            if (text == word)
                return value;
        }

        var words = new List<string>();
        foreach (var (word, _) in choices)
            words.Add(word.Length == 0 ? "(empty)" : word);
        Problem(column, $"'{text}' is not one of {string.Join(", ", words)}.");
        return choices[0].Value;
    }

    /// <summary>The unit as the catalogue writes it: 件 counts like 个, and stays 件.</summary>
    public MeasureUnit Unit(string column, UnitTable units)
    {
        var text = Text(column);
        if (units.TryFind(text, out var unit))
            return unit with { Symbol = text };
        Problem(column, $"'{text}' is not a unit of units.csv.");
        return new MeasureUnit(text, "?", 1, 1);
    }

    public void Problem(string? column, string message) => problems.Add(new CatalogueProblem(table.File, record.LineNumber, column, message));

    /// <summary>The rows of a table, after checking that it has exactly the columns named.</summary>
    public static List<CatalogueRow> Of(CatalogueTable table, List<CatalogueProblem> problems, params ReadOnlySpan<string> expected)
    {
        var columns = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var index = 0; index < table.Header.Count; index++)
        {
            if (!columns.TryAdd(table.Header[index].Trim(), index))
                problems.Add(new CatalogueProblem(table.File, 1, table.Header[index], "stands twice in the header."));
        }

        foreach (var column in expected)
        {
            if (!columns.Remove(column, out var index))
                problems.Add(new CatalogueProblem(table.File, 1, column, "is missing from the header."));
            else
                columns[column] = index;
        }

        foreach (var column in columns.Keys.Except(expected.ToArray(), StringComparer.Ordinal))
            problems.Add(new CatalogueProblem(table.File, 1, column, "is not a known column."));

        var rows = new List<CatalogueRow>(table.Records.Count);
        foreach (var record in table.Records)
        {
            if (record.Fields.Count != table.Header.Count)
                problems.Add(new CatalogueProblem(table.File, record.LineNumber, null, $"has {record.Fields.Count} fields, the header has {table.Header.Count}."));
            rows.Add(new CatalogueRow(table, record, columns, problems));
        }

        return rows;
    }
}
