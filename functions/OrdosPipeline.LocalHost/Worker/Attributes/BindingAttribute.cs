using System.Diagnostics.CodeAnalysis;

namespace Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

[AttributeUsage(AttributeTargets.Method)]
public abstract class BindingAttribute : Attribute
{
    [SuppressMessage("Design", "CA1012", Justification = "Public in the official type.")]
    public BindingAttribute()
    {
    }
}
