using OrdosPipeline.Core.Intake;

namespace OrdosPipeline.Core.Answers;

/// <summary>What somebody probably meant who wrote something that there is not.</summary>
public static class Likeness
{
    private const int MostOffered = 3;

    /// <summary>The known words most like what was written, best first; none when nothing is like it.</summary>
    /// <param name="written">As it stands.</param>
    /// <param name="known">Words, or a code and a name with a blank between them.</param>
    public static IEnumerable<string> Nearest(string written, IEnumerable<string> known)
    {
        var text = written.Trim().ToLowerInvariant();
        if (text.Length is 0 or > 60)
            return [];
        var most = Math.Max(1, text.Length / 3);
        return known
            .Select(word => (Word: word, Distance: word.ToLowerInvariant().Split(' ').Append(word.ToLowerInvariant()).Min(part => Distance(text, part, most))))
            .Where(candidate => candidate.Distance <= most)
            .OrderBy(candidate => candidate.Distance)
            .ThenBy(candidate => candidate.Word, StringComparer.Ordinal)
            .Select(candidate => candidate.Word)
            .Take(MostOffered);
    }

    /// <summary>Part of a word is nearer than any slip of the pen, where it is not a single letter.</summary>
    private static int Distance(string text, string word, int most) =>
        text.Length > 1 && word.Contains(text, StringComparison.Ordinal) ? 0 : EditDistance.Between(text, word, most);
}
