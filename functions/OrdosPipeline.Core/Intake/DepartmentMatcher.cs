using System.Collections.Frozen;
using OrdosPipeline.Core.Plan;

namespace OrdosPipeline.Core.Intake;

/// <summary>Finds a department by code, Chinese name or alias, in a path or in 填报单位.</summary>
public sealed class DepartmentMatcher
{
    private readonly FrozenDictionary<string, Department> byKey;

    public DepartmentMatcher(PlanCatalogue plan)
    {
        var keys = new Dictionary<string, Department>(StringComparer.Ordinal);
        foreach (var department in plan.Departments)
        {
            foreach (var word in department.Aliases.Prepend(department.Name).Prepend(department.Code))
                keys.TryAdd(CompactText.Of(word), department);
        }

        // 鄂尔多斯市统计局 is 市统计局; names that do not start so are left alone.
        var cityNames = plan.City.Aliases.Append(plan.City.Name).Where(name => name.EndsWith('市') && name != "全市").ToArray();
        foreach (var (key, department) in keys.ToArray())
        {
            foreach (var city in cityNames)
                keys.TryAdd(key.StartsWith('市') ? CompactText.Of(city) + key[1..] : CompactText.Of(city) + key, department);
        }

        byKey = keys.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>The department meant, or null.</summary>
    public Department? Find(string text)
    {
        if (text.Length > 100)
            return null;
        var key = CompactText.Of(text);
        var end = key.AsSpan().IndexOfAny('(', '[', '【');
        return byKey.GetValueOrDefault(key) ?? (end > 0 ? byKey.GetValueOrDefault(key[..end]) : null);
    }
}
