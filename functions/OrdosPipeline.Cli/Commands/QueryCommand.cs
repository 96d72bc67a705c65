using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using OrdosPipeline.Cli.Output;
using OrdosPipeline.Cli.Running;
using OrdosPipeline.Core.Stores;
using OrdosPipeline.Documents.Exports;
using OrdosPipeline.Storage;

namespace OrdosPipeline.Cli.Commands;

/// <summary><c>ordos query</c>: rows of a table, by the filters that the HTTP API has.</summary>
internal static class QueryCommand
{
    public static Command Create()
    {
        var options = new QuestionOptions();
        var top = new Option<int>("--top") { Description = "最多行数 (rows at the most)", DefaultValueFactory = _ => 1000 };
        var format = CommonOptions.Format("table", "json", "csv");
        var command = new Command("query", "查询表格 (query the tables)");
        options.AddTo(command);
        command.Add(top);
        command.Add(format);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var services = await OrdosServices.OnlineAsync(cancellationToken);
            var (subject, question) = options.Read(parsed, services);
            if (parsed.GetValue(top) is < 1 and var wrong)
                throw new UsageException($"--top 应为正整数，收到 {wrong} (must be positive)。");
            var most = parsed.GetValue(top);
            // One row more than wanted tells whether there are more.
            var reading = await services.GetRequiredService<ITableReader>().ReadAllAsync(question, most == int.MaxValue ? most : most + 1, cancellationToken);
            var rows = await reading.Rows.ToListAsync(cancellationToken);
            var isCut = rows.Count > most;
            if (isCut)
                rows.RemoveAt(most);
            await using var output = Console.OpenStandardOutput();
            switch (parsed.GetRequiredValue(format))
            {
                case "json":
                    await TableExport.WriteJsonAsync(new TablePage(reading.Columns, rows, Continuation: null), output, cancellationToken);
                    output.WriteByte((byte)'\n');
                    break;
                case "csv":
                    await TableExport.WriteCsvAsync(reading.Columns, rows.ToAsyncEnumerable(), output, cancellationToken);
                    break;
                default:
                    var all = reading.Columns.ToList();
                    var wanted = question.Select.Count > 0 ? all : [.. subject.Columns.Intersect(all)];
                    var places = wanted.Select(column => all.IndexOf(column)).ToList();
                    var shown = TableDefinitions.Of(question.Table).InChinese(
                        new TableReading(wanted, rows.ToAsyncEnumerable().Select(row => (IReadOnlyList<object?>)[.. places.Select(place => row[place])])));
                    await Terminal.ShowAsync($"{subject.Name}：{rows.Count} 行", shown, cancellationToken);
                    break;
            }

            if (isCut)
                Terminal.Note($"只显示前 {most} 行，还有更多；用 --top 增加，或用 ordos export 导出全部 (there are more rows; raise --top, or export all)。");
            if (rows.Count > 0)
                return ExitCodes.Done;
            await Terminal.NoteSilenceAsync(services, question, cancellationToken);
            return ExitCodes.Rejected;
        });
        return command;
    }
}
