using System.Globalization;

namespace OrdosPipeline.Infra.Tests.Scale;

/// <summary>The yearly cost of a load, item by item.</summary>
/// <param name="inputs">By name, from the table of inputs in COST.md.</param>
/// <param name="prices">By name, in US dollars, from the table of prices there.</param>
/// <param name="systems">How many systems of their own share a subscription, and with it the free amounts.</param>
internal sealed class CostModel(IReadOnlyDictionary<string, decimal> inputs, IReadOnlyDictionary<string, decimal> prices, int systems)
{
    /// <summary>Items with their amount in dollars a year and how it was reached.</summary>
    public IReadOnlyList<(string Item, decimal Dollars, string Arithmetic)> Items()
    {
        var executions = (In("uploads") * In("function runs per upload")) + In("sweeps") + In("daily timer runs");
        var seconds = (In("uploads") * In("function runs per upload") * In("seconds per run")) + (In("sweeps") * In("seconds per sweep")) + (In("daily timer runs") * In("seconds per daily run"));
        var gigabyteSeconds = seconds * In("memory GB");
        var tableRequests = (In("uploads") * In("table requests per upload")) + (In("sweeps") * In("table requests per sweep")) + (In("daily timer runs") * In("table requests per daily run"));
        return
        [
            Item("Functions: runs", "million runs beyond the free ones", Beyond(systems * executions, 12 * In("free runs a month")) / 1_000_000, Price("million runs")),
            Item("Functions: memory and time", "GB s beyond the free ones", Beyond(systems * gigabyteSeconds, 12 * In("free GB s a month")), Price("GB s")),
            Item("Blobs: stored", "GB months", systems * 12 * In("blobs GB") * In("versions factor"), Price("blob GB month")),
            Item("Blobs: written", "× 10,000 requests", systems * In("uploads") * (1 + In("blob writes per upload")) / 10_000, Price("10,000 blob writes")),
            Item("Blobs: read", "× 10,000 requests", systems * ((In("uploads") * In("blob reads per upload")) + (In("sweeps") * In("blob lists per sweep"))) / 10_000, Price("10,000 blob reads")),
            Item("Tables: stored", "GB months", systems * 12 * In("tables GB"), Price("table GB month")),
            Item("Tables: requests", "× 10,000 requests", systems * tableRequests / 10_000, Price("10,000 table requests")),
            Item("Queues: requests", "× 10,000 requests", systems * ((In("uploads") * In("queue requests per upload")) + (In("sweeps") * In("queue requests per sweep"))) / 10_000, Price("10,000 queue requests")),
            Item("Event Grid", "million operations beyond the free ones", Beyond(systems * In("uploads") * (1 + In("blob writes per upload")), 12 * In("free events a month")) / 1_000_000, Price("million events")),
            Item("Logs", "GB beyond the free ones", Beyond(systems * 12 * In("logs GB a month"), 12 * In("free logs GB a month")), Price("log GB")),
            Item("Logs: kept beyond 31 days", "GB months", systems * 12 * In("logs GB a month") * In("months kept"), Price("log GB month")),
            Item("Alerts on logs", "rules for a month", systems * 12 * In("log alerts"), Price("log alert")),
            Item("Alerts on metrics", "rules for a month", systems * 12 * In("metric alerts"), Price("metric alert")),
        ];
    }

    private static (string Item, decimal Dollars, string Arithmetic) Item(string item, string unit, decimal amount, decimal price) =>
        (item, amount * price, $"{Number(amount)} {unit} × ${price.ToString("0.######", CultureInfo.InvariantCulture)}");

    private static decimal Beyond(decimal amount, decimal free) => Math.Max(0, amount - free);

    public static string Number(decimal number) => number switch
    {
        0 => "0",
        >= 100 => number.ToString("#,0", CultureInfo.InvariantCulture),
        _ => number.ToString("0.###", CultureInfo.InvariantCulture),
    };

    private decimal In(string name) => inputs.TryGetValue(name, out var value) ? value : throw new KeyNotFoundException($"COST.md has no input '{name}'.");

    private decimal Price(string name) => prices.TryGetValue(name, out var value) ? value : throw new KeyNotFoundException($"COST.md has no price '{name}'.");
}
