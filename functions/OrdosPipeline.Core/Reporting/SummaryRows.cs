using System.Text.Json;
using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Progress;

namespace OrdosPipeline.Core.Reporting;

/// <summary>Derives the rows of the table of summaries from <c>summary.json</c>, so that the table and the report cannot disagree.</summary>
public static class SummaryRows
{
    /// <summary>Between the cells of the column Origins.</summary>
    public const string OriginSeparator = "; ";

    /// <summary>The kinds of rows with the list of <c>summary.json</c> that each comes from.</summary>
    public static IReadOnlyList<(string Kind, string List)> Kinds { get; } =
    [
        ("indicator", "indicators"), ("region", "regions"), ("annual", "annualTargets"), ("project", "projects"), ("department", "departments"),
    ];

    /// <summary>The head and rows of a stored <c>summary.json</c>.</summary>
    public static async Task<(SummaryHead Head, IReadOnlyList<SummaryRow> Rows)> ReadAsync(Stream summaryJson, CancellationToken cancellationToken)
    {
        using var document = await JsonDocument.ParseAsync(summaryJson, cancellationToken: cancellationToken);
        var root = document.RootElement;
        var head = new SummaryHead
        {
            Plan = root.GetProperty("plan").GetString()!,
            Quarter = ReportingQuarter.Parse(root.GetProperty("quarter").GetString()!),
            Version = root.GetProperty("version").GetInt32(),
            State = SummaryState.Computed,
            Inputs = root.GetProperty("inputs").GetString()!,
            AsOf = root.GetProperty("asOf").GetDateTimeOffset(),
        };
        return (head, [.. Rows(root)]);
    }

    /// <summary>The rows that a summary will have once it is written.</summary>
    public static async Task<IReadOnlyList<SummaryRow>> OfAsync(QuarterSummary summary, CancellationToken cancellationToken)
    {
        using var buffer = new MemoryStream();
        await new SummaryJson().WriteAsync(summary with { Version = Math.Max(1, summary.Version) }, buffer);
        buffer.Position = 0;
        return (await ReadAsync(buffer, cancellationToken)).Rows;
    }

    private static IEnumerable<SummaryRow> Rows(JsonElement root)
    {
        foreach (var (kind, list) in Kinds)
        {
            foreach (var entry in root.GetProperty(list).EnumerateArray())
            {
                var (id, columns) = (entry.GetProperty("id").GetString()!, ColumnsOf(entry));
                // The entry of a department is about the department itself.
                if (kind == "department")
                    (columns["Department"], columns["DepartmentName"]) = (id, columns.GetValueOrDefault("Name"));
                yield return new SummaryRow(kind, id, columns);
            }
        }

        foreach (var scoreboard in root.GetProperty("scoreboards").EnumerateArray())
        {
            var group = scoreboard.GetProperty("group").GetString()!;
            var total = scoreboard.GetProperty("total").GetInt32();
            foreach (var count in scoreboard.GetProperty("counts").EnumerateObject())
            {
                yield return new SummaryRow("status", $"{group}.{count.Name}", new Dictionary<string, object?>(StringComparer.Ordinal)
                {
                    ["Name"] = scoreboard.GetProperty("name").GetString(),
                    ["NameEn"] = scoreboard.GetProperty("nameEn").GetString(),
                    ["Status"] = count.Name,
                    ["StatusText"] = AssessmentStatuses.Parse(count.Name).Chinese(beforeHorizon: false),
                    ["Count"] = count.Value.GetInt32(),
                    ["Share"] = (decimal)count.Value.GetInt32() / total,
                });
            }
        }
    }

    private static Dictionary<string, object?> ColumnsOf(JsonElement entry)
    {
        var columns = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var column in SummaryColumns.All)
        {
            if (column.Path is not null && Find(entry, column.Path) is { } value)
                columns[column.Name] = Read(value, column.Type);
        }

        if (Find(entry, "assessment.missingYears") is { } years)
            columns[SummaryColumns.MissingYears] = string.Join(' ', years.EnumerateArray().Select(year => year.GetRawText()));
        if (Find(entry, "files") is { } files && files.GetArrayLength() > 0)
        {
            var latest = files[files.GetArrayLength() - 1];
            columns[SummaryColumns.Submission] = latest.GetProperty("submission").GetString();
            columns[SummaryColumns.Sheet] = latest.GetProperty("sheet").GetString();
            columns[SummaryColumns.Cell] = latest.GetProperty("cell").GetString();
            columns[SummaryColumns.Origins] = string.Join(OriginSeparator, files.EnumerateArray().Select(Describe));
        }

        return columns;
    }

    private static JsonElement? Find(JsonElement entry, string path)
    {
        foreach (var name in path.Split('.'))
        {
            if (entry.ValueKind != JsonValueKind.Object || !entry.TryGetProperty(name, out entry))
                return null;
        }

        return entry;
    }

    private static object? Read(JsonElement value, SummaryColumnType type) => type switch
    {
        SummaryColumnType.Number => value.TryGetDecimal(out var number) ? number : value.GetDouble(),
        SummaryColumnType.WholeNumber => value.GetInt32(),
        SummaryColumnType.YesNo => value.GetBoolean(),
        SummaryColumnType.Instant => value.GetDateTimeOffset(),
        _ => value.GetString(),
    };

    /// <summary>A cell as the column Origins writes it, such as <c>statistics/2023.xlsx#表1!C7 (2f3a…)</c>.</summary>
    public static string Describe(string path, string? sheet, string cell, string submission) => $"{path}#{(sheet is null ? "" : sheet + "!")}{cell} ({submission})";

    private static string Describe(JsonElement origin) => Describe(
        origin.GetProperty("path").GetString()!, origin.GetProperty("sheet").GetString(), origin.GetProperty("cell").GetString()!, origin.GetProperty("submission").GetString()!);
}
