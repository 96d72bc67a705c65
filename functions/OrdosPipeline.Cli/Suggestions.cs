using System.CommandLine;
using OrdosPipeline.Core.Answers;

namespace OrdosPipeline.Cli;

/// <summary>What somebody probably meant who wrote a command or an option that there is not.</summary>
internal static class Suggestions
{
    /// <summary>For each word that could not be understood, the nearest of what could stand there.</summary>
    public static IEnumerable<string> For(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        var known = command.Subcommands.Select(subcommand => subcommand.Name).Concat(command.Options.Select(option => option.Name)).ToList();
        return parsed.UnmatchedTokens.SelectMany(token => Likeness.Nearest(token, known)).Distinct();
    }
}
