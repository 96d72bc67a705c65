using Microsoft.AspNetCore.Http;

namespace OrdosPipeline.LocalHost.Invocation;

/// <summary>What a trigger hands to a function.</summary>
internal sealed record TriggerInput(object Value)
{
    /// <summary>Values that parameters bind to by name.</summary>
    public IReadOnlyDictionary<string, object?> BindingData { get; init; } = new Dictionary<string, object?>();

    /// <summary>0 on the first try.</summary>
    public int RetryCount { get; init; }

    public int MaxRetryCount { get; init; }

    public HttpContext? HttpContext { get; init; }
}
