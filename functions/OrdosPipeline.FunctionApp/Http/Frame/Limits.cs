namespace OrdosPipeline.FunctionApp.Http.Frame;

/// <summary>What the API takes and gives at the most; functions/README.md lists it.</summary>
public sealed record Limits
{
    /// <summary>The host's own limit for the body of a request (learn.microsoft.com/azure/azure-functions/functions-bindings-http-webhook-trigger, Limits).</summary>
    public const long RequestBytes = 104_857_600;

    /// <summary>Rows of a CSV or XLSX file.</summary>
    /// <value>Default 100,000; at most what a sheet holds.</value>
    public int ExportRows { get; init; } = 100_000;
}
