using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using OrdosPipeline.Cli.Output;
using OrdosPipeline.Cli.Running;
using OrdosPipeline.Core.Answers;
using OrdosPipeline.Core.Stores;
using OrdosPipeline.Core.Validation;
using Spectre.Console;

namespace OrdosPipeline.Cli.Commands;

/// <summary><c>ordos submit</c>: drops files as a department would; the function app does the rest.</summary>
internal static class SubmitCommand
{
    public static Command Create()
    {
        var files = new Argument<string[]>("files") { Description = "要报送的文件 (the files to hand in)", Arity = ArgumentArity.OneOrMore };
        var department = CommonOptions.Department();
        var wait = new Option<bool>("--wait") { Description = "等到校验并入库 (wait for the outcome)" };
        var command = new Command("submit", "报送文件 (hand in files)") { files, department, wait };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var paths = parsed.GetRequiredValue(files);
            foreach (var path in paths.Where(path => !File.Exists(path)))
                throw new UsageException($"没有文件 {path} (there is no such file)。");
            await using var services = await OrdosServices.OnlineAsync(cancellationToken);
            // In the folder of no department nobody would look for the answer.
            _ = services.GetRequiredService<Questions>().Department(parsed.GetRequiredValue(department));
            var inbox = services.GetRequiredService<IInbox>();
            var uploads = new List<IncomingVersion>();
            foreach (var path in paths)
            {
                await using var content = File.OpenRead(path);
                var upload = await inbox.UploadAsync($"{parsed.GetRequiredValue(department)}/{Path.GetFileName(path)}", content, Environment.UserName, cancellationToken);
                Terminal.Line($"已放入 incoming/{Markup.Escape(upload.Path)}，报送编号 {BlobNames.SubmissionId(upload.Path, upload.ETag)}");
                uploads.Add(upload);
            }

            if (!parsed.GetValue(wait))
                return ExitCodes.Done;
            var outcomes = await ProgressBar.ShowAsync(
                "校验与入库 (checking and applying)", uploads.Count,
                progress => ActivatorUtilities.CreateInstance<SubmissionWatch>(services).WaitAsync(uploads, progress, cancellationToken));
            SubmissionTable.Show(outcomes);
            return outcomes.Any(entry => entry.State is SubmissionState.Failed) ? ExitCodes.Fault
                : outcomes.Any(entry => entry.Verdict == Verdict.Rejected) ? ExitCodes.Rejected
                : ExitCodes.Done;
        });
        return command;
    }
}
