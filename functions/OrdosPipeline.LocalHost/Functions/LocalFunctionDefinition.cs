using System.Collections.Immutable;
using Microsoft.Azure.Functions.Worker;

namespace OrdosPipeline.LocalHost.Functions;

internal sealed class LocalFunctionDefinition(Function function) : FunctionDefinition
{
    public override ImmutableArray<FunctionParameter> Parameters { get; } =
        [.. function.Method.GetParameters().Select(p => new FunctionParameter(
            p.Name!, p.ParameterType, p.HasDefaultValue, p.HasDefaultValue ? p.DefaultValue : null))];

    public override string PathToAssembly { get; } = function.Method.Module.FullyQualifiedName;

    public override string EntryPoint { get; } = $"{function.Method.DeclaringType!.FullName}.{function.Method.Name}";

    public override string Id => function.Id;

    public override string Name => function.Name;

    public override IImmutableDictionary<string, BindingMetadata> InputBindings { get; } =
        ImmutableDictionary<string, BindingMetadata>.Empty.Add(function.TriggerParameter.Name!, new TriggerMetadata(function));

    public override IImmutableDictionary<string, BindingMetadata> OutputBindings { get; } =
        ImmutableDictionary<string, BindingMetadata>.Empty;

    private sealed class TriggerMetadata(Function function) : BindingMetadata
    {
        public override string Name { get; } = function.TriggerParameter.Name!;

        // The attribute's name in the spelling of function.json: blobTrigger, timerTrigger, httpTrigger.
        public override string Type { get; } = function.Trigger switch
        {
            BlobTriggerAttribute => "blobTrigger",
            TimerTriggerAttribute => "timerTrigger",
            HttpTriggerAttribute => "httpTrigger",
            var other => other.GetType().Name,
        };

        public override BindingDirection Direction => BindingDirection.In;
    }
}
