using System.Text.RegularExpressions;
using OrdosPipeline.Core.Stores;

namespace OrdosPipeline.Storage.Queries;

internal enum ODataTokenKind
{
    Open,
    Close,
    Word,
    Text,
    Instant,
    Number,
    End,
}

/// <param name="Kind">What it is.</param>
/// <param name="Text">As written; of a text or an instant without its quotes.</param>
/// <param name="Position">1-based place in the filter.</param>
internal readonly partial record struct ODataToken(ODataTokenKind Kind, string Text, int Position)
{
    /// <summary>The tokens of a filter, the last of which is the end.</summary>
    /// <exception cref="RefusedQuestionException">Something is no token.</exception>
    public static List<ODataToken> Split(string filter)
    {
        var tokens = new List<ODataToken>();
        for (var at = 0; at < filter.Length;)
        {
            var match = Pattern().Match(filter, at);
            if (!match.Success || match.Index != at)
            {
                throw new RefusedQuestionException(
                    $"$filter 第 {at + 1} 个字符“{filter[at]}”无法识别。文字要用单引号括起来，其中的单引号写两个。",
                    $"$filter: '{filter[at]}' at character {at + 1} cannot be read. Text stands in single quotes, a quote in it is doubled.",
                    "$filter");
            }

            at += match.Length;
            if (match.Groups["blank"].Success)
                continue;
            tokens.Add(Of(match));
        }

        tokens.Add(new ODataToken(ODataTokenKind.End, "", filter.Length + 1));
        return tokens;
    }

    private static ODataToken Of(Match match)
    {
        var position = match.Index + 1;
        if (match.Groups["instant"] is { Success: true } instant)
            return new(ODataTokenKind.Instant, instant.Value, position);
        if (match.Groups["text"] is { Success: true } text)
            return new(ODataTokenKind.Text, text.Value.Replace("''", "'", StringComparison.Ordinal), position);
        if (match.Groups["number"].Success)
            return new(ODataTokenKind.Number, match.Value, position);
        return new(match.Value switch { "(" => ODataTokenKind.Open, ")" => ODataTokenKind.Close, _ => ODataTokenKind.Word }, match.Value, position);
    }

    [GeneratedRegex(@"(?<blank>\s+)|[()]|datetime'(?<instant>[^']*)'|'(?<text>(?:[^']|'')*)'|(?<number>-?[0-9]+(?:\.[0-9]+)?L?)(?![A-Za-z0-9.])|[A-Za-z][A-Za-z0-9]*(?!['A-Za-z0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
