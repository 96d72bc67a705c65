using System.Diagnostics.CodeAnalysis;

namespace Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

[AttributeUsage(AttributeTargets.Parameter)]
public abstract class TriggerBindingAttribute : BindingAttribute
{
    [SuppressMessage("Design", "CA1012", Justification = "Public in the official type.")]
    public TriggerBindingAttribute()
    {
    }
}
