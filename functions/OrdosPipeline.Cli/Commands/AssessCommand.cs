using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using OrdosPipeline.Cli.Output;
using OrdosPipeline.Cli.Running;
using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Progress;
using OrdosPipeline.Documents.Reading;

namespace OrdosPipeline.Cli.Commands;

/// <summary><c>ordos assess</c>: judges a plan from a plain table of observations, without storage.</summary>
internal static class AssessCommand
{
    private static readonly string[] Columns = ["indicator", "region", "period", "value"];

    public static Command Create()
    {
        var quarter = new Argument<string>("quarter") { Description = "季度，如 2023Q3 (a quarter)" };
        var observations = new Option<string>("--observations")
        {
            Description = "CSV 文件，列为 indicator,region,period,value (the observations)",
            Required = true,
            HelpName = "FILE.csv",
        };
        var plan = CommonOptions.Plan();
        var format = CommonOptions.Format("table", "json");
        var command = new Command("assess", "用一张观测值表评价，不需要存储 (judge a table of observations; needs no storage)") { quarter, observations, plan, format };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var services = OrdosServices.Offline();
            var plans = services.GetRequiredService<PlanLibrary>();
            var text = parsed.GetRequiredValue(quarter);
            var chosen = CommonOptions.Find(plans, parsed.GetValue(plan))
                ?? (ReportingQuarter.TryParse(text, out var ofQuarter) ? plans.InForce(ofQuarter.Year) : plans.All[^1]);
            if (Read(parsed.GetRequiredValue(observations)) is not { } rows)
                return ExitCodes.Rejected;
            var output = AssessmentInput.Assess(chosen, text, rows, services.GetRequiredService<ProgressSettings>());
            foreach (var remark in output.Remarks)
                Terminal.Note(remark.ToString());
            if (output.Errors.Count > 0)
            {
                foreach (var error in output.Errors)
                    Terminal.Error(error.ToString());

                // The quarter is an argument; everything else that can be wrong stands in the file, which is rejected.
                return output.Errors.Any(error => error.LineNumber is null) ? ExitCodes.Usage : ExitCodes.Rejected;
            }

            if (parsed.GetRequiredValue(format) == "json")
            {
                await using var standardOutput = Console.OpenStandardOutput();
                await standardOutput.WriteAsync(AssessmentJson.Write(output.Assessments), cancellationToken);
                standardOutput.WriteByte((byte)'\n');
            }
            else
            {
                AssessmentTable.Show(chosen, output.Assessments);
            }

            return ExitCodes.Done;
        });
        return command;
    }

    /// <summary>The rows of the file, or null once the user has been told that it is no such table.</summary>
    /// <exception cref="UsageException">There is no such file.</exception>
    private static List<AssessmentRow>? Read(string path)
    {
        if (!File.Exists(path))
            throw new UsageException($"没有文件 {path} (there is no such file)。");
        CsvFile csv;
        try
        {
            csv = CsvFile.Load(path);
        }
        catch (CsvFileException exception)
        {
            Terminal.Error($"{path}: {exception.Message}");
            return null;
        }

        var indexes = Columns.Select(column => csv.Header.ToList().FindIndex(name => name.Trim().Equals(column, StringComparison.OrdinalIgnoreCase))).ToArray();
        if (indexes[0] < 0 || indexes[2] < 0 || indexes[3] < 0)
        {
            Terminal.Error($"{path} 的表头应有 {string.Join(",", Columns)} (these columns are expected)。");
            return null;
        }

        // A spreadsheet leaves rows of nothing but commas below a table.
        return [.. csv.Records
            .Where(record => record.Fields.Any(field => !string.IsNullOrWhiteSpace(field)))
            .Select(record => new AssessmentRow(record.LineNumber, Field(record, 0), Field(record, 1), Field(record, 2), Field(record, 3)))];

        string Field(CsvFileRecord record, int column) => indexes[column] >= 0 && indexes[column] < record.Fields.Count ? record.Fields[indexes[column]] : "";
    }
}
