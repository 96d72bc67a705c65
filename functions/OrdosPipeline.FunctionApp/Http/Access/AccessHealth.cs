using OrdosPipeline.Core.Health;

namespace OrdosPipeline.FunctionApp.Http.Access;

/// <summary>Whether anybody can be let in.</summary>
internal sealed class AccessHealth(ICallerSource callers) : IHealthProbe
{
    public string Name => "access";

    public Task<HealthComponent> LookAsync(CancellationToken cancellationToken) => Task.FromResult(callers switch
    {
        KeyCallers { Count: 0 } => new HealthComponent(Name, HealthStatus.Degraded, "没有设置任何密钥，接口和网页对所有人关闭。", "No key is set, so that the API and the dashboard are closed to everybody.")
        {
            Advice = "按 functions/README.md 设置 Auth:Keys，或改用 Entra ID。",
            AdviceEn = "Set Auth:Keys as functions/README.md says, or use Entra ID.",
        },
        KeyCallers => new(Name, HealthStatus.Ok, "以密钥访问。", "Callers come with keys."),
        _ => new(Name, HealthStatus.Ok, "以 Entra ID 登录访问。", "Callers sign in with Entra ID."),
    });
}
