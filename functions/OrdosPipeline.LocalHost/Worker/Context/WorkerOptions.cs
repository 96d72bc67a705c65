namespace Microsoft.Azure.Functions.Worker;

/// <summary>Options of the worker. Nothing asks for capabilities here: there is no host beside the worker to be told of them.</summary>
public class WorkerOptions
{
    /// <summary>What the worker tells the host that it does by itself.</summary>
    public IDictionary<string, string> Capabilities { get; } = new Dictionary<string, string>();
}
