using System.CommandLine;
using System.Net.Sockets;
using System.Text;
using OrdosPipeline.Cli;
using OrdosPipeline.Cli.Commands;
using OrdosPipeline.Cli.Output;
using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Stores;

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

var root = new RootCommand("ordos：规划实施监测数据管道 (the pipeline that turns departments' returns into a city's quarterly progress)")
{
    DemoCommand.Create(),
    CheckCommand.Create(),
    SubmitCommand.Create(),
    AssessCommand.Create(),
    StatusCommand.Create(),
    HealthCommand.Create(),
    CloseCommand.Create(),
    TemplateCommand.Create(),
    QueryCommand.Create(),
    ExportCommand.Create(),
    TraceCommand.Create(),
    PlanCommand.Create(),
    RebuildCommand.Create(),
    SweepCommand.Create(),
    ReplayCommand.Create(),
    CompletionsCommand.Create(),
};

var parsed = root.Parse(args.Length == 0 ? ["--help"] : args);
if (parsed.Errors.Count > 0)
{
    foreach (var message in ParseMessages.InBothLanguages(parsed, () => root.Parse(args)))
        Terminal.Error(message);
    foreach (var offered in Suggestions.For(parsed))
        Terminal.Error($"是不是 (did you mean): {offered}");
    Terminal.Error($"用法见 (for usage see): ordos {(parsed.CommandResult.Command == root ? "" : parsed.CommandResult.Command.Name + " ")}--help");
    return ExitCodes.Usage;
}

try
{
    return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
}
catch (UsageException exception)
{
    Terminal.Error(exception.Message);
    return ExitCodes.Usage;
}
catch (RefusedQuestionException exception)
{
    Terminal.Error(exception.Chinese);
    Terminal.Error($"({exception.English})");
    return ExitCodes.Usage;
}
catch (SummaryOvertakenException exception)
{
    Terminal.Error($"{exception.Head.Quarter} 的小结正由另一次操作写入，请稍后再试 (is being written by another run; try again later)。");
    return ExitCodes.Fault;
}
catch (PlanCatalogueException exception)
{
    Terminal.Error(exception.Message);
    return ExitCodes.Fault;
}
catch (OperationCanceledException)
{
    Terminal.Error("已取消 (cancelled)。");
    return ExitCodes.Fault;
}
catch (Exception exception) when (Environment.GetEnvironmentVariable("ORDOS_DEBUG") is null)
{
    // Retries wrap what went wrong, once for each try.
    var cause = exception;
    while ((cause is AggregateException several ? several.InnerExceptions[0] : cause.InnerException) is { } inner)
        cause = inner;
    Terminal.Error(cause is SocketException
        ? $"存储没有响应 (the storage does not answer): {cause.Message}"
        : $"系统故障 (system fault): {cause.GetType().Name}: {cause.Message}");
    Terminal.Error("设置环境变量 ORDOS_DEBUG=1 后重试可看到详情 (set ORDOS_DEBUG=1 for details)。");
    return ExitCodes.Fault;
}
