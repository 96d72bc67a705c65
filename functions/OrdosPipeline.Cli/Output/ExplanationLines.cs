using OrdosPipeline.Core.Intake;
using OrdosPipeline.Core.Reporting;
using Spectre.Console;

namespace OrdosPipeline.Cli.Output;

/// <summary>What was understood of a file, as people read it.</summary>
internal static class ExplanationLines
{
    public static void Show(FileExplanation explanation, string language)
    {
        foreach (var line in ExplanationText.Lines(explanation, language))
            Terminal.Line(new string(' ', 2 * line.Level) + (line.Level == 0 ? $"[bold]{Markup.Escape(line.Text)}[/]" : Markup.Escape(line.Text)));
        Terminal.Line();
    }
}
