using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;

namespace OrdosPipeline.LocalHost.Invocation;

/// <summary>The end of the pipeline: makes the function's class from the invocation's services and calls the method.</summary>
internal static class FunctionMethod
{
    public static async Task RunAsync(FunctionContext functionContext)
    {
        var context = (LocalFunctionContext)functionContext;
        var method = context.Function.Method;
        var arguments = ParameterBinder.Bind(context);
        var instance = method.IsStatic ? null : ActivatorUtilities.CreateInstance(context.InstanceServices, method.ReflectedType!);
        try
        {
            var returned = method.Invoke(instance, BindingFlags.DoNotWrapExceptions, binder: null, arguments, culture: null);
            context.Result = await ResultOfAsync(returned, method.ReturnType);
        }
        finally
        {
            if (instance is IAsyncDisposable asyncDisposable)
                await asyncDisposable.DisposeAsync();
            else if (instance is IDisposable disposable)
                disposable.Dispose();
        }
    }

    private static async Task<object?> ResultOfAsync(object? returned, Type declaredType)
    {
        switch (returned)
        {
            case Task task:
                await task;
                return declaredType.IsGenericType ? declaredType.GetProperty(nameof(Task<>.Result))!.GetValue(task) : null;
            case ValueTask valueTask:
                await valueTask;
                return null;
            case not null when declaredType.IsGenericType && declaredType.GetGenericTypeDefinition() == typeof(ValueTask<>):
                var asTask = (Task)declaredType.GetMethod(nameof(ValueTask<>.AsTask))!.Invoke(returned, null)!;
                await asTask;
                return asTask.GetType().GetProperty(nameof(Task<>.Result))!.GetValue(asTask);
            default:
                return returned;
        }
    }
}
