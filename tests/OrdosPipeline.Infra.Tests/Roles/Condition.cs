using System.Text.RegularExpressions;

namespace OrdosPipeline.Infra.Tests.Roles;

/// <summary>What somebody wants to do, as conditions of role assignments see it.</summary>
/// <param name="Action">The data action.</param>
/// <param name="Attributes">By name as in <c>@Resource[…]</c> and <c>@Request[…]</c>; a comparison with one that is absent is false.</param>
/// <param name="SubOperation">Such as <c>Blob.List</c>; null for none.</param>
internal sealed record DataRequest(string Action, IReadOnlyDictionary<string, string> Attributes, string? SubOperation = null);

/// <summary>
/// Decides conditions of role assignments as learn.microsoft.com/azure/role-based-access-control/conditions-format defines
/// them, as far as the templates use them: <c>AND</c> before <c>OR</c>, <c>!</c> and <c>NOT</c>, <c>ActionMatches</c>,
/// <c>SubOperationMatches</c>, <c>StringEquals</c>, <c>StringLike</c> with <c>*</c> and <c>?</c>, <c>StringStartsWith</c>.
/// Comparisons know case.
/// </summary>
internal sealed partial class Condition
{
    private readonly List<string> tokens;
    private readonly DataRequest request;
    private int position;

    private Condition(string text, DataRequest request)
    {
        (tokens, this.request) = ([.. Token().Matches(text).Select(match => match.Value)], request);
        var between = Token().Replace(text, "").Trim();
        if (between.Length > 0)
            throw new FormatException($"The condition holds '{between}', which is none of its parts: {text}");
    }

    /// <exception cref="FormatException">The condition is none.</exception>
    public static bool Allows(string condition, DataRequest request)
    {
        var parser = new Condition(condition, request);
        var allowed = parser.Or();
        return parser.position == parser.tokens.Count ? allowed : throw new FormatException($"The condition goes on after its end: {condition}");
    }

    private bool Or()
    {
        var value = And();
        while (Take("OR"))
            value |= And();
        return value;
    }

    private bool And()
    {
        var value = Unary();
        while (Take("AND"))
            value &= Unary();
        return value;
    }

    private bool Unary()
    {
        if (Take("!") || Take("NOT"))
            return !Unary();
        if (Take("("))
        {
            var value = Or();
            Expect(")");
            return value;
        }

        var token = Next();
        if (token is "ActionMatches" or "SubOperationMatches")
        {
            Expect("{");
            var wanted = Quoted();
            Expect("}");
            return token == "ActionMatches" ? string.Equals(wanted, request.Action, StringComparison.OrdinalIgnoreCase) : wanted == request.SubOperation;
        }

        if (!token.StartsWith('@'))
            throw new FormatException($"'{token}' is no expression.");
        var actual = request.Attributes.GetValueOrDefault(token);
        var comparison = Next();
        var text = Quoted();
        return actual is not null && comparison switch
        {
            "StringEquals" => actual == text,
            "StringLike" => Regex.IsMatch(actual, $"^{Regex.Escape(text).Replace("\\*", ".*", StringComparison.Ordinal).Replace("\\?", ".", StringComparison.Ordinal)}$", RegexOptions.Singleline),
            "StringStartsWith" => actual.StartsWith(text, StringComparison.Ordinal),
            _ => throw new FormatException($"'{comparison}' is no comparison."),
        };
    }

    private string Quoted() => Next() is ['\'', .. var text, '\''] ? text : throw new FormatException("A text in quotes is missing.");

    private string Next() => position < tokens.Count ? tokens[position++] : throw new FormatException("The condition ends too early.");

    private bool Take(string token)
    {
        if (position >= tokens.Count || tokens[position] != token)
            return false;
        position++;
        return true;
    }

    private void Expect(string token)
    {
        if (!Take(token))
            throw new FormatException($"'{token}' is missing.");
    }

    [GeneratedRegex(@"'[^']*'|@\w+\[[^\]]+\]|\w+|[(){}!]")]
    private static partial Regex Token();
}
