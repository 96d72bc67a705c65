using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OrdosPipeline.LocalHost.Hosting;
using OrdosPipeline.LocalHost.Invocation;

namespace Microsoft.Azure.Functions.Worker.Builder;

/// <summary>Builds a host that listens for the triggers of the program's functions and runs them in this process.</summary>
public class FunctionsApplicationBuilder : IHostApplicationBuilder, IFunctionsWorkerApplicationBuilder
{
    private readonly WebApplicationBuilder builder;
    private readonly IReadOnlyList<Type>? functionTypes;
    private readonly InvocationPipeline pipeline = new();

    /// <param name="args">Command line settings, such as <c>--urls</c>.</param>
    /// <param name="functionTypes">The classes to look for functions in; null for all of the program's.</param>
    /// <param name="baseDirectory">Where <c>host.json</c> is.</param>
    internal FunctionsApplicationBuilder(string[] args, IReadOnlyList<Type>? functionTypes, string baseDirectory)
    {
        this.functionTypes = functionTypes;
        builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = args,
            ContentRootPath = baseDirectory,
            ApplicationName = Assembly.GetEntryAssembly()?.GetName().Name,
            EnvironmentName = System.Environment.GetEnvironmentVariable("AZURE_FUNCTIONS_ENVIRONMENT"),
        });
        builder.AddHostFiles(baseDirectory);
    }

    public IDictionary<object, object> Properties => ((IHostApplicationBuilder)builder).Properties;

    public ConfigurationManager Configuration => builder.Configuration;

    public IHostEnvironment Environment => builder.Environment;

    public ILoggingBuilder Logging => builder.Logging;

    public IMetricsBuilder Metrics => builder.Metrics;

    public IServiceCollection Services => builder.Services;

    IConfigurationManager IHostApplicationBuilder.Configuration => Configuration;

    internal bool ServesHttp { get; set; }

    public IHost Build() => LocalHostFactory.Build(builder, functionTypes, pipeline, ServesHttp);

    public void ConfigureContainer<TContainerBuilder>(
        IServiceProviderFactory<TContainerBuilder> factory, Action<TContainerBuilder>? configure = null)
        where TContainerBuilder : notnull
        => ((IHostApplicationBuilder)builder).ConfigureContainer(factory, configure);

    public IFunctionsWorkerApplicationBuilder Use(Func<FunctionExecutionDelegate, FunctionExecutionDelegate> middleware)
    {
        pipeline.Add(middleware);
        return this;
    }
}
