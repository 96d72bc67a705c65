using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using OrdosPipeline.Cli.Output;
using OrdosPipeline.Cli.Running;
using OrdosPipeline.Core.Stores;
using OrdosPipeline.Documents.Exports;
using Spectre.Console;

namespace OrdosPipeline.Cli.Commands;

/// <summary><c>ordos export</c>: rows of a table as a file, by the filters of <c>query</c>.</summary>
internal static class ExportCommand
{
    public static Command Create()
    {
        var options = new QuestionOptions();
        var file = new Option<string>("--out") { Description = "文件，扩展名决定格式：.xlsx、.csv 或 .json (the file; its extension is the format)", Required = true, HelpName = "FILE" };
        var command = new Command("export", "导出为 Excel、CSV 或 JSON 文件 (export to a file)");
        options.AddTo(command);
        command.Add(file);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var path = parsed.GetRequiredValue(file);
            var write = Path.GetExtension(path).ToLowerInvariant() switch
            {
                ".xlsx" => (Func<string, TableReading, Stream, CancellationToken, Task>)((tab, rows, output, token) => TableExport.WriteXlsxAsync(tab, rows.Columns, rows.Rows, output, token)),
                ".csv" => (_, rows, output, token) => TableExport.WriteCsvAsync(rows.Columns, rows.Rows, output, token),
                ".json" => async (_, rows, output, token) =>
                    await TableExport.WriteJsonAsync(new TablePage(rows.Columns, await rows.Rows.ToListAsync(token), Continuation: null), output, token),
                var other => throw new UsageException($"不能写成“{other}”，请用 .xlsx、.csv 或 .json (the extension must be one of these)。"),
            };
            await using var services = await OrdosServices.OnlineAsync(cancellationToken);
            var (subject, question) = options.Read(parsed, services);
            var counted = 0;
            var reading = await services.GetRequiredService<ITableReader>().ReadAllAsync(question, XlsxTables.MostRows - 1, cancellationToken);
            await using (var output = Create(path))
                await write(subject.Table, reading with { Rows = reading.Rows.Select(row => (counted++, row).row) }, output, cancellationToken);
            if (counted > 0)
            {
                Terminal.Line($"已导出 {counted} 行到 {Markup.Escape(path)} (exported)。");
                return ExitCodes.Done;
            }

            File.Delete(path);
            Terminal.Line("没有符合条件的行，没有写文件 (no rows; no file was written)。");
            await Terminal.NoteSilenceAsync(services, question, cancellationToken);
            return ExitCodes.Rejected;
        });
        return command;
    }

    private static FileStream Create(string path)
    {
        try
        {
            return File.Create(path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"不能写文件 {path}：请检查文件夹是否存在、文件是否被占用 (the file cannot be written: {fault.Message})。");
        }
    }
}
