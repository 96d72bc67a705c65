namespace Microsoft.Azure.Functions.Worker;

public class FunctionParameter
{
    public FunctionParameter(string name, Type type)
        : this(name, type, hasDefaultValue: false, defaultValue: null)
    {
    }

    public FunctionParameter(string name, Type type, bool hasDefaultValue, object? defaultValue)
    {
        Name = name;
        Type = type;
        HasDefaultValue = hasDefaultValue;
        DefaultValue = defaultValue;
    }

    public string Name { get; }

    public Type Type { get; }

    public bool HasDefaultValue { get; }

    public object? DefaultValue { get; }

    public bool IsReferenceOrNullableType => !Type.IsValueType || Nullable.GetUnderlyingType(Type) is not null;
}
