using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace OrdosPipeline.LocalHost.Functions;

/// <summary>A method with a trigger.</summary>
internal sealed class Function
{
    public Function(MethodInfo method, string name)
    {
        Method = method;
        Name = name;
        var triggers = method.GetParameters()
            .Select(p => (Parameter: p, Attribute: p.GetCustomAttribute<TriggerBindingAttribute>()))
            .Where(p => p.Attribute is not null)
            .ToList();
        if (triggers.Count != 1)
            throw new InvalidOperationException($"The function {name} has {triggers.Count} triggers; it needs one.");
        (TriggerParameter, Trigger) = (triggers[0].Parameter, triggers[0].Attribute!);
        Definition = new LocalFunctionDefinition(this);
    }

    public string Name { get; }

    /// <summary>The name under which the real host keeps receipts and schedules.</summary>
    public string Id => $"Host.Functions.{Name}";

    public MethodInfo Method { get; }

    public TriggerBindingAttribute Trigger { get; }

    public ParameterInfo TriggerParameter { get; }

    public FunctionDefinition Definition { get; }

    /// <summary>Checks at start what would otherwise fail at every invocation.</summary>
    public void RequireTriggerType<T>()
    {
        if (TriggerParameter.ParameterType != typeof(T))
            throw new InvalidOperationException(
                $"The function {Name} takes its trigger as {TriggerParameter.ParameterType.Name}; this host gives it as {typeof(T).Name}.");
    }
}
