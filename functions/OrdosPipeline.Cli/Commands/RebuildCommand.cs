using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using OrdosPipeline.Cli.Output;
using OrdosPipeline.Cli.Running;
using OrdosPipeline.Core;
using Spectre.Console;

namespace OrdosPipeline.Cli.Commands;

/// <summary><c>ordos rebuild</c>: makes every table again from the record and the catalogue.</summary>
internal static class RebuildCommand
{
    public static Command Create()
    {
        var command = new Command("rebuild", "由档案和规划目录重建全部表格，须先停止函数应用 (make every table again from the record; stop the app first)");
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var services = await OrdosServices.OnlineAsync(cancellationToken);
            var (administration, rebuild) = (services.GetRequiredService<Administration>(), services.GetRequiredService<Rebuild>());
            var counts = Console.IsErrorRedirected
                ? await administration.RebuildAsync(CommandLineActor.Of(name: null), rebuild, _ => { }, cancellationToken)
                : await Terminal.Progress.Status().StartAsync(
                    "重建 (rebuilding)…",
                    context => administration.RebuildAsync(CommandLineActor.Of(name: null), rebuild, done => context.Status(Markup.Escape($"重建 (rebuilding)… {done}")), cancellationToken));
            Terminal.Line($"重建完成：报送 {counts.Submissions} 件，季度小结 {counts.Summaries} 版 (rebuilt).");
            return ExitCodes.Done;
        });
        return command;
    }
}
