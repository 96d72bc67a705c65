using OrdosPipeline.Core.Plan;

namespace OrdosPipeline.Core.Intake;

/// <summary>What words meant when they were met before: a long table writes the same few names, periods and regions a hundred thousand times.</summary>
internal sealed class WordCache(PlanWords words)
{
    private const int MostEntries = 20_000;

    private readonly Dictionary<(string Code, string Name), (NameMatch<Indicator> Match, string? UnitText, bool IsCumulative)> indicators = [];
    private readonly Dictionary<(string Text, int? Year), PeriodReading> periods = [];
    private readonly Dictionary<string, Region?> regions = new(StringComparer.Ordinal);

    public PlanWords Words { get; } = words;

    /// <summary>The indicator meant, the unit in the brackets of its name, and whether they say that its values count from January.</summary>
    public (NameMatch<Indicator> Match, string? UnitText, bool IsCumulative) Indicator(string code, string name)
    {
        if (indicators.TryGetValue((code, name), out var known))
            return known;
        var key = name.Length is > 0 and <= 200 && name.AsSpan().ContainsAny("（([【〔") ? NameKey.Of(name, Words.Plan.Units) : default;
        return Remember(indicators, (code, name), (Words.Indicators.Match(code, name), key.UnitText, key.IsCumulative));
    }

    public PeriodReading Period(Cell cell, int? year)
    {
        if (cell.Kind != CellKind.Text)
            return PeriodText.Read(cell, year);
        return periods.TryGetValue((cell.Text, year), out var known) ? known : Remember(periods, (cell.Text, year), PeriodText.Read(cell, year));
    }

    public Region? Region(string text) => regions.TryGetValue(text, out var known) ? known : Remember(regions, text, Words.Regions.Find(text));

    private static TValue Remember<TKey, TValue>(Dictionary<TKey, TValue> cache, TKey key, TValue value)
        where TKey : notnull
    {
        if (cache.Count < MostEntries)
            cache[key] = value;
        return value;
    }
}
