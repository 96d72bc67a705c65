using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;
using OrdosPipeline.Documents.Exports;
using OrdosPipeline.Storage;

namespace OrdosPipeline.FunctionApp.Http.OpenApi;

/// <summary>JSON Schema (2020-12, as OpenAPI 3.1 wants it) of what the API answers with.</summary>
internal static class Schemas
{
    /// <summary>A page of rows of a table.</summary>
    /// <param name="tables">Whose rows may come.</param>
    /// <param name="quantities">How many columns a repeated one has.</param>
    public static JsonNode Page(IReadOnlyList<TableDefinition> tables, int quantities) => Object(
        ("value", new JsonObject
        {
            ["type"] = "array",
            ["items"] = tables.Count == 1 ? Row(tables[0], quantities) : new JsonObject { ["anyOf"] = new JsonArray([.. tables.Select(table => Row(table, quantities))]) },
        }, true),
        ("continuation", new JsonObject { ["type"] = "string", ["description"] = "Absent on the last page." }, false),
        ("note", new JsonObject { ["type"] = "string", ["description"] = "Why there are no rows, in Chinese, where that can be told." }, false),
        ("noteEn", new JsonObject { ["type"] = "string", ["description"] = "The same in English." }, false));

    /// <summary>What a record of the code is written as.</summary>
    public static JsonNode Of<T>() => JsonSchemaExporter.GetJsonSchemaAsNode(RecordJson.Options, typeof(T), new JsonSchemaExporterOptions
    {
        TreatNullObliviousAsNonNullable = true,
        TransformSchemaNode = (context, schema) => AsWritten(context.TypeInfo, schema),
    });

    /// <summary>What the exporter cannot know: how instants are converted, and that what is null is left out.</summary>
    private static JsonNode AsWritten(JsonTypeInfo type, JsonNode schema)
    {
        if ((Nullable.GetUnderlyingType(type.Type) ?? type.Type) == typeof(DateTimeOffset))
            return new JsonObject { ["type"] = "string", ["format"] = "date-time" };
        if (schema is JsonObject ofObject && ofObject["required"] is JsonArray required)
        {
            var optional = type.Properties.Where(property => property.IsGetNullable).Select(property => property.Name).ToHashSet(StringComparer.Ordinal);
            required.RemoveAll(name => optional.Contains(name!.GetValue<string>()));
            if (required.Count == 0)
                ofObject.Remove("required");
        }

        return schema;
    }

    /// <summary>An object of these members and no others.</summary>
    public static JsonObject Object(params ReadOnlySpan<(string Name, JsonNode Schema, bool IsRequired)> members)
    {
        var properties = new JsonObject();
        var required = new JsonArray();
        foreach (var (name, schema, isRequired) in members)
        {
            properties[name] = schema;
            if (isRequired)
                required.Add(name);
        }

        var schemaOfObject = new JsonObject { ["type"] = "object", ["properties"] = properties, ["additionalProperties"] = false };
        if (required.Count > 0)
            schemaOfObject["required"] = required;
        return schemaOfObject;
    }

    public static JsonObject Text(string? description = null) => Typed("string", description);

    public static JsonObject Whole(string? description = null) => Typed("integer", description);

    public static JsonObject ListOf(JsonNode items) => new() { ["type"] = "array", ["items"] = items };

    /// <summary>Whatever is written, of which nothing is promised here.</summary>
    public static JsonObject AnyObject(string description) => new() { ["type"] = "object", ["description"] = description };

    private static JsonObject Row(TableDefinition table, int quantities) => Object(
        [.. table.Expand(quantities).Select(column => (JsonNamingPolicy.CamelCase.ConvertName(column.Name), Column(column), false))]);

    private static JsonObject Column(TableColumn column)
    {
        var schema = Typed(
            column.Type switch
            {
                TableColumnType.Number => "number",
                TableColumnType.WholeNumber => "integer",
                TableColumnType.YesNo => "boolean",
                _ => "string",
            },
            column.Meaning);
        schema["title"] = column.Title;
        if (column.Type == TableColumnType.Instant)
            schema["format"] = "date-time";
        return schema;
    }

    private static JsonObject Typed(string type, string? description)
    {
        var schema = new JsonObject { ["type"] = type };
        if (description is not null)
            schema["description"] = description;
        return schema;
    }
}
