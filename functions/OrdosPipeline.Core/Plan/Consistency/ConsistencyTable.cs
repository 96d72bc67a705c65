using System.Globalization;

namespace OrdosPipeline.Core.Plan.Consistency;

/// <summary>Reads and checks <c>consistency.csv</c>.</summary>
internal static class ConsistencyTable
{
    public const string File = "consistency.csv";

    public static IReadOnlyList<ConsistencyRule> Parse(
        CatalogueTable table, IReadOnlyList<Indicator> indicators, IReadOnlyList<Region> regions, List<CatalogueProblem> problems)
    {
        var byId = indicators.GroupBy(indicator => indicator.Id, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var rules = new List<ConsistencyRule>();
        foreach (var row in CatalogueRow.Of(table, problems, "rule", "left", "operator", "right", "tolerance", "severity", "text", "textEn"))
        {
            var id = row.Required("rule");
            if (!ids.Add(id))
                row.Problem("rule", $"'{id}' stands twice.");
            var (tolerance, isRelative) = Tolerance(row);
            var (left, right) = (Expression(row, "left", byId, regions), Expression(row, "right", byId, regions));
            if (left is null || right is null)
                continue;
            var rule = new ConsistencyRule
            {
                Id = id,
                Left = left,
                Operator = row.Choice("operator", ("<=", ConsistencyOperator.AtMost), ("=", ConsistencyOperator.Equal), (">=", ConsistencyOperator.AtLeast)),
                Right = right,
                Tolerance = tolerance,
                IsToleranceRelative = isRelative,
                Severity = row.Choice("severity", ("warning", ConsistencySeverity.Warning), ("info", ConsistencySeverity.Info), ("error", ConsistencySeverity.Error)),
                Text = row.Required("text"),
                TextEn = row.Required("textEn"),
            };
            Check(row, rule, byId);
            rules.Add(rule);
        }

        return rules;
    }

    private static void Check(CatalogueRow row, ConsistencyRule rule, Dictionary<string, Indicator> byId)
    {
        var used = rule.Operands.Select(operand => byId[operand.Indicator]).Distinct().ToList();
        if (used.Count == 0)
        {
            row.Problem("left", "a rule needs an indicator.");
            return;
        }

        if (used.Find(indicator => indicator.Unit.Dimension != used[0].Unit.Dimension || indicator.Unit.Numerator * used[0].Unit.Denominator != used[0].Unit.Numerator * indicator.Unit.Denominator) is { } other)
            row.Problem("right", $"{used[0].Id} is in {used[0].Unit} and {other.Id} in {other.Unit}: values are compared in the units of the catalogue, which must be the same.");
        if (used.Select(indicator => indicator.Measure is Measure.Stock or Measure.Count).Distinct().Count() > 1)
            row.Problem("right", "levels at the end of a period and values over a period are not compared: they have no periods in common.");
    }

    private static ConsistencyExpression? Expression(CatalogueRow row, string column, Dictionary<string, Indicator> indicators, IReadOnlyList<Region> regions)
    {
        try
        {
            return ConsistencyParser.Parse(row.Required(column), indicators, regions);
        }
        catch (ConsistencySyntaxException exception)
        {
            row.Problem(column, exception.Message);
            return null;
        }
    }

    // 0.5 in the unit of the indicators, or 2%.
    private static (decimal Tolerance, bool IsRelative) Tolerance(CatalogueRow row)
    {
        var text = row.Text("tolerance");
        var isRelative = text.EndsWith('%');
        if (text.Length == 0)
            return (0, false);
        if (decimal.TryParse(isRelative ? text[..^1] : text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
            return (isRelative ? number / 100 : number, isRelative);
        row.Problem("tolerance", $"'{text}' is neither a number nor a percentage such as 2%.");
        return (0, false);
    }
}
