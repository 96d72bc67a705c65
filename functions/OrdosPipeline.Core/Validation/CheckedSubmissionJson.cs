using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using OrdosPipeline.Core.Plan;

namespace OrdosPipeline.Core.Validation;

/// <summary>
/// The record as JSON in UTF-8: names in camel case, periods in canonical text, words of enumerations in kebab case,
/// instants in UTC, numbers with every digit they have. Equal records give equal bytes.
/// </summary>
/// <remarks>Both ways stream: a record of 100,000 values is never one string.</remarks>
public static class CheckedSubmissionJson
{
    /// <summary>The highest <see cref="CheckedSubmission.Schema"/> that <see cref="ReadAsync"/> understands.</summary>
    public const int Schema = 1;

    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        // The documents are files for people and programs, never part of a page, so Chinese stays legible.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new PeriodConverter(), new InstantConverter(), new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false) },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { AllowAbsentNulls } },
    };

    public static Task WriteAsync(Stream output, CheckedSubmission submission, CancellationToken cancellationToken)
    {
        // A dictionary keeps the order in which it was filled, which says nothing.
        var counts = new SortedDictionary<string, int>(submission.FindingCounts.ToDictionary(StringComparer.Ordinal), StringComparer.Ordinal);
        return JsonSerializer.SerializeAsync(output, submission with { FindingCounts = counts }, Options, cancellationToken);
    }

    /// <exception cref="InvalidDataException">It is not a record, or one of a later form.</exception>
    public static async Task<CheckedSubmission> ReadAsync(Stream input, CancellationToken cancellationToken)
    {
        CheckedSubmission? submission;
        try
        {
            submission = await JsonSerializer.DeserializeAsync<CheckedSubmission>(input, Options, cancellationToken).ConfigureAwait(false);
        }
        catch (JsonException exception)
        {
            throw new InvalidDataException($"The record cannot be read: {exception.Message}", exception);
        }

        if (submission is null)
            throw new InvalidDataException("The record is empty.");
        if (submission.Schema > Schema)
            throw new InvalidDataException($"The record has form {submission.Schema}; this version reads forms up to {Schema}.");
        return submission;
    }

    /// <summary>A withdrawal's value is null and thus left out; <c>required</c> is for those who make records, not for those who read them.</summary>
    private static void AllowAbsentNulls(JsonTypeInfo type)
    {
        foreach (var property in type.Properties.Where(property => Nullable.GetUnderlyingType(property.PropertyType) is not null))
            property.IsRequired = false;
    }

    private sealed class PeriodConverter : JsonConverter<Period>
    {
        public override Period Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            Period.TryParse(reader.GetString(), out var period) ? period : throw new JsonException($"'{reader.GetString()}' is not a period.");

        public override void Write(Utf8JsonWriter writer, Period value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
    }

    private sealed class InstantConverter : JsonConverter<DateTimeOffset>
    {
        public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.GetDateTimeOffset().ToUniversalTime();

        public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture));
    }
}
