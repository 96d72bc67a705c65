using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using OrdosPipeline.Cli.Output;
using OrdosPipeline.Cli.Running;
using OrdosPipeline.Core;
using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Reporting;
using OrdosPipeline.Core.Validation;

namespace OrdosPipeline.Cli.Commands;

/// <summary><c>ordos check</c>: a dry run, without storage unless it is to be held against what was reported before.</summary>
internal static class CheckCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("file") { Description = "要校验的文件 (the file to check)" };
        var department = CommonOptions.Department();
        var plan = CommonOptions.Plan();
        var asOf = CommonOptions.AsOf();
        var format = CommonOptions.Format("table", "json");
        var language = CommonOptions.Language();
        var output = new Option<string?>("--out") { Description = "另存带标注的工作簿 (write the marked workbook)", HelpName = "FEEDBACK.xlsx" };
        var explain = new Option<bool>("--explain") { Description = "说明读懂了什么、为什么 (tell what was understood, and why)" };
        var history = new Option<bool>("--with-history") { Description = "连接存储，与本部门以前报送的数据比较，结果与正式报送相同 (connect to the storage and compare with what was reported before, as a submission would be)" };
        var command = new Command("check", "校验一个文件，不需要存储 (check a file; needs no storage)") { file, department, plan, asOf, format, language, output, explain, history };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var path = parsed.GetRequiredValue(file);
            if (!File.Exists(path))
                throw new UsageException($"没有文件 {path} (there is no such file)。");
            var withHistory = parsed.GetValue(history);
            await using var services = withHistory ? await OrdosServices.OnlineAsync(cancellationToken) : OrdosServices.Offline();
            var chosen = CommonOptions.Find(services.GetRequiredService<PlanLibrary>(), parsed.GetValue(plan));
            await using var content = File.OpenRead(path);
            var result = await services.GetRequiredService<DryRun>().CheckAsync(
                content, Path.GetFileName(path), parsed.GetRequiredValue(department), chosen, parsed.GetValue(asOf),
                withHistory ? services.GetRequiredService<SubmissionPipeline>() : null, cancellationToken);

            if (parsed.GetValue(output) is { } feedback)
            {
                await using var target = File.Create(feedback);
                content.Position = 0;
                services.GetRequiredService<IFeedbackWriter>().Write(new CheckedFile(result.Submission, result.Explanation), content, target, cancellationToken);
            }

            if (parsed.GetRequiredValue(format) == "json")
            {
                await using var standardOutput = Console.OpenStandardOutput();
                CheckJson.Write(standardOutput, result.FileName, result.Submission, result.Plan, parsed.GetValue(explain) ? result.Explanation : null);
                standardOutput.WriteByte((byte)'\n');
            }
            else
            {
                if (parsed.GetValue(explain))
                    ExplanationLines.Show(result.Explanation, parsed.GetRequiredValue(language));
                FindingTable.Show(result.Submission, parsed.GetRequiredValue(language));
            }

            return result.Submission.Verdict == Verdict.Rejected ? ExitCodes.Rejected : ExitCodes.Done;
        });
        return command;
    }
}
