namespace OrdosPipeline.FunctionApp.Tests.Support;

/// <summary>The host names the queue of blobs that it has given up, so that no test has one of its own: those that fill or count it run one after another.</summary>
internal static class PoisonQueue
{
    public const string Collection = "Poison queue";
}
