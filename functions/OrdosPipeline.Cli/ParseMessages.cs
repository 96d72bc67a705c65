using System.CommandLine;
using System.Globalization;
using System.Text.RegularExpressions;

namespace OrdosPipeline.Cli;

/// <summary>What is wrong with a command line, in Chinese and English.</summary>
internal static partial class ParseMessages
{
    /// <param name="english">What was parsed, in the language of the program.</param>
    /// <param name="again">Parses the same once more: errors are worded in the language of the moment.</param>
    public static IEnumerable<string> InBothLanguages(ParseResult english, Func<ParseResult> again)
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("zh-Hans");
        var chinese = again();
        CultureInfo.CurrentUICulture = before;
        return chinese.Errors.Zip(english.Errors, (first, second) => InBothLanguages(first.Message, second.Message));
    }

    private static string InBothLanguages(string chinese, string english)
    {
        // The parser has no Chinese for this one.
        if (chinese == english)
            chinese = Required().Replace(english, "缺少必需的选项“$1”。");
        // What may stand there instead is listed once.
        var lines = chinese.Split('\n');
        return string.Join('\n', [$"{lines[0].TrimEnd()} ({english.Split('\n')[0].TrimEnd()})", .. lines.Skip(1)]);
    }

    [GeneratedRegex("^Option '(.+)' is required\\.$", RegexOptions.CultureInvariant)]
    private static partial Regex Required();
}
