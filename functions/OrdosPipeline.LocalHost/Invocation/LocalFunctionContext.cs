using System.Diagnostics;
using Microsoft.Azure.Functions.Worker;
using OrdosPipeline.LocalHost.Functions;

namespace OrdosPipeline.LocalHost.Invocation;

internal sealed class LocalFunctionContext : FunctionContext
{
    public LocalFunctionContext(Function function, TriggerInput input, IServiceProvider services, CancellationToken cancellationToken)
    {
        Function = function;
        Input = input;
        InstanceServices = services;
        CancellationToken = cancellationToken;
        BindingContext = new LocalBindingContext(input.BindingData);
        RetryContext = new LocalRetryContext(input.RetryCount, input.MaxRetryCount);
        if (input.HttpContext is not null)
        {
            Items[FunctionContextExtensions.HttpContextKey] = input.HttpContext;
            // Results are sent, and model state is built, with the services that the function had.
            input.HttpContext.RequestServices = services;
        }
    }

    public Function Function { get; }

    public TriggerInput Input { get; }

    /// <summary>What the function returned.</summary>
    public object? Result { get; set; }

    public override string InvocationId { get; } = Guid.NewGuid().ToString();

    public override string FunctionId => Function.Id;

    public override TraceContext TraceContext { get; } = new LocalTraceContext();

    public override BindingContext BindingContext { get; }

    public override RetryContext RetryContext { get; }

    public override IServiceProvider InstanceServices { get; set; }

    public override FunctionDefinition FunctionDefinition => Function.Definition;

    public override IDictionary<object, object> Items { get; set; } = new Dictionary<object, object>();

    public override IInvocationFeatures Features { get; } = new InvocationFeatures();

    public override CancellationToken CancellationToken { get; }

    private sealed class LocalBindingContext(IReadOnlyDictionary<string, object?> data) : BindingContext
    {
        public override IReadOnlyDictionary<string, object?> BindingData => data;
    }

    private sealed class LocalRetryContext(int count, int limit) : RetryContext
    {
        public override int RetryCount => count;

        public override int MaxRetryCount => limit;
    }

    /// <summary>The trace that the caller of an HTTP function has sent. This host, unlike the real one, sends no spans of its own that would stand in between.</summary>
    private sealed class LocalTraceContext : TraceContext
    {
        public override string TraceParent { get; } = Activity.Current?.ParentId ?? "";

        public override string TraceState { get; } = Activity.Current?.TraceStateString ?? "";
    }
}
