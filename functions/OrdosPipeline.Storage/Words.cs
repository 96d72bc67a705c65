using System.Collections.Frozen;
using System.Text.Json;

namespace OrdosPipeline.Storage;

/// <summary>The words of an enumeration as the tables hold them: kebab-case, as in JSON.</summary>
internal static class Words<T>
    where T : struct, Enum
{
    private static readonly FrozenDictionary<T, string> ByValue =
        Enum.GetValues<T>().ToFrozenDictionary(value => value, value => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString()));

    private static readonly FrozenDictionary<string, T> ByWord = ByValue.ToFrozenDictionary(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);

    public static string Of(T value) => ByValue[value];

    public static string? Of(T? value) => value is { } known ? ByValue[known] : null;

    public static T Parse(string word) => ByWord.TryGetValue(word, out var value) ? value : throw new InvalidDataException($"'{word}' is not a {typeof(T).Name}.");

    /// <summary>Null for an empty word.</summary>
    public static T? ParseOptional(string? word) => string.IsNullOrEmpty(word) ? null : Parse(word);
}
