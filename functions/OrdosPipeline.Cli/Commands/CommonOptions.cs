using System.CommandLine;
using System.Globalization;
using OrdosPipeline.Core.Plan;

namespace OrdosPipeline.Cli.Commands;

/// <summary>Options that several commands share, and how their values are read.</summary>
internal static class CommonOptions
{
    public static Option<string> Department() => new("--department", "-d") { Description = "部门代码或名称 (department code or name)", Required = true, HelpName = "D" };

    public static Option<string?> Plan() => new("--plan") { Description = "规划编号，缺省由内容决定 (plan id)", HelpName = "P" };

    /// <summary>table, json or csv.</summary>
    public static Option<string> Format(params string[] formats)
    {
        var option = new Option<string>("--format") { Description = "输出格式 (output format)", DefaultValueFactory = _ => formats[0] };
        option.AcceptOnlyFromAmong(formats);
        return option;
    }

    public static Option<string> Language()
    {
        var option = new Option<string>("--lang") { Description = "文字语言 (language of texts)", DefaultValueFactory = _ => "zh" };
        option.AcceptOnlyFromAmong("zh", "en");
        return option;
    }

    public static Option<DateOnly?> AsOf() => new("--asof")
    {
        Description = "截至日期，如 2023-10-20 (as of a day)",
        HelpName = "DATE",
        CustomParser = result =>
        {
            if (result.Tokens is [var token] && DateOnly.TryParseExact(token.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
                return day;
            result.AddError("日期应写成 2023-10-20 (a date such as 2023-10-20 is expected)。");
            return null;
        },
    };

    public static Argument<ReportingQuarter> Quarter() => new("quarter")
    {
        Description = "季度，如 2023Q3 (a quarter)",
        CustomParser = result =>
        {
            if (result.Tokens is [var token] && ReportingQuarter.TryParse(token.Value, out var quarter))
                return quarter;
            result.AddError("季度应写成 2023Q3 (a quarter such as 2023Q3 is expected)。");
            return default;
        },
    };

    /// <summary>The plan named, or null when none is.</summary>
    /// <exception cref="UsageException">There is no such plan.</exception>
    public static PlanCatalogue? Find(PlanLibrary plans, string? id) =>
        id is null ? null : plans.Find(id) ?? throw new UsageException($"没有规划 {id}，已载入 (no such plan; loaded are): {string.Join(", ", plans.All.Select(plan => plan.Id))}");
}
