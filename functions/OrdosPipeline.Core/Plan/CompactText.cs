using System.Text;

namespace OrdosPipeline.Core.Plan;

/// <summary>The forms in which cell texts are compared.</summary>
internal static class CompactText
{
    /// <summary>NFKC, without blanks, line breaks and invisible characters, in upper case where letters have one.</summary>
    public static string Of(string text)
    {
        var plain = true;
        foreach (var c in text)
        {
            if (c is <= ' ' or >= '\u007f' or (>= 'a' and <= 'z'))
            {
                plain = false;
                break;
            }
        }

        if (plain)
            return text;
        var normal = Normalised(text);
        var builder = new StringBuilder(normal.Length);
        foreach (var c in normal)
        {
            if (!IsBlank(c))
                builder.Append(char.ToUpperInvariant(c));
        }

        return builder.ToString();
    }

    /// <summary>Whether <paramref name="c"/> is a blank or an invisible character such as a byte order mark within the text.</summary>
    public static bool IsBlank(char c) => char.IsWhiteSpace(c) || IsInvisible(c);

    /// <summary>Without the characters of no width that come along when a text is copied from a web page.</summary>
    public static string WithoutInvisible(string text)
    {
        foreach (var c in text)
        {
            if (IsInvisible(c))
                return string.Concat(text.Where(shown => !IsInvisible(shown)));
        }

        return text;
    }

    private static bool IsInvisible(char c) => c is '\u200b' or '\u200c' or '\u200d' or '\u2060' or '\ufeff' or '\u00ad';

    /// <summary>Full-width forms become ASCII and ideographic blanks become blanks; nothing else changes, so that a footnote mark such as ① never becomes a digit.</summary>
    public static string HalfWidth(string text)
    {
        if (Ascii.IsValid(text))
            return text;
        return string.Create(text.Length, text, static (span, source) =>
        {
            for (var index = 0; index < span.Length; index++)
            {
                span[index] = source[index] switch
                {
                    >= '\uff01' and <= '\uff5e' => (char)(source[index] - 0xfee0),
                    '\u3000' or '\u00a0' or '\u2009' or '\u202f' or '\u2002' or '\u2003' => ' ',
                    '\ufe6a' => '%',
                    '\u2212' or '\u2012' or '\u2013' or '\ufe63' => '-',
                    '\ufe62' => '+',
                    var c => c,
                };
            }
        });
    }

    // A lone half of a surrogate pair and the character that never is one are not Unicode text: normalising them throws.
    private static string Normalised(string text)
    {
        try
        {
            return text.Normalize(NormalizationForm.FormKC);
        }
        catch (ArgumentException)
        {
            return string.Concat(text.Where(c => !char.IsSurrogate(c) && c != '\ufffe')).Normalize(NormalizationForm.FormKC);
        }
    }
}
