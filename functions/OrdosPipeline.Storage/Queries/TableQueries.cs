using Azure.Data.Tables;
using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Reporting;
using OrdosPipeline.Core.Stores;

namespace OrdosPipeline.Storage.Queries;

/// <summary>Turns questions into filters: ranges of keys where keys can answer, conditions on columns where they cannot.</summary>
internal sealed class TableQueries(PlanLibrary plans)
{
    /// <summary>What each table can be asked by, besides <c>Filter</c>, <c>Select</c> and pages.</summary>
    private static readonly Dictionary<string, string[]> Askable = new(StringComparer.Ordinal)
    {
        [TableNames.Submissions] = ["Department", "Submission", "Plan", "State", "Quarter", "Code"],
        [TableNames.QuarterSubmissions] = ["Plan", "Quarter", "From", "To", "Department", "Submission", "State"],
        [TableNames.Findings] = ["Submission", "Plan", "Department", "Quarter", "Code", "State"],
        [TableNames.Observations] = ["Plan", "Indicator", "Region", "Period", "Quarter", "From", "To", "Department", "Submission", "State", "Part", "Attribute", "AsOf"],
        [TableNames.ObservationHistory] = ["Plan", "Indicator", "Region", "Period", "Quarter", "From", "To", "Department", "Submission", "State", "Part", "Attribute", "AsOf"],
        [TableNames.ProjectReports] = ["Plan", "Project", "Period", "Quarter", "From", "To", "Department", "Submission", "State", "Part", "AsOf"],
        [TableNames.ProjectReportHistory] = ["Plan", "Project", "Period", "Quarter", "From", "To", "Department", "Submission", "State", "Part", "AsOf"],
        [TableNames.Catalogue] = ["Plan", "Kind", "Indicator", "Project", "Region", "Department", "Part", "Attribute"],
        [TableNames.Summaries] = ["Plan", "Quarter", "From", "To", "Version", "Kind", "Indicator", "Project", "Region", "Department", "State", "Part", "Attribute", "AsOf"],
        [TableNames.Returns] = ["Plan", "Quarter", "Department", "State"],
        [TableNames.Audit] = ["Month", "Plan", "State"],
    };

    /// <summary>The filter of a question that the keys and columns of its own table answer.</summary>
    /// <exception cref="RefusedQuestionException">The question names something that the table has no column for.</exception>
    public string? Of(TableQuestion question)
    {
        Check(question);
        return (question.Table switch
        {
            TableNames.Submissions => OfSubmissions(question),
            TableNames.QuarterSubmissions => OfQuarterSubmissions(question),
            TableNames.Findings => OfFindings(question),
            TableNames.Observations or TableNames.ObservationHistory => OfObservations(question),
            TableNames.ProjectReports or TableNames.ProjectReportHistory => OfProjects(question),
            TableNames.Catalogue => OfCatalogue(question),
            TableNames.Returns => OfReturns(question),
            _ => OfAudit(question),
        }).And(Asked(question)).Checked();
    }

    /// <exception cref="RefusedQuestionException">The table cannot be asked so.</exception>
    /// <summary>The question with codes where it has the words that people see.</summary>
    /// <exception cref="RefusedQuestionException">It asks for a state that the table does not have.</exception>
    public static TableQuestion InCodes(TableQuestion question)
    {
        var definition = TableDefinitions.All.FirstOrDefault(definition => definition.Name == question.Table);
        if (definition?.Find("Kind")?.Words is { } kinds && question.Kind is { } kind)
            question = question with { Kind = CodeOf(kinds, kind) ?? kind };
        var column = question.Table switch
        {
            TableNames.QuarterSubmissions => "Verdict",
            TableNames.Findings => "Severity",
            // Of rows of a summary the status is asked for, which is read before.
            TableNames.Summaries => "Status",
            _ => "State",
        };
        if (question.State is not { } state || definition?.Find(column)?.Words is not { } words)
            return question;
        var known = words.Select(pair => $"{pair.Key} {pair.Value}").ToList();
        return question with
        {
            State = CodeOf(words, state)
                ?? throw new RefusedQuestionException($"没有“{state}”这一项，有：{string.Join("、", known)}。", $"There is no '{state}', but {string.Join(", ", words.Keys)}.", column == "Severity" ? "severity" : "state"),
        };
    }

    public static void Check(TableQuestion question)
    {
        if (!Askable.TryGetValue(question.Table, out var askable))
            throw new RefusedQuestionException($"没有表“{question.Table}”。", $"There is no table '{question.Table}'.");
        if (question.Top is < 1 or > TableQuestion.MostRows)
            throw new RefusedQuestionException($"每页 1 至 {TableQuestion.MostRows} 行。", $"A page has 1 to {TableQuestion.MostRows} rows.", "$top");
        if (question is { Table: TableNames.Summaries, Kind: { } kind and not "head" } && !SummaryRow.Kinds.Contains(kind, StringComparer.Ordinal))
            throw new RefusedQuestionException($"小结没有种类“{kind}”，有：{string.Join("、", SummaryRow.Kinds)}、head。", $"A summary has no kind '{kind}', but {string.Join(", ", SummaryRow.Kinds)}, head.", "kind");
        foreach (var (name, isAsked) in Names(question))
        {
            if (isAsked && !askable.Contains(name, StringComparer.Ordinal))
                throw new RefusedQuestionException($"表 {question.Table} 不能按 {name} 查询。", $"The table {question.Table} cannot be asked by {name}.");
        }
    }

    private static string? CodeOf(IReadOnlyDictionary<string, string> words, string text) =>
        words.ContainsKey(text) ? text : words.FirstOrDefault(pair => pair.Value == text).Key;

    public static ODataFilter? Asked(TableQuestion question) =>
        string.IsNullOrWhiteSpace(question.Filter) ? null : ODataFilter.Parse(question.Filter, TableDefinitions.Of(question.Table));

    /// <summary>The heads of the versions that a question about summaries may mean.</summary>
    public static string SummaryHeads(TableQuestion question) => OfSummaryPartitions(question).Rows(TableKeys.SummaryHeads).ToString()!;

    /// <summary>The rows of one version that a question about summaries asks for.</summary>
    public static string? OfSummary(TableQuestion question, SummaryVersion version)
    {
        var filter = new FilterText().Partition(TableKeys.SummaryPartition(version.Plan, version.Quarter));
        var row = question switch
        {
            { Kind: null or "indicator", Indicator: { } indicator } => TableKeys.SummaryRow(version.Number, "indicator", indicator),
            { Kind: null or "project", Project: { } project } => TableKeys.SummaryRow(version.Number, "project", project),
            _ => null,
        };
        if (question is { Kind: null, Indicator: { } somewhere, Region: { } region })
            filter.Add(TableClient.CreateQueryFilter($"(RowKey eq {row} or RowKey eq {TableKeys.SummaryRow(version.Number, "region", $"{somewhere}.{region}")})"), 2);
        else if (row is not null)
            filter.Row(row);
        else if (question.Kind == "head")
            filter.Row(TableKeys.SummaryHeadRow(version.Number));
        else if (question is { Kind: "region" or "annual", Indicator: { } ofRegions })
            filter.Rows(TableKeys.SummaryRegions(version.Number, question.Kind, ofRegions));
        else
            filter.Rows(question.Kind is { } kind ? TableKeys.SummaryKind(version.Number, kind) : TableKeys.SummaryVersion(version.Number));
        // Of another kind of row nothing is about an indicator or a project.
        if (row is null && question.Kind is not ("region" or "annual"))
            filter.Equal("Id", question.Indicator ?? question.Project);
        return RestOfSummary(filter, question).And(Asked(question)).Checked();
    }

    /// <summary>Some submissions of one department, with what else is asked about them.</summary>
    public static string? OfSubmissionsNamed(TableQuestion question, string department, IReadOnlyList<string> submissions)
    {
        var rows = submissions.Select(submission => TableClient.CreateQueryFilter($"RowKey eq {TableKeys.SubmissionRow(submission)}"));
        return new FilterText()
            .Partition(TableKeys.SubmissionPartition(department))
            .Add($"({string.Join(" or ", rows)})", submissions.Count)
            .Equal("Plan", question.Plan).Equal("State", question.State)
            .And(Asked(question))
            .Checked();
    }

    /// <summary>How many submissions <see cref="OfSubmissionsNamed"/> takes at once: what the service's limit leaves.</summary>
    public static int SubmissionsAtOnce(TableQuestion question) => Math.Max(
        1, ODataFilter.MostComparisons - 1 - (question.Plan is null ? 0 : 1) - (question.State is null ? 0 : 1) - (Asked(question)?.Comparisons ?? 0));

    /// <summary>The rows of the index among which those that a question about submissions or findings means are to be found.</summary>
    public static string? QuarterSubmissionsOf(TableQuestion question, string plan) => new FilterText()
        .Partition(TableKeys.QuarterSubmissionPartition(plan, QuarterOf(question.Quarter!)))
        .RowsOf(question.Department)
        .Checked();

    private static FilterText OfSubmissions(TableQuestion question)
    {
        var filter = new FilterText();
        if (question.Department is { } department)
            filter.Partition(TableKeys.SubmissionPartition(department));
        if (question.Submission is { } submission)
            filter.Row(TableKeys.SubmissionRow(submission));
        return filter.Equal("Plan", question.Plan).Equal("State", question.State);
    }

    private static FilterText OfQuarterSubmissions(TableQuestion question)
    {
        var filter = new FilterText();
        if (question is { Plan: { } plan, Quarter: { } quarter })
            filter.Partition(TableKeys.QuarterSubmissionPartition(plan, QuarterOf(quarter))).RowsOf(question.Department);
        else
            filter.Plan(question.Plan).Equal("Quarter", question.Quarter).Equal("Department", question.Department);
        return filter.Within("Quarter", question.From, question.To).Equal("Submission", question.Submission).Equal("Verdict", question.State);
    }

    private static FilterText OfFindings(TableQuestion question)
    {
        var filter = new FilterText();
        if (question.Submission is { } submission)
            filter.Partition(TableKeys.FindingPartition(submission));
        return filter.Equal("Plan", question.Plan).Equal("Department", question.Department).Equal("Code", question.Code).Equal("Severity", question.State);
    }

    private FilterText OfObservations(TableQuestion question)
    {
        var history = question.Table == TableNames.ObservationHistory;
        var period = question.Period is null ? (Period?)null : PeriodOf(question.Period);
        var filter = new FilterText();
        if (question is { Plan: { } plan, Indicator: { } indicator })
        {
            filter.Partition(TableKeys.ObservationPartition(plan, plans.Find(plan)?.FindIndicator(indicator)?.SeriesId ?? indicator));
            if (question.Region is { } region)
            {
                if (period is not { } known)
                    filter.Rows(TableKeys.StartingWith(region));
                else if (history)
                    filter.Rows(TableKeys.StartingWith(region, known.ToString()));
                else
                    filter.Row(TableKeys.ObservationRow(region, known));
            }
            else
            {
                filter.Equal("Period", period?.ToString());
            }
        }
        else
        {
            filter.Plan(question.Plan).Equal("Indicator", question.Indicator).Equal("Region", question.Region).Equal("Period", period?.ToString());
        }

        return Rest(filter, question).Equal("Attribute", Words<IndicatorAttribute>.Of(question.Attribute));
    }

    private static FilterText OfProjects(TableQuestion question)
    {
        var history = question.Table == TableNames.ProjectReportHistory;
        var period = question.Period is null ? (Period?)null : PeriodOf(question.Period);
        var filter = new FilterText();
        if (question is { Plan: { } plan, Project: { } project })
        {
            filter.Partition(TableKeys.ProjectPartition(plan, project));
            if (period is { } known)
                _ = history ? filter.Rows(TableKeys.StartingWith(known.ToString())) : filter.Row(TableKeys.ProjectRow(known));
        }
        else
        {
            filter.Plan(question.Plan).Equal("Project", question.Project).Equal("Period", period?.ToString());
        }

        return Rest(filter, question);
    }

    private static FilterText OfCatalogue(TableQuestion question)
    {
        var filter = new FilterText();
        var (kind, id) = question switch
        {
            { Indicator: { } indicator } => ("indicator", indicator),
            { Region: { } region } => ("region", region),
            _ => (question.Kind, null),
        };
        if (question.Plan is { } plan && kind is not null)
        {
            filter.Partition(TableKeys.CataloguePartition(plan, kind));
            if (id is not null)
                filter.Row(TableKeys.CatalogueRow(id));
        }
        else
        {
            filter.Plan(question.Plan).Equal("Kind", kind).Equal("Id", id);
        }

        return filter
            .Equal("Project", question.Project)
            .Equal("Department", question.Department)
            .Equal("Part", question.Part)
            .Equal("Attribute", Words<IndicatorAttribute>.Of(question.Attribute));
    }

    private static FilterText RestOfSummary(FilterText filter, TableQuestion question) => filter
        .Equal("Department", question.Department)
        .Equal("Region", question.Region)
        .Equal("Status", question.State)
        .Equal("Part", question.Part)
        .Equal("Attribute", question.Attribute?.Chinese());

    private static FilterText OfSummaryPartitions(TableQuestion question)
    {
        var filter = new FilterText();
        if (question is { Plan: { } plan, Quarter: { } quarter })
            return filter.Partition(TableKeys.SummaryPartition(plan, QuarterOf(quarter)));
        if (question.Plan is not null && (question.From ?? question.To) is not null)
        {
            var all = TableKeys.StartingWith(question.Plan);
            return filter.Partitions(new KeyRange(
                question.From is { } from ? TableKeys.SummaryPartition(question.Plan, from) : all.From,
                question.To is { } to ? TableKeys.SummaryPartition(question.Plan, to.Next) : all.Before));
        }

        return filter.Plan(question.Plan).Equal("Quarter", question.Quarter is null ? null : QuarterOf(question.Quarter).ToString())
            .Within("Quarter", question.From, question.To);
    }

    private static FilterText OfReturns(TableQuestion question)
    {
        var filter = new FilterText();
        if (question is { Plan: { } plan, Quarter: { } quarter })
            filter.Partition(TableKeys.ReturnPartition(plan, QuarterOf(quarter)));
        else
            filter.Plan(question.Plan).Equal("Quarter", question.Quarter);
        return filter.Equal("Department", question.Department).Equal("State", question.State);
    }

    private static FilterText OfAudit(TableQuestion question)
    {
        var filter = new FilterText();
        if (question.Month is { } month)
            filter.Partition(month);
        return filter.Equal("Plan", question.Plan).Equal("State", question.State);
    }

    private static FilterText Rest(FilterText filter, TableQuestion question) => filter
        .Equal("Quarter", question.Quarter is null ? null : QuarterOf(question.Quarter).ToString())
        .Within("Quarter", question.From, question.To)
        .Equal("Department", question.Department)
        .Equal("Submission", question.Submission)
        .Equal("State", question.State)
        .Equal("Part", question.Part)
        .UploadedBy(question.AsOf);

    private static Period PeriodOf(string text) => Period.TryParse(text, out var period)
        ? period
        : throw new RefusedQuestionException($"“{text}”不是期间。", $"'{text}' is not a period such as 2023, 2023Q3, 2023Q3YTD, 2023M08 or 2023M08YTD.", "period");

    private static ReportingQuarter QuarterOf(string text) => ReportingQuarter.TryParse(text, out var quarter)
        ? quarter
        : throw new RefusedQuestionException($"“{text}”不是季度。", $"'{text}' is not a quarter such as 2023Q3.", "quarter");

    private static IEnumerable<(string Name, bool IsAsked)> Names(TableQuestion question) =>
    [
        (nameof(question.Plan), question.Plan is not null),
        (nameof(question.Indicator), question.Indicator is not null),
        (nameof(question.Project), question.Project is not null),
        (nameof(question.Region), question.Region is not null),
        (nameof(question.Period), question.Period is not null),
        (nameof(question.Department), question.Department is not null),
        (nameof(question.Quarter), question.Quarter is not null),
        (nameof(question.From), question.From is not null),
        (nameof(question.To), question.To is not null),
        (nameof(question.Submission), question.Submission is not null),
        (nameof(question.Code), question.Code is not null),
        (nameof(question.State), question.State is not null),
        (nameof(question.Part), question.Part is not null),
        (nameof(question.Attribute), question.Attribute is not null),
        (nameof(question.Kind), question.Kind is not null),
        (nameof(question.Month), question.Month is not null),
        (nameof(question.Version), question.Version is not null),
        (nameof(question.AsOf), question.AsOf is not null),
    ];
}
