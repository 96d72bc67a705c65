namespace OrdosPipeline.Core.Progress.Decisions;

/// <summary>The columns of a table of decisions with the Chinese headings that stand for them.</summary>
public static class DecisionColumns
{
    public const string Kind = "kind";
    public const string Indicator = "indicator";
    public const string Region = "region";
    public const string Basis = "basis";
    public const string Comparator = "comparator";
    public const string Low = "low";
    public const string High = "high";
    public const string FromLow = "from";
    public const string FromHigh = "from_high";
    public const string Year = "year";
    public const string Period = "period";
    public const string Effective = "effective";
    public const string Authority = "authority";
    public const string Document = "document";
    public const string Date = "date";
    public const string Reason = "reason";

    /// <summary>In the order of a template.</summary>
    public static IReadOnlyList<(string Name, string Chinese)> All { get; } =
    [
        (Kind, "类别"), (Indicator, "指标编码"), (Region, "地区"), (Basis, "性质"), (Comparator, "比较"), (Low, "目标值"), (High, "目标上限"),
        (FromLow, "原目标"), (FromHigh, "原目标上限"), (Year, "年度"), (Period, "基期"), (Effective, "生效季度"), (Authority, "下达或批准机关"),
        (Document, "文号"), (Date, "发文日期"), (Reason, "原因"),
    ];

    /// <summary>The column that a heading means; null when none.</summary>
    public static string? Find(string heading)
    {
        foreach (var (name, chinese) in All)
        {
            if (heading.Trim().Equals(name, StringComparison.OrdinalIgnoreCase) || heading.Trim() == chinese)
                return name;
        }

        return null;
    }

    /// <summary>The column in which a fault of a target shows, by the column of the catalogue.</summary>
    internal static string Of(string catalogueColumn) => catalogueColumn switch
    {
        "basis" => Basis,
        "target_low" => Low,
        "target_high" => High,
        "external" => Indicator,
        _ => Comparator,
    };
}
