using OrdosPipeline.Core.Stores;

namespace OrdosPipeline.Core.Health;

/// <summary>Whether a service of the storage lets the system work.</summary>
/// <param name="storage">Asks it.</param>
/// <param name="service">Which.</param>
public sealed class StorageHealth(IStorageProbe storage, StorageService service) : IHealthProbe
{
    public string Name => $"storage-{service.ToString().ToLowerInvariant()}";

    public StorageService Service => service;

    public async Task<HealthComponent> LookAsync(CancellationToken cancellationToken)
    {
        StorageAnswer answer;
        try
        {
            answer = await storage.AskAsync(service, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // Of a service that takes its time the same is to be said as of one that does not answer.
            answer = new StorageAnswer(StorageFault.Unreachable, "timeout");
        }

        var (chinese, english) = service switch
        {
            StorageService.Blobs => ("Blob 存储", "Blob storage"),
            StorageService.Tables => ("表存储", "Table storage"),
            _ => ("队列存储", "Queue storage"),
        };
        var (wrong, wrongEn, advice, adviceEn) = Words(answer.Fault);
        if (answer.Fault is StorageFault.None or StorageFault.NotConfigured)
            return new HealthComponent(Name, HealthStatus.Ok, $"{chinese}{wrong}。", $"{english} {wrongEn}.");
        var detail = answer.Detail.Length == 0 ? "" : $"：{answer.Detail}";
        var detailEn = answer.Detail.Length == 0 ? "" : $": {answer.Detail}";

        // Without the queues new uploads wait for the sweep, and nothing else.
        return new HealthComponent(Name, service == StorageService.Queues ? HealthStatus.Degraded : HealthStatus.Failing, $"{chinese}{wrong}{detail}。", $"{english} {wrongEn}{detailEn}.")
        {
            Advice = advice,
            AdviceEn = adviceEn,
        };
    }

    private static (string Wrong, string WrongEn, string Advice, string AdviceEn) Words(StorageFault fault) => fault switch
    {
        StorageFault.None => ("正常", "answers", "", ""),
        StorageFault.NotConfigured => ("未配置地址，不需要", "has no address configured, and none is needed", "", ""),
        StorageFault.Unreachable => (
            "没有响应", "does not answer",
            "检查设置 Storage 的地址、网络和防火墙、存储账户是否存在；本机运行时看 Azurite 是否在运行。",
            "Check the address in the setting Storage, the network and firewall, and that the account exists; on one machine, that Azurite runs."),
        StorageFault.NotSignedIn => (
            "无法登录", "does not know the app",
            "检查托管标识或连接字符串的密钥，以及机器时钟。",
            "Check the managed identity or the key in the connection string, and the machine's clock."),
        StorageFault.Refused => (
            "拒绝访问", "refuses the app",
            "重新部署 infra 以补上角色；账户有防火墙时检查应用的子网。",
            "Deploy infra again, which assigns the roles; where the account has a firewall, check the app's subnet."),
        StorageFault.Throttled => (
            "过于繁忙", "has too much to do",
            "几分钟内会自行恢复；持续时见 RUNBOOK.md 的 storage-throttling。",
            "It passes within minutes; if it lasts, see storage-throttling in RUNBOOK.md."),
        StorageFault.Missing => (
            "缺少", "lacks",
            "重新部署 infra，或重启应用让它补建；表是新建的时再运行 ordos rebuild。",
            "Deploy infra again, or restart the app, which makes them; where tables were made anew, run ordos rebuild."),
        _ => (
            "出错", "fails",
            "看函数应用的日志。", "See the function app's log."),
    };
}
