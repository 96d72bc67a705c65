using System.Globalization;
using OrdosPipeline.Core.Intake;
using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Progress;
using OrdosPipeline.Core.Stores;
using OrdosPipeline.Core.Validation;

namespace OrdosPipeline.Core.Answers;

/// <summary>
/// Makes a <see cref="TableQuestion"/> of what people write, the same for HTTP and the command line: names become codes,
/// and what is wrong is said in both languages, with what was probably meant.
/// </summary>
public sealed class Questions(PlanLibrary plans, TimeProvider clock)
{
    /// <summary>Reads a question about a table.</summary>
    /// <param name="table">One of <see cref="TableNames"/>.</param>
    /// <param name="text">What was written for a name such as <c>indicator</c>; null where nothing was.</param>
    /// <exception cref="RefusedQuestionException">Something written cannot be understood.</exception>
    public TableQuestion Read(string table, Func<string, string?> text)
    {
        var quarter = Quarter(text("quarter"), "quarter");
        var (from, to) = (Quarters(text("from"), "from")?.First, Quarters(text("to"), "to")?.Last);
        if (from > to)
            throw new RefusedQuestionException($"from（{from}）在 to（{to}）之后。", $"from ({from}) is after to ({to}).", "from");
        var plan = text("plan") is { } id ? Plan(id) : null;
        var known = plan ?? plans.InForce((quarter ?? from ?? to)?.Year ?? ChinaTime.DayOf(clock.GetUtcNow()).Year);
        return new TableQuestion
        {
            Table = table,
            Plan = plan?.Id ?? (IsOfOnePlan(table) ? known.Id : null),
            Indicator = text("indicator") is { } indicator ? Indicator(known, indicator).Id : null,
            Project = text("project") is { } project ? Project(known, project).Id : null,
            Region = text("region") is { } region ? Region(known, region).Code : null,
            Period = text("period") is { } period ? Period(period).ToString() : null,
            Department = text("department") is { } department ? Department(department) : null,
            Quarter = quarter?.ToString(),
            From = from,
            To = to,
            Submission = text("submission"),
            Code = text("finding") is { } finding ? Finding(finding) : null,
            State = text("state") ?? (text("status") is { } status ? Status(status) : text("severity")),
            Part = text("part"),
            Attribute = text("attribute") is { } attribute ? Attribute(attribute) : null,
            Kind = text("kind"),
            Month = text("month") is { } month ? Month(month) : null,
            Version = text("version") is { } version ? Number(version, "version", 9999) : null,
            AsOf = text("asOf") is { } asOf ? Instant(asOf) : null,
            Filter = text("$filter"),
            Select = text("$select") is { } select ? [.. select.Split(',', StringSplitOptions.TrimEntries)] : [],
            Top = text("$top") is { } top ? Number(top, "$top", TableQuestion.MostRows) : TableQuestion.MostRows,
            Continuation = text("continuation"),
        };
    }

    public PlanCatalogue Plan(string id) => plans.Find(id) ?? throw Unknown("plan", "规划", id, plans.All.Select(plan => plan.Id));

    /// <summary>The indicator of that id or name.</summary>
    /// <exception cref="RefusedQuestionException">There is none, or several.</exception>
    public static Indicator Indicator(PlanCatalogue plan, string text) => Found(
        PlanWords.Of(plan).Indicators.Match("", text), "indicator", "指标", text, indicator => $"{indicator.Id} {indicator.Name}");

    /// <summary>The project of that id or name.</summary>
    /// <exception cref="RefusedQuestionException">There is none, or several.</exception>
    public static Project Project(PlanCatalogue plan, string text) => Found(
        PlanWords.Of(plan).Projects.Match("", text), "project", "重点工程", text, project => $"{project.Id} {project.Name}");

    /// <summary>The region of that code or name, or that the department of that code governs.</summary>
    /// <exception cref="RefusedQuestionException">There is none.</exception>
    public static Region Region(PlanCatalogue plan, string text) =>
        PlanWords.Of(plan).Regions.Find(text) ?? plan.Regions.FirstOrDefault(region => region.Department == text) ?? throw Unknown("region", "地区", text, plan.Regions.Select(region => $"{region.Code} {region.Name}"));

    /// <summary>The code of the department of that code, name or alias in any plan.</summary>
    /// <exception cref="RefusedQuestionException">There is none.</exception>
    public string Department(string text) =>
        FindDepartment(text)?.Code
        ?? throw Unknown("department", "部门", text, plans.All.SelectMany(plan => plan.Departments).Select(department => $"{department.Code} {department.Name}").Distinct());

    /// <summary>The department of that code, name or alias in the latest plan that has it; null when none has.</summary>
    public Department? FindDepartment(string text) =>
        plans.All.Reverse().Select(plan => PlanWords.Of(plan).Departments.Find(text)).FirstOrDefault(found => found is not null);

    /// <summary>A period in its canonical text, or as people write it in their tables.</summary>
    /// <exception cref="RefusedQuestionException">It is no period.</exception>
    public static Period Period(string text) => Core.Plan.Period.TryParse(text, out var period)
        ? period
        : PeriodText.Read(text) is { Outcome: PeriodOutcome.Read, Period: var written } ? written
        : throw new RefusedQuestionException(
            $"“{text}”不是期间，请写成 2023、2023Q3、2023Q3YTD、2023M08 或 2023M08YTD。",
            $"'{text}' is not a period such as 2023, 2023Q3, 2023Q3YTD, 2023M08 or 2023M08YTD.",
            "period");

    /// <summary>An instant in ISO 8601 with its offset from UTC, or the end of a day in China.</summary>
    /// <exception cref="RefusedQuestionException">It is neither.</exception>
    public static DateTimeOffset Instant(string text)
    {
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return ChinaTime.EndOf(day).AddTicks(-1).ToUniversalTime();
        return DateTimeOffset.TryParseExact(
                text, ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mmK"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant)
            && text.AsSpan(10).IndexOfAny('Z', '+', '-') >= 0
            ? instant.ToUniversalTime()
            : throw new RefusedQuestionException(
                $"“{text}”不是日期，请写成 2022-05-01 或 2022-05-01T08:00:00+08:00。", $"'{text}' is not a day such as 2022-05-01 or an instant such as 2022-05-01T08:00:00+08:00.", "asOf");
    }

    /// <exception cref="RefusedQuestionException">It is no quarter.</exception>
    public static ReportingQuarter? Quarter(string? text, string parameter) => text is null ? null
        : ReportingQuarter.TryParse(text, out var quarter) ? quarter
        : PeriodText.Read(text) is { Outcome: PeriodOutcome.Read, Period: var written } && ReportingQuarter.TryParse(written.ToString(), out quarter) ? quarter
        : throw new RefusedQuestionException($"“{text}”不是季度，请写成 2023Q3。", $"'{text}' is not a quarter such as 2023Q3.", parameter);

    private static (ReportingQuarter First, ReportingQuarter Last)? Quarters(string? text, string parameter)
    {
        if (text is null)
            return null;
        if (ReportingQuarter.TryParse(text, out var quarter))
            return (quarter, quarter);
        return text.Length == 4 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year > 0
            ? (new(year, 1), new(year, 4))
            : throw new RefusedQuestionException($"“{text}”不是季度或年份，请写成 2023Q3 或 2023。", $"'{text}' is neither a quarter such as 2023Q3 nor a year such as 2023.", parameter);
    }

    private static string Finding(string code) => RuleBook.Find(code) is not null ? code : throw Unknown("finding", "问题代码", code, RuleBook.All.Select(rule => $"{rule.Code} {rule.Title}"));

    /// <summary>The code of a status, of which the code or the Chinese word is written.</summary>
    private static string Status(string text)
    {
        var known = Enum.GetValues<AssessmentStatus>().ToDictionary(status => status.Code(), status => status.Chinese(beforeHorizon: false), StringComparer.Ordinal);
        return known.FirstOrDefault(status => status.Key == text || status.Value == text).Key
            ?? throw new RefusedQuestionException(
                $"没有状态“{text}”，有：{string.Join("、", known.Select(status => $"{status.Key} {status.Value}"))}。", $"There is no status '{text}', but {string.Join(", ", known.Keys)}.", "status");
    }

    private static IndicatorAttribute Attribute(string text) => text switch
    {
        "binding" or "约束性" => IndicatorAttribute.Binding,
        "expected" or "预期性" => IndicatorAttribute.Expected,
        "none" or "未注明" => IndicatorAttribute.None,
        _ => throw new RefusedQuestionException($"attribute 应为 binding、expected 或 none，收到“{text}”。", $"attribute must be binding, expected or none, not '{text}'.", "attribute"),
    };

    private static string Month(string text) => DateOnly.TryParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
        ? text
        : throw new RefusedQuestionException($"“{text}”不是月份，请写成 2023-10。", $"'{text}' is not a month such as 2023-10.", "month");

    private static int Number(string text, string parameter, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= most
            ? number
            : throw new RefusedQuestionException($"{parameter} 应为 1 至 {most}，收到“{text}”。", $"{parameter} must be 1 to {most}, not '{text}'.", parameter);

    private static bool IsOfOnePlan(string table) => table is not (TableNames.Submissions or TableNames.Findings or TableNames.Audit);

    private static T Found<T>(NameMatch<T> match, string parameter, string chinese, string text, Func<T, string> describe)
        where T : class => match is { Outcome: NameOutcome.Found, Item: { } item }
            ? item
            : throw Unknown(parameter, chinese, text, match.Offered.Select(describe), offersAll: false);

    private static RefusedQuestionException Unknown(string parameter, string chinese, string text, IEnumerable<string> known, bool offersAll = true)
    {
        var offered = (offersAll ? Likeness.Nearest(text, known) : known.Take(5)).ToList();
        return new RefusedQuestionException(
            $"没有{chinese}“{text}”。{(offered.Count == 0 ? "" : $"是不是：{string.Join("、", offered)}？")}",
            $"There is no {parameter} '{text}'.{(offered.Count == 0 ? "" : $" Did you mean {string.Join(", ", offered)}?")}",
            parameter);
    }
}
