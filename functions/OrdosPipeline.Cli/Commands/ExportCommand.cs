using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using OrdosPipeline.Cli.Output;
using OrdosPipeline.Cli.Running;
using OrdosPipeline.Core.Stores;
using OrdosPipeline.Documents.Exports;
using OrdosPipeline.Storage;
using Spectre.Console;

namespace OrdosPipeline.Cli.Commands;

/// <summary><c>ordos export</c>: rows of a table as a file, by the filters of <c>query</c>.</summary>
internal static class ExportCommand
{
    public static Command Create()
    {
        var options = new QuestionOptions();
        var file = new Option<string>("--out") { Description = "文件，扩展名决定格式：.xlsx、.csv 或 .json (the file; its extension is the format)", Required = true, HelpName = "FILE" };
        var language = CommonOptions.Language();
        language.Description = "Excel 的语言；CSV 和 JSON 总是英文列名和代码 (language of Excel; CSV and JSON always have names and codes)";
        var command = new Command("export", "导出为 Excel、CSV 或 JSON 文件 (export to a file)");
        options.AddTo(command);
        command.Add(file);
        command.Add(language);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var path = parsed.GetRequiredValue(file);
            var write = Path.GetExtension(path).ToLowerInvariant() switch
            {
                ".xlsx" => (Func<string, TableReading, Stream, CancellationToken, Task>)((table, rows, output, token) =>
                {
                    var shown = parsed.GetRequiredValue(language) == "en" ? rows : TableDefinitions.Of(table).InChinese(rows);
                    return TableExport.WriteXlsxAsync(table, shown.Columns, shown.Rows, output, token);
                }),
                ".csv" => (_, rows, output, token) => TableExport.WriteCsvAsync(rows.Columns, rows.Rows, output, token),
                ".json" => (_, rows, output, token) => TableExport.WriteJsonAsync(rows.Columns, rows.Rows, output, token),
                var other => throw new UsageException($"不能写成“{other}”，请用 .xlsx、.csv 或 .json (the extension must be one of these)。"),
            };
            await using var services = await OrdosServices.OnlineAsync(cancellationToken);
            var (_, question) = options.Read(parsed, services);
            var counted = 0;
            var reading = await services.GetRequiredService<ITableReader>().ReadAllAsync(question, XlsxTables.MostRows - 1, cancellationToken);
            // A file of that name stays as it is until there is another to take its place.
            var partial = $"{path}.partial";
            var output = Create(partial, path);
            try
            {
                await using (output)
                    await write(question.Table, reading with { Rows = reading.Rows.Select(row => (counted++, row).row) }, output, cancellationToken);
                if (counted > 0)
                {
                    Replace(partial, path);
                    Terminal.Line($"已导出 {counted} 行到 {Markup.Escape(path)} (exported)。");
                    return ExitCodes.Done;
                }
            }
            finally
            {
                File.Delete(partial);
            }

            Terminal.Line("没有符合条件的行，没有写文件 (no rows; no file was written)。");
            await Terminal.NoteSilenceAsync(services, question, cancellationToken);
            return ExitCodes.Rejected;
        });
        return command;
    }

    private static FileStream Create(string partial, string path) => Written(path, () => File.Create(partial));

    private static void Replace(string partial, string path) => Written(path, () =>
    {
        File.Move(partial, path, overwrite: true);
        return path;
    });

    private static T Written<T>(string path, Func<T> write)
    {
        try
        {
            return write();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"不能写文件 {path}：请检查文件夹是否存在、文件是否被占用 (the file cannot be written: {fault.Message})。");
        }
    }
}
