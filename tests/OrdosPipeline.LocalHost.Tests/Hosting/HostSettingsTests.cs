using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using OrdosPipeline.LocalHost.Hosting;

namespace OrdosPipeline.LocalHost.Tests.Hosting;

public sealed class HostSettingsTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("ordos-host-");

    [Fact]
    public void Without_files_the_real_hosts_defaults_hold()
    {
        var settings = Read();

        Assert.Equal(
            new HostSettings
            {
                HostId = "my-app",
                FunctionTimeout = TimeSpan.FromMinutes(30),
                PoisonBlobThreshold = 5,
                MaxDegreeOfParallelism = 8 * Environment.ProcessorCount,
                RoutePrefix = "api",
                PollInterval = TimeSpan.FromSeconds(1),
                IdlePollInterval = TimeSpan.FromSeconds(2),
            },
            settings);
    }

    [Fact]
    public async Task A_host_ends_with_the_process_that_is_named()
    {
        using var parent = Process.Start(new ProcessStartInfo("dotnet", "--version") { RedirectStandardOutput = true })!;
        var lifetime = new ApplicationLifetime(NullLogger<ApplicationLifetime>.Instance);
        using var watch = new ParentWatch(new HostSettings { HostId = "my-app", ParentProcess = parent.Id }, lifetime);
        await watch.StartAsync(CancellationToken.None);
        await watch.ExecuteTask!.WaitAsync(TimeSpan.FromSeconds(30));
        Assert.True(parent.HasExited);
        Assert.True(lifetime.ApplicationStopping.IsCancellationRequested);
    }

    [Fact]
    public async Task A_host_of_which_no_process_is_named_goes_on()
    {
        var lifetime = new ApplicationLifetime(NullLogger<ApplicationLifetime>.Instance);
        using var watch = new ParentWatch(new HostSettings { HostId = "my-app" }, lifetime);
        await watch.StartAsync(CancellationToken.None);
        await watch.ExecuteTask!;
        Assert.False(lifetime.ApplicationStopping.IsCancellationRequested);
    }

    [Fact]
    public void Host_json_and_local_settings_are_read_and_other_settings_override_them()
    {
        Write("host.json", """
            {
              // Comments are allowed.
              "functionTimeout": "00:07:00",
              "extensions": { "blobs": { "maxDegreeOfParallelism": 3, "poisonBlobThreshold": 4 }, "http": { "routePrefix": "v1" } }
            }
            """);
        Write("local.settings.json", """
            {
              "IsEncrypted": false,
              "Values": { "AzureFunctionsWebHost__hostId": "From.File", "LocalHost__PollInterval": "00:00:03" }
            }
            """);

        var settings = Read(("AzureFunctionsJobHost:extensions:blobs:poisonBlobThreshold", "2"));

        Assert.Equal(
            new HostSettings
            {
                HostId = "from-file",
                FunctionTimeout = TimeSpan.FromMinutes(7),
                PoisonBlobThreshold = 2,
                MaxDegreeOfParallelism = 3,
                RoutePrefix = "v1",
                PollInterval = TimeSpan.FromSeconds(3),
                IdlePollInterval = TimeSpan.FromSeconds(6),
            },
            settings);
    }

    [Fact]
    public void A_timeout_of_minus_one_is_none()
        => Assert.Equal(Timeout.InfiniteTimeSpan, Read(("AzureFunctionsJobHost:functionTimeout", "-1")).FunctionTimeout);

    [Fact]
    public void A_threshold_below_one_is_refused()
        => Assert.Throws<ArgumentOutOfRangeException>(() => Read(("AzureFunctionsJobHost:extensions:blobs:poisonBlobThreshold", "0")));

    [Fact]
    public void Log_levels_of_host_json_count()
    {
        Write("host.json", """{ "logging": { "logLevel": { "default": "Warning", "Shown": "Debug" } } }""");
        var builder = Builder();
        builder.Logging.ClearProviders().AddProvider(new Support.LogSink());
        using var app = builder.Build();

        var loggers = (ILoggerFactory)app.Services.GetService(typeof(ILoggerFactory))!;

        Assert.False(loggers.CreateLogger("Other").IsEnabled(LogLevel.Information));
        Assert.True(loggers.CreateLogger("Shown").IsEnabled(LogLevel.Debug));
    }

    public void Dispose() => folder.Delete(recursive: true);

    private HostSettings Read(params (string Key, string Value)[] settings)
    {
        var builder = Builder();
        builder.Configuration.AddInMemoryCollection(settings.ToDictionary(s => s.Key, s => (string?)s.Value));
        return HostSettings.From(builder.Configuration, "My App");
    }

    private WebApplicationBuilder Builder()
    {
        var builder = WebApplication.CreateBuilder();
        builder.AddHostFiles(folder.FullName);
        return builder;
    }

    private void Write(string name, string content) => File.WriteAllText(Path.Combine(folder.FullName, name), content);
}
