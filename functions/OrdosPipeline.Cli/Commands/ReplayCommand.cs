using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using OrdosPipeline.Cli.Output;
using OrdosPipeline.Cli.Running;
using OrdosPipeline.Core;
using OrdosPipeline.Core.Stores;
using Spectre.Console;

namespace OrdosPipeline.Cli.Commands;

/// <summary><c>ordos replay</c>: takes up again what the system has given up.</summary>
internal static class ReplayCommand
{
    public static Command Create()
    {
        var submission = new Argument<string?>("submission") { Description = "报送编号 (submission id)", Arity = ArgumentArity.ZeroOrOne };
        var failed = new Option<bool>("--failed") { Description = "所有失败的报送 (every submission that has failed)" };
        var by = new Option<string?>("--by") { Description = "操作人，缺省为本机用户 (who orders it)", HelpName = "WHO" };
        var command = new Command("replay", "重新处理系统放弃了的报送 (take up again what the system has given up)") { submission, failed, by };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var id = parsed.GetValue(submission);
            if ((id is null) != parsed.GetValue(failed))
                throw new UsageException("请写报送编号，或者用 --failed 处理所有失败的报送 (name a submission, or give --failed)。");
            await using var services = await OrdosServices.OnlineAsync(cancellationToken);
            var entries = await services.GetRequiredService<ISubmissionLedger>().ListAsync(department: null, cancellationToken)
                .Where(entry => id is null ? entry.State == SubmissionState.Failed : entry.Id == id).ToListAsync(cancellationToken);
            if (entries.Count == 0)
            {
                Terminal.Note(id is null ? "没有失败的报送 (nothing has failed)。" : $"台账中没有报送 {id} (there is no such submission)。");
                return id is null ? ExitCodes.Done : ExitCodes.Rejected;
            }

            var (administration, replay) = (services.GetRequiredService<Administration>(), services.GetRequiredService<Replay>());
            var faults = 0;
            foreach (var entry in entries)
            {
                try
                {
                    var replayed = await administration.ReplayAsync(CommandLineActor.Of(parsed.GetValue(by)), replay, entry.Department, entry.Id, cancellationToken);
                    Terminal.Line($"{Markup.Escape(entry.Path)}：{entry.State.ToString().ToLowerInvariant()} → {replayed!.After.State.ToString().ToLowerInvariant()}，清除 {replayed.PoisonMessages} 条毒消息。");
                }
                catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
                {
                    // One that fails again does not keep the others; the ledger has its failure.
                    Terminal.Error($"{entry.Path}: {exception.GetType().Name}: {exception.Message}");
                    faults++;
                }
            }

            return faults == 0 ? ExitCodes.Done : ExitCodes.Fault;
        });
        return command;
    }
}
