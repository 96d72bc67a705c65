using Microsoft.Extensions.DependencyInjection;
using OrdosPipeline.Core.Answers;
using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Stores;
using OrdosPipeline.Documents.Exports;
using Spectre.Console;

namespace OrdosPipeline.Cli.Output;

/// <summary>What people read: results on standard output, everything else on standard error.</summary>
internal static class Terminal
{
    private static readonly IAnsiConsole ErrorConsole = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });

    /// <summary>Lines in a pipe or a file are not cut at the width of a terminal that is not there.</summary>
    static Terminal()
    {
        if (Console.IsOutputRedirected)
            AnsiConsole.Profile.Width = 400;
        if (Console.IsErrorRedirected)
            ErrorConsole.Profile.Width = 400;
    }

    /// <summary>Where progress is shown: a bar on a terminal, nothing in a pipe.</summary>
    public static IAnsiConsole Progress => ErrorConsole;

    public static void Line(string text = "") => AnsiConsole.MarkupLine(text);

    public static void Error(string text) => ErrorConsole.MarkupLine($"[red]{Markup.Escape(text)}[/]");

    public static void Note(string text) => ErrorConsole.MarkupLine($"[grey]{Markup.Escape(text)}[/]");

    /// <summary>Says why a question found nothing, where that can be told.</summary>
    public static async Task NoteSilenceAsync(IServiceProvider services, TableQuestion question, CancellationToken cancellationToken)
    {
        if (await services.GetRequiredService<Silence>().ExplainAsync(question, cancellationToken) is { } reason)
            Note($"{reason.Chinese}\n{reason.English}");
    }

    public static void Show(Table table)
    {
        AnsiConsole.Write(table.Border(TableBorder.Rounded));
    }

    public static Table Table(string title, params ReadOnlySpan<string> columns)
    {
        var table = new Table { Title = new TableTitle(Markup.Escape(title)) };
        foreach (var column in columns)
            table.AddColumn(Markup.Escape(column));
        return table;
    }

    /// <summary>Shows rows under their headings, times as China's; where there are no rows, the title.</summary>
    public static async Task ShowAsync(string title, TableReading reading, CancellationToken cancellationToken)
    {
        var table = Table(title, [.. reading.Columns]);
        await foreach (var row in reading.Rows.WithCancellation(cancellationToken))
            table.AddRow([.. row.Select(value => Markup.Escape(value is DateTimeOffset instant ? ChinaTime.MinuteOf(instant) : TableExport.ToText(value)))]);
        if (table.Rows.Count == 0)
            Line(Markup.Escape(title));
        else
            Show(table);
    }
}
