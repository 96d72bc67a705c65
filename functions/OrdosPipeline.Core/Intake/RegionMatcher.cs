using System.Collections.Frozen;
using OrdosPipeline.Core.Plan;

namespace OrdosPipeline.Core.Intake;

/// <summary>Finds a region by code, name or short name; 合计 and 总计 are the whole city.</summary>
public sealed class RegionMatcher
{
    private readonly FrozenDictionary<string, Region> byKey;

    public RegionMatcher(PlanCatalogue plan)
    {
        var keys = new Dictionary<string, Region>(StringComparer.Ordinal);
        foreach (var region in plan.Regions)
        {
            foreach (var word in region.Aliases.Prepend(region.Name).Prepend(region.Code))
                keys.TryAdd(NameKey.Of(word, null).Exact, region);
        }

        foreach (var word in (ReadOnlySpan<string>)["全市", "合计", "总计", "全市合计", "全市总计", "市合计", "全市平均", "TOTAL"])
            keys.TryAdd(word, plan.City);
        byKey = keys.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>Whether <paramref name="text"/> is no region, but only one letter away from the name of one.</summary>
    public bool IsMisspelt(string text)
    {
        if (text.Length is < 3 or > 20 || Find(text) is not null)
            return false;
        var key = NameKey.Of(text, null).Exact;
        return key.Length >= 3 && byKey.Keys.Any(name => name.Length >= 3 && !char.IsAsciiDigit(name[0]) && EditDistance.Between(key, name, 1) <= 1);
    }

    /// <summary>The region meant, or null.</summary>
    public Region? Find(string text) => text.Length <= 60 && byKey.TryGetValue(NameKey.Of(text, null).Exact, out var region) ? region : null;
}
