using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Plan.Consistency;

namespace OrdosPipeline.Core.Validation.History;

/// <summary>
/// Holds the values of a file, and what the department reported before of the same periods, against the rules of the
/// catalogue between series. A rule is asked for every period in which the file has one of its operands.
/// </summary>
internal sealed class ConsistencyCheck(PlanCatalogue plan, ReportedBefore? before)
{
    /// <summary>The broken rules. Values in <paramref name="explained"/> are probably wrong in another way; rules with one of them are left out.</summary>
    public IEnumerable<ConsistencySubject> Broken(IReadOnlyList<ValueItem> values, IReadOnlySet<ValueItem> explained)
    {
        var relevant = plan.ConsistencyRules.SelectMany(rule => rule.Operands).Select(operand => operand.Indicator).ToHashSet(StringComparer.Ordinal);
        var inFile = values.Where(item => relevant.Contains(item.Indicator.Id)).ToDictionary(item => (item.Series, item.Period));
        if (inFile.Count == 0)
            yield break;
        var byIndicator = inFile.Keys.ToLookup(key => key.Series.Indicator, StringComparer.Ordinal);
        var series = new Dictionary<RegionSeries, SeriesView>();
        foreach (var rule in plan.ConsistencyRules)
        {
            foreach (var (region, period) in Occasions(rule, byIndicator))
            {
                var items = rule.Operands.Select(operand => inFile.GetValueOrDefault((new(operand.Indicator, operand.Region ?? region), period))).OfType<ValueItem>().ToList();
                if (items.Exists(explained.Contains) || !rule.IsBroken(plan, region, (indicator, code) => ValueOf(indicator, code, period)))
                    continue;
                yield return new ConsistencySubject(rule, items[0], operand => ValueOf(operand.Indicator, operand.Region ?? region, period));
            }
        }

        decimal? ValueOf(string indicator, string region, Period period)
        {
            var key = new RegionSeries(indicator, region);
            if (inFile.TryGetValue((key, period), out var item))
                return item.Value;
            if (before is null)
                return null;
            if (!series.TryGetValue(key, out var view))
                series[key] = view = new SeriesView(before.ValuesOf(key), []);
            return view.At(period);
        }
    }

    /// <summary>The series of a rule's operands, where the file has one of them.</summary>
    public static IEnumerable<RegionSeries> SeriesOf(PlanCatalogue plan, IReadOnlyCollection<RegionSeries> inFile)
    {
        foreach (var rule in plan.ConsistencyRules)
        {
            foreach (var region in Regions(plan, rule, inFile))
            {
                foreach (var operand in rule.Operands)
                    yield return new(operand.Indicator, operand.Region ?? region);
            }
        }
    }

    private IEnumerable<(string Region, Period Period)> Occasions(ConsistencyRule rule, ILookup<string, (RegionSeries Series, Period Period)> inFile) =>
        rule.Operands.Distinct()
            .SelectMany(operand => inFile[operand.Indicator].Where(key => rule.HoldsInEachRegion || (operand.Region ?? plan.City.Code) == key.Series.Region))
            .Select(key => (Region: rule.HoldsInEachRegion ? key.Series.Region : plan.City.Code, key.Period))
            .Distinct()
            .OrderBy(occasion => occasion.Region, StringComparer.Ordinal).ThenBy(occasion => occasion.Period);

    private static IEnumerable<string> Regions(PlanCatalogue plan, ConsistencyRule rule, IReadOnlyCollection<RegionSeries> inFile)
    {
        var used = rule.Operands.Select(operand => operand.Indicator).ToHashSet(StringComparer.Ordinal);
        var regions = inFile.Where(series => used.Contains(series.Indicator)).Select(series => rule.HoldsInEachRegion ? series.Region : plan.City.Code);
        return regions.Distinct();
    }
}
