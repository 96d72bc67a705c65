using OrdosPipeline.Core.Health;

namespace OrdosPipeline.Documents.Exports;

/// <summary>A <see cref="HealthReport"/> as it is written, over HTTP and at the command line.</summary>
/// <param name="Status">ok, degraded or failing: the worst of the components.</param>
/// <param name="CheckedAt">When the parts were looked at; a report is kept for ten seconds.</param>
/// <param name="Plans">Ids of the plans that are served.</param>
/// <param name="Components">Each part.</param>
public sealed record HealthAnswer(string Status, DateTimeOffset CheckedAt, IReadOnlyList<string> Plans, IReadOnlyList<HealthAnswer.Part> Components)
{
    public static HealthAnswer Of(HealthReport report) => new(Word(report.Status), report.CheckedAt, report.Plans, [.. report.Components.Select(Of)]);

    private static Part Of(HealthComponent component) => new(component.Name, Word(component.Status), component.Message, component.MessageEn)
    {
        Advice = component.Advice,
        AdviceEn = component.AdviceEn,
        Figures = component.Figures,
    };

    private static string Word(HealthStatus status) => status.ToString().ToLowerInvariant();

    /// <param name="Name">In kebab-case.</param>
    /// <param name="Status">ok, degraded or failing.</param>
    /// <param name="Message">In Chinese.</param>
    /// <param name="MessageEn">In English.</param>
    public sealed record Part(string Name, string Status, string Message, string MessageEn)
    {
        public string? Advice { get; init; }

        public string? AdviceEn { get; init; }

        public IReadOnlyDictionary<string, long>? Figures { get; init; }
    }
}
