namespace OrdosPipeline.FunctionApp.Tests.Support;

/// <summary>For tests of what an app sends: whoever listens to spans hears those of every app in the process.</summary>
[CollectionDefinition(Collection, DisableParallelization = true)]
public sealed class Alone
{
    public const string Collection = "Alone";
}
