using System.Text;
using System.Text.RegularExpressions;

namespace OrdosPipeline.LocalHost.Triggers.Blobs;

/// <summary>A trigger path: a container, and a pattern that a blob's whole name must match.</summary>
/// <remarks>
/// As in the real host, <c>{name}</c> takes any text, also none and also slashes, and an earlier parameter takes as much
/// as it can; <c>{{</c> and <c>}}</c> stand for braces; a container alone takes every blob.
/// </remarks>
internal sealed class BlobPathPattern
{
    private readonly Regex? name;

    private BlobPathPattern(string container, string literalPrefix, Regex? name)
    {
        Container = container;
        LiteralPrefix = literalPrefix;
        this.name = name;
    }

    public string Container { get; }

    /// <summary>What every matching name starts with, for a shorter listing.</summary>
    public string LiteralPrefix { get; }

    /// <exception cref="FormatException">The path has no container, a parameter in the container, or unpaired braces.</exception>
    public static BlobPathPattern Parse(string path)
    {
        var slash = path.IndexOf('/', StringComparison.Ordinal);
        var container = slash < 0 ? path : path[..slash];
        if (container.Length == 0 || container.Contains('{', StringComparison.Ordinal))
            throw new FormatException($"The blob path \"{path}\" does not start with the name of a container.");
        if (slash < 0)
            return new BlobPathPattern(container, "", name: null);

        var regex = new StringBuilder("^");
        string? literalPrefix = null;
        var literal = new StringBuilder();
        var pattern = path[(slash + 1)..];
        for (var index = 0; index < pattern.Length; index++)
        {
            var c = pattern[index];
            if (c is '{' or '}' && index + 1 < pattern.Length && pattern[index + 1] == c)
            {
                literal.Append(c);
                index++;
            }
            else if (c == '{')
            {
                var end = pattern.IndexOf('}', index);
                var parameter = end < 0 ? "" : pattern[(index + 1)..end];
                if (!IsIdentifier(parameter))
                    throw new FormatException($"The blob path \"{path}\" has an opening brace without a parameter.");
                literalPrefix ??= literal.ToString();
                regex.Append(Regex.Escape(literal.ToString())).Append("(?<").Append(parameter).Append(">.*)");
                literal.Clear();
                index = end;
            }
            else if (c == '}')
            {
                throw new FormatException($"The blob path \"{path}\" has a closing brace without an opening one.");
            }
            else
            {
                literal.Append(c);
            }
        }

        regex.Append(Regex.Escape(literal.ToString())).Append('$');
        return new BlobPathPattern(
            container,
            literalPrefix ?? literal.ToString(),
            new Regex(regex.ToString(), RegexOptions.CultureInvariant));
    }

    /// <summary>The values of the parameters, or null when the name does not match.</summary>
    public IReadOnlyDictionary<string, string>? Match(string blobName)
    {
        if (name is null)
            return new Dictionary<string, string>();
        var match = name.Match(blobName);
        if (!match.Success)
            return null;
        return match.Groups.Values.Skip(1).ToDictionary(group => group.Name, group => group.Value, StringComparer.OrdinalIgnoreCase);
    }

    private static bool IsIdentifier(string text)
        => text.Length > 0 && (char.IsLetter(text[0]) || text[0] == '_') && text.All(c => char.IsLetterOrDigit(c) || c == '_');
}
