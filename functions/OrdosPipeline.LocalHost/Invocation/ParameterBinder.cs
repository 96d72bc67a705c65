using System.ComponentModel;
using Microsoft.Azure.Functions.Worker;

namespace OrdosPipeline.LocalHost.Invocation;

/// <summary>Gives each parameter of a function its value: by trigger, by type, else by name from the binding data.</summary>
internal static class ParameterBinder
{
    public static object?[] Bind(LocalFunctionContext context)
        => [.. context.FunctionDefinition.Parameters.Select(parameter => Bind(parameter, context))];

    private static object? Bind(FunctionParameter parameter, LocalFunctionContext context)
    {
        if (parameter.Name == context.Function.TriggerParameter.Name)
            return context.Input.Value;
        if (parameter.Type == typeof(FunctionContext))
            return context;
        if (parameter.Type == typeof(CancellationToken))
            return context.CancellationToken;

        var value = context.BindingContext.BindingData
            .FirstOrDefault(data => data.Key.Equals(parameter.Name, StringComparison.OrdinalIgnoreCase)).Value;
        if (value is not null)
            return Convert(value, parameter);
        if (parameter.HasDefaultValue)
            return parameter.DefaultValue;
        return parameter.IsReferenceOrNullableType
            ? null
            : throw new InvalidOperationException($"Nothing binds to the parameter \"{parameter.Name}\" of {context.Function.Name}.");
    }

    private static object? Convert(object value, FunctionParameter parameter)
    {
        if (parameter.Type.IsInstanceOfType(value))
            return value;
        try
        {
            return TypeDescriptor.GetConverter(parameter.Type).ConvertFromInvariantString(value.ToString()!);
        }
        catch (Exception fault) when (fault is NotSupportedException or ArgumentException or FormatException)
        {
            throw new InvalidOperationException(
                $"\"{value}\" cannot be given to the parameter \"{parameter.Name}\" of type {parameter.Type.Name}.", fault);
        }
    }
}
