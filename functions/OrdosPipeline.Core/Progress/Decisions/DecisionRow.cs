using System.Globalization;
using OrdosPipeline.Core.Intake;
using OrdosPipeline.Core.Plan;

namespace OrdosPipeline.Core.Progress.Decisions;

/// <summary>Reads the fields of one row of a table of decisions and collects what is wrong with them.</summary>
internal sealed class DecisionRow(int lineNumber, IReadOnlyDictionary<string, string> fields, List<DecisionProblem> problems)
{
    public int LineNumber => lineNumber;

    /// <summary>Without blanks around it; empty where the table has no such column.</summary>
    public string Text(string column) => fields.TryGetValue(column, out var text) ? text.Trim() : "";

    public string Required(string column)
    {
        var text = Text(column);
        if (text.Length == 0)
            Problem(column, "不能为空。", "must not be empty.");
        return text;
    }

    public decimal? Number(string column)
    {
        var text = Text(column);
        if (text.Length == 0)
            return null;
        if (decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
            return number;
        Problem(column, $"“{text}”不是数值，请只写数字，单位用目录中的单位。", $"'{text}' is not a number; write digits alone, in the catalogue's unit.");
        return null;
    }

    public int? Year(string column)
    {
        var text = Text(column).TrimEnd('年');
        if (text.Length == 0)
            return null;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year))
            return year;
        Problem(column, $"“{text}”不是年份，请写成 2023。", $"'{text}' is not a year such as 2023.");
        return null;
    }

    public DateOnly? Date(string column)
    {
        var text = Text(column);
        if (text.Length == 0)
            return null;
        if (DateOnly.TryParseExact(text, ["yyyy-MM-dd", "yyyy/M/d", "yyyy年M月d日"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            return date;
        Problem(column, $"“{text}”不是日期，请写成 2021-11-05。", $"'{text}' is not a date such as 2021-11-05.");
        return null;
    }

    public ReportingQuarter? Quarter(string column)
    {
        var text = Text(column);
        if (text.Length == 0)
            return null;
        if (ReportingQuarter.TryParse(text, out var quarter))
            return quarter;
        Problem(column, $"“{text}”不是季度，请写成 2023Q1。", $"'{text}' is not a quarter such as 2023Q1.");
        return null;
    }

    public Period? Period(string column)
    {
        var text = Required(column);
        if (Plan.Period.TryParse(text, out var period))
            return period;
        if (text.Length > 0)
            Problem(column, $"“{text}”不是期间，请写成 2020 或 2020Q4。", $"'{text}' is not a period such as 2020 or 2020Q4.");
        return null;
    }

    /// <summary>One of the words; null where the field is empty, or after the problem is noted.</summary>
    public T? Choice<T>(string column, IEnumerable<(string Word, T Value)> choices)
        where T : struct
    {
        var text = Text(column);
        if (text.Length == 0)
            return null;
        var known = choices.ToList();
        foreach (var (word, value) in known)
        {
            if (text.Equals(word, StringComparison.OrdinalIgnoreCase))
                return value;
        }

        Problem(
            column,
            $"“{text}”应为 {string.Join("、", known.Select(choice => choice.Word))} 之一。",
            $"'{text}' is not one of {string.Join(", ", known.Select(choice => choice.Word).Where(word => word.All(char.IsAscii)))}.");
        return null;
    }

    public Indicator? Indicator(PlanCatalogue plan)
    {
        var text = Required(DecisionColumns.Indicator);
        if (text.Length == 0)
            return null;
        if ((plan.FindIndicator(text) ?? plan.Indicators.FirstOrDefault(indicator => indicator.Name == text)) is { } found)
            return found;
        Problem(DecisionColumns.Indicator, $"规划 {plan.Id} 没有指标“{text}”，请写编码或目录中的名称。", $"'{text}' is not an indicator of plan {plan.Id}; write its id or its name in the catalogue.");
        return null;
    }

    /// <summary>The city where none is named.</summary>
    public Region? Region(PlanCatalogue plan, RegionMatcher regions)
    {
        var text = Text(DecisionColumns.Region);
        if (text.Length == 0)
            return plan.City;
        if (regions.Find(text) is { } found)
            return found;
        Problem(DecisionColumns.Region, $"规划 {plan.Id} 没有地区“{text}”。", $"'{text}' is not a region of plan {plan.Id}.");
        return null;
    }

    public void Problem(string? column, string message, string messageEn) => problems.Add(new DecisionProblem(lineNumber, column, message, messageEn));
}
