using System.Reflection;
using Azure.Monitor.OpenTelemetry.Exporter;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Logs;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using OrdosPipeline.Core;

namespace OrdosPipeline.FunctionApp.Telemetry;

/// <summary>
/// Sends spans, figures and log lines of the app to Application Insights, to an OTLP receiver, to both or, by default,
/// nowhere. See OBSERVABILITY.md, and for why the host keeps its own telemetry, DECISIONS.md.
/// </summary>
internal static class TelemetryRegistration
{
    public static void AddTelemetry(this FunctionsApplicationBuilder builder)
    {
        var configuration = builder.Configuration;
        var settings = TelemetrySettings.Read(name => configuration[name]);
        // Spans are made also where none is sent: log lines take from them which submission they are about.
        var telemetry = builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService(
                configuration["OTEL_SERVICE_NAME"] ?? configuration["WEBSITE_SITE_NAME"] ?? "ordos-pipeline",
                serviceVersion: typeof(TelemetryRegistration).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion,
                serviceInstanceId: configuration["WEBSITE_INSTANCE_ID"] ?? Environment.MachineName))
            .WithTracing(tracing => tracing.AddSource(PipelineSpans.SourceName));
        // A submission makes a hundred of them and more, which cost what they weigh.
        if (configuration["Telemetry:StorageCalls"] == "true")
            telemetry.WithTracing(tracing => tracing.AddSource("Azure.*"));
        if (settings.IsSent)
            builder.Send(telemetry, settings);

        // After the exporters, one of which brings a sampler. Every trace is kept, whatever the caller would leave out: there
        // are few, and a missing one is the one that is looked for.
        if (configuration["OTEL_TRACES_SAMPLER"] is null)
            telemetry.WithTracing(tracing => tracing.SetSampler(new AlwaysOnSampler()));
    }

    private static void Send(this FunctionsApplicationBuilder builder, OpenTelemetryBuilder telemetry, TelemetrySettings settings)
    {
        telemetry.WithMetrics(metrics => metrics.AddMeter(PipelineMetrics.MeterName)).WithLogging();
        builder.Services.Configure<OpenTelemetryLoggerOptions>(logs => (logs.IncludeScopes, logs.IncludeFormattedMessage) = (true, true));
        builder.Services.AddHostedService<BacklogMeasurement>();
        if (settings.HasOtlp)
            telemetry.UseOtlpExporter();
        if (settings.ApplicationInsights is not null)
        {
            telemetry
                .WithTracing(tracing => tracing.AddAzureMonitorTraceExporter(Azure))
                .WithMetrics(metrics => metrics.AddAzureMonitorMetricExporter(Azure))
                .WithLogging(logs => logs.AddAzureMonitorLogExporter(Azure));
            // Tells the host to leave the app's log lines to the app, which sends them with all their properties; else each would be there twice.
            builder.Services.Configure<WorkerOptions>(worker => worker.Capabilities["WorkerApplicationInsightsLoggingEnabled"] = bool.TrueString);
        }

        void Azure(AzureMonitorExporterOptions options)
        {
            (options.ConnectionString, options.Credential) = (settings.ApplicationInsights, settings.Credential);
            (options.TracesPerSecond, options.SamplingRatio, options.EnableTraceBasedLogsSampler) = (null, 1, false);
            // Requests, machine and live figures are the host's.
            (options.EnableStandardMetrics, options.EnablePerformanceCounters, options.EnableLiveMetrics) = (false, false, false);
        }
    }
}
