using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using OrdosPipeline.Cli.Output;
using OrdosPipeline.Cli.Running;
using OrdosPipeline.Core;
using Spectre.Console;

namespace OrdosPipeline.Cli.Commands;

/// <summary><c>ordos sweep</c>: takes up what events have missed, as the app's timer does.</summary>
internal static class SweepCommand
{
    public static Command Create()
    {
        var command = new Command("sweep", "补办漏掉的报送 (take up submissions that events have missed)");
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var services = await OrdosServices.OnlineAsync(cancellationToken);
            var taken = await services.GetRequiredService<Administration>().SweepAsync(
                CommandLineActor.Of(name: null), services.GetRequiredService<MissedSubmissions>(), cancellationToken);
            foreach (var path in taken)
                Terminal.Line(Markup.Escape(path));
            Terminal.Line($"补办 {taken.Count} 件 (taken up)。");
            return ExitCodes.Done;
        });
        return command;
    }
}
