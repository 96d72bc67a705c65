using System.CommandLine;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using OrdosPipeline.Cli.Output;
using OrdosPipeline.Cli.Running;
using OrdosPipeline.Core.Health;
using OrdosPipeline.Documents.Exports;
using Spectre.Console;

namespace OrdosPipeline.Cli.Commands;

/// <summary><c>ordos health</c>: how each part of the system is, as <c>/api/health</c> says it, seen from here and also where the app does not answer.</summary>
internal static class HealthCommand
{
    public static Command Create()
    {
        var format = CommonOptions.Format("table", "json");
        var command = new Command("health", "系统是否正常，哪里不正常、怎么办 (what is wrong, and what to do)") { format };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var services = OrdosServices.Unprepared();
            var report = await services.GetRequiredService<SystemHealth>().ReportAsync(cancellationToken);
            if (parsed.GetValue(format) == "json")
                Console.WriteLine(JsonSerializer.Serialize(HealthAnswer.Of(report), RecordJson.Options));
            else
                Show(report);
            return report.Status switch
            {
                HealthStatus.Ok => ExitCodes.Done,
                HealthStatus.Degraded => ExitCodes.Rejected,
                _ => ExitCodes.Fault,
            };
        });
        return command;
    }

    private static void Show(HealthReport report)
    {
        var table = Terminal.Table("系统状态", "部分", "状态", "说明", "怎么办");
        foreach (var component in report.Components)
            table.AddRow(component.Name, Word(component.Status), Markup.Escape(component.Message), Markup.Escape(component.Advice ?? ""));
        Terminal.Show(table);
    }

    private static string Word(HealthStatus status) => status switch
    {
        HealthStatus.Ok => "[green]正常[/]",
        HealthStatus.Degraded => "[yellow]需处理[/]",
        _ => "[red]故障[/]",
    };
}
