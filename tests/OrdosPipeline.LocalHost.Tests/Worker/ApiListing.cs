using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace OrdosPipeline.LocalHost.Tests.Worker;

/// <summary>Writes a public type in the form of <c>functions-worker-api.txt</c>: a line for the type, a line for each member.</summary>
internal static class ApiListing
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(string)] = "string",
        [typeof(int)] = "int",
        [typeof(bool)] = "bool",
        [typeof(object)] = "object",
        [typeof(void)] = "void",
    };

    public static string HeaderOf(Type type)
    {
        var kind = type switch
        {
            { IsEnum: true } => "enum",
            { IsInterface: true } => "interface",
            { IsValueType: true } => "struct",
            _ when typeof(Delegate).IsAssignableFrom(type) => "delegate",
            { IsAbstract: true, IsSealed: true } => "static class",
            { IsAbstract: true } => "abstract class",
            { IsSealed: true } => "sealed class",
            _ => "class",
        };
        var header = $"{kind} {type.FullName}";
        if (type.IsEnum)
            return header;
        if (type.BaseType is { } parent && parent != typeof(object))
            header += $" : {NameOf(parent)}";
        if (type.GetInterfaces() is { Length: > 0 } interfaces)
            header += " , " + string.Join(", ", interfaces.Select(NameOf));
        if (type.GetCustomAttribute<AttributeUsageAttribute>(inherit: false) is { } usage)
            header += $"  [AttributeUsage({usage.ValidOn}{(usage.AllowMultiple ? ", multi" : "")})]";
        return header;
    }

    public static IEnumerable<string> MembersOf(Type type)
    {
        if (type.IsEnum)
        {
            yield return string.Join(", ", Enum.GetNames(type).Select(
                name => $"{name}={Convert.ToInt32(Enum.Parse(type, name), CultureInfo.InvariantCulture)}"));
            yield break;
        }

        foreach (var constructor in type.GetConstructors(Declared).Where(IsVisible))
            yield return $"{(constructor.IsPublic ? "public" : "protected")} .ctor({ParametersOf(constructor)})";
        foreach (var property in type.GetProperties(Declared).Where(p => p.GetAccessors(nonPublic: true).Any(IsVisible)))
            yield return Describe(property);
        foreach (var method in type.GetMethods(Declared).Where(m => IsVisible(m) && !m.IsSpecialName))
            yield return $"{ModifiersOf(method)}{NameOf(method.ReturnType)} {method.Name}{TypeParametersOf(method)}({ParametersOf(method)})";
        foreach (var field in type.GetFields(Declared).Where(f => f.IsPublic || f.IsFamily || f.IsFamilyOrAssembly))
            yield return $"{(field.IsLiteral ? "const " : "")}{NameOf(field.FieldType)} {field.Name} = {field.GetRawConstantValue()}";
    }

    private static string Describe(PropertyInfo property)
    {
        var accessors = (property.GetMethod is { } get && IsVisible(get) ? " get;" : "")
            + (property.SetMethod is { } set && IsVisible(set) ? " set;" : "");
        var mark = property.PropertyType.IsValueType
            ? ""
            : NullMark(new NullabilityInfoContext().Create(property).ReadState);
        return $"{ModifiersOf(property.GetMethod!)}{NameOf(property.PropertyType)}{mark} {property.Name} {{{accessors} }}";
    }

    private static string ParametersOf(MethodBase method) => string.Join(", ", method.GetParameters().Select((parameter, index) =>
    {
        var modifier = index == 0 && method.IsDefined(typeof(ExtensionAttribute)) ? "this "
            : parameter.IsDefined(typeof(ParamArrayAttribute)) ? "params "
            : "";
        var mark = parameter.ParameterType.IsValueType
            ? ""
            : NullMark(new NullabilityInfoContext().Create(parameter).WriteState);
        var value = parameter.HasDefaultValue ? $" = {parameter.DefaultValue ?? "null"}" : "";
        return $"{modifier}{NameOf(parameter.ParameterType)}{mark} {parameter.Name}{value}";
    }));

    private static string NullMark(NullabilityState state) => state == NullabilityState.Nullable ? "?" : "";

    private static string ModifiersOf(MethodInfo method) => method switch
    {
        { DeclaringType.IsInterface: true } => "",
        { IsStatic: true } => "static ",
        { IsAbstract: true } => "abstract ",
        _ when typeof(Delegate).IsAssignableFrom(method.DeclaringType) => "",
        { IsVirtual: true, IsFinal: false } => "virtual ",
        _ => "",
    };

    private static string TypeParametersOf(MethodInfo method)
        => method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(NameOf))}>" : "";

    private static string NameOf(Type type)
    {
        if (Keywords.TryGetValue(type, out var keyword))
            return keyword;
        if (type.IsArray)
            return NameOf(type.GetElementType()!) + "[]";
        if (Nullable.GetUnderlyingType(type) is { } underlying)
            return NameOf(underlying) + "?";
        return type.IsGenericType
            ? $"{type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)]}<{string.Join(", ", type.GetGenericArguments().Select(NameOf))}>"
            : type.Name;
    }

    private static bool IsVisible(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;
}
