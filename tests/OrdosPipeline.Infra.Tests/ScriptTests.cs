using System.Diagnostics;
using System.Management.Automation.Language;
using System.Text.Json;
using System.Text.RegularExpressions;
using OrdosPipeline.Infra.Tests.Bicep;
using OrdosPipeline.Testing;
using YamlDotNet.RepresentationModel;

namespace OrdosPipeline.Infra.Tests;

/// <summary>Scripts, pipelines and settings files are at least well-formed, and agree with the templates.</summary>
public sealed partial class ScriptTests
{
    private static readonly string Infra = Checkout.PathOf("infra");

    public static TheoryData<string> ShellScripts => [.. Directory.EnumerateFiles(Infra, "*.sh").Select(file => Path.GetFileName(file)!).Order(StringComparer.Ordinal)];

    public static TheoryData<string> YamlFiles =>
        [.. Directory.EnumerateFiles(Infra, "*.y*ml", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(Infra, file).Replace(Path.DirectorySeparatorChar, '/')).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(ShellScripts))]
    public void A_shell_script_parses_stops_at_errors_and_can_be_started(string script)
    {
        var path = Path.Combine(Infra, script);
        Assert.StartsWith("#!/usr/bin/env bash\n# ", File.ReadAllText(path), StringComparison.Ordinal);
        Assert.Contains("\nset -euo pipefail\n", File.ReadAllText(path), StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows())
            Assert.True(File.GetUnixFileMode(path).HasFlag(UnixFileMode.UserExecute), $"{script} is not executable.");
        using var bash = Process.Start(new ProcessStartInfo("bash", ["-n", path]) { RedirectStandardError = true })!;
        Assert.Equal("", bash.StandardError.ReadToEnd());
        bash.WaitForExit();
    }

    [Fact]
    public void The_powershell_script_parses_and_takes_what_the_shell_script_takes()
    {
        var script = Parser.ParseFile(Path.Combine(Infra, "deploy.ps1"), out _, out var errors);
        Assert.Empty(errors);
        var names = script.ParamBlock.Parameters.Select(parameter => parameter.Name.VariablePath.UserPath.ToUpperInvariant()).Order(StringComparer.Ordinal);
        var options = Option().Matches(File.ReadAllText(Path.Combine(Infra, "deploy.sh"))).Select(match => match.Groups[1].Value)
            .Where(option => option != "help").Select(option => option.Replace("-", "", StringComparison.Ordinal).ToUpperInvariant()).Order(StringComparer.Ordinal);
        Assert.Equal(options, names);
        // Every deployment file that the one names the other names too.
        foreach (var file in new[] { "events.bicep", "-p:FunctionsWorker=official", "/api/health", "smoke-test", "syncfunctiontriggers", "app-package" })
        {
            Assert.Contains(file, script.Extent.Text, StringComparison.Ordinal);
            Assert.Contains(file, File.ReadAllText(Path.Combine(Infra, "deploy.sh")) + File.ReadAllText(Path.Combine(Infra, "events.sh")), StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(YamlFiles))]
    public void A_yaml_file_parses_and_the_files_that_it_names_exist(string file)
    {
        var text = File.ReadAllText(Path.Combine([Infra, .. file.Split('/')]));
        var yaml = new YamlStream();
        yaml.Load(new StringReader(text));
        Assert.NotEmpty(yaml.Documents);
        foreach (Match named in RepositoryFile().Matches(text))
            Assert.True(File.Exists(Checkout.PathOf(named.Value.Split('/'))) || Directory.Exists(Checkout.PathOf(named.Value.Split('/'))), $"{file} names {named.Value}.");
    }

    [Theory]
    [InlineData("pipelines/github-actions.yml")]
    [InlineData("pipelines/azure-devops.yml")]
    public void A_pipeline_tests_before_it_deploys_and_has_no_secret(string file)
    {
        var text = File.ReadAllText(Path.Combine([Infra, .. file.Split('/')]));
        Assert.InRange(text.IndexOf(".ci/run", StringComparison.Ordinal), 0, text.IndexOf("infra/deploy.sh", StringComparison.Ordinal));
        Assert.Contains("-p:FunctionsWorker=official", text, StringComparison.Ordinal);
        Assert.DoesNotContain("secrets.", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_outputs_that_the_scripts_read_are_those_of_the_template()
    {
        using var template = JsonDocument.Parse(BicepCompiler.Build(Path.Combine(Infra, "main.bicep")).Template);
        var outputs = template.RootElement.GetProperty("outputs").EnumerateObject().Select(output => output.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(Infra, "*.sh").Append(Path.Combine(Infra, "deploy.ps1")))
        {
            foreach (Match output in ReadOutput().Matches(File.ReadAllText(file)))
                Assert.Contains(output.Groups[1].Value, outputs);
        }

        var azd = File.ReadAllText(Path.Combine(Infra, "azure.yaml"));
        foreach (var output in new[] { "appName", "topicName", "storageAccountName" })
        {
            Assert.Contains(output, outputs);
            Assert.Contains($"${output}", azd, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_parameters_for_azd_are_those_that_the_template_asks_for()
    {
        using var template = JsonDocument.Parse(BicepCompiler.Build(Path.Combine(Infra, "main.bicep")).Template);
        using var file = JsonDocument.Parse(File.ReadAllText(Path.Combine(Infra, "main.parameters.json")));
        var given = file.RootElement.GetProperty("parameters").EnumerateObject().Select(parameter => parameter.Name).ToHashSet(StringComparer.Ordinal);
        var known = template.RootElement.GetProperty("parameters").EnumerateObject().ToList();
        Assert.Empty(given.Except(known.Select(parameter => parameter.Name)));
        Assert.Empty(known.Where(parameter => !parameter.Value.TryGetProperty("defaultValue", out _)).Select(parameter => parameter.Name).Except(given));
    }

    [Fact]
    public void The_settings_for_core_tools_are_those_of_the_app()
    {
        using var file = JsonDocument.Parse(File.ReadAllText(Path.Combine(Infra, "local.settings.example.json")));
        var values = file.RootElement.GetProperty("Values");
        Assert.False(file.RootElement.GetProperty("IsEncrypted").GetBoolean());
        Assert.Equal("dotnet-isolated", values.GetProperty("FUNCTIONS_WORKER_RUNTIME").GetString());
        Assert.Equal("UseDevelopmentStorage=true", values.GetProperty("Storage").GetString());
        Assert.Equal(values.GetProperty("Storage").GetString(), values.GetProperty("AzureWebJobsStorage").GetString());
        var documented = File.ReadAllText(Checkout.PathOf("functions", "README.md"));
        foreach (var setting in values.EnumerateObject().Where(setting => setting.Name != "FUNCTIONS_WORKER_RUNTIME"))
            Assert.Contains($"`{setting.Name.Replace("__", ":", StringComparison.Ordinal).Replace(":local:", ":{name}:", StringComparison.Ordinal)}`", documented, StringComparison.Ordinal);
    }

    [Fact]
    public void The_documents_name_only_files_that_exist()
    {
        foreach (var document in new[] { "README.md", "RUNBOOK.md", "COST.md" })
        {
            foreach (Match link in Link().Matches(File.ReadAllText(Path.Combine(Infra, document))))
                Assert.True(File.Exists(Path.Combine(Infra, link.Groups[1].Value)), $"{document} names {link.Groups[1].Value}.");
            foreach (Match script in InfraFile().Matches(File.ReadAllText(Path.Combine(Infra, document))))
                Assert.True(File.Exists(Checkout.PathOf(script.Value.Split('/'))), $"{document} names {script.Value}.");
        }
    }

    [GeneratedRegex(@"^    --([\w-]+)\)", RegexOptions.Multiline)]
    private static partial Regex Option();

    [GeneratedRegex(@"(?<![\w/.])(?:infra|functions|\.ci)/[\w./-]*\w")]
    private static partial Regex RepositoryFile();

    [GeneratedRegex(@"(?:\$\(output |Get-Output )(\w+)")]
    private static partial Regex ReadOutput();

    [GeneratedRegex(@"\]\(([^)#]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"\binfra/[\w.-]+\.(?:sh|ps1|json|bicep|yml)")]
    private static partial Regex InfraFile();
}
