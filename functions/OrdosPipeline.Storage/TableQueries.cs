using Azure.Data.Tables;
using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Stores;

namespace OrdosPipeline.Storage;

/// <param name="Filter">In OData; null for every row.</param>
/// <param name="Keeps">What the filter cannot say.</param>
internal sealed record TableQuery(string? Filter, Func<TableEntity, bool> Keeps);

/// <summary>Turns questions into filters: ranges of keys where keys can answer, conditions on columns where they cannot.</summary>
/// <remarks>A filter may have at most 15 comparisons (learn.microsoft.com/rest/api/storageservices/querying-tables-and-entities); none here has more than 13.</remarks>
internal sealed class TableQueries(PlanLibrary plans)
{
    /// <exception cref="ArgumentException">The question names something that the table has no column for.</exception>
    public TableQuery Of(TableQuestion question) => question.Table switch
    {
        TableNames.Submissions => OfSubmissions(new Asked(question, "Department", "Submission", "Plan", "State", "Quarter", "Code")),
        TableNames.Findings => OfFindings(new Asked(question, "Submission", "Plan", "Department", "Code", "State")),
        TableNames.Observations or TableNames.ObservationHistory =>
            OfObservations(new Asked(question, "Plan", "Indicator", "Region", "Period", "Quarter", "Department", "Submission", "State")),
        TableNames.ProjectReports or TableNames.ProjectReportHistory =>
            OfProjects(new Asked(question, "Plan", "Project", "Period", "Quarter", "Department", "Submission", "State")),
        TableNames.Catalogue => OfCatalogue(new Asked(question, "Plan", "Indicator", "Project", "Region", "Department")),
        TableNames.Returns => OfReturns(new Asked(question, "Plan", "Quarter", "Department", "State")),
        TableNames.Summaries => OfSummaries(new Asked(question, "Plan", "Quarter", "Version", "Indicator", "Project", "Region", "Department", "State")),
        _ => throw new ArgumentException($"There is no table '{question.Table}'.", nameof(question)),
    };

    /// <summary>The heads of the versions that a question about summaries may mean.</summary>
    public static string SummaryHeads(TableQuestion question)
    {
        var filter = new Filter();
        AddSummaryPartitions(filter, question);
        return filter.Rows(TableKeys.SummaryHeads).ToString()!;
    }

    private static TableQuery OfSubmissions(Asked asked)
    {
        var question = asked.Question;
        var filter = new Filter();
        if (question.Department is { } department)
            filter.Partition(TableKeys.SubmissionPartition(department));
        if (question.Submission is { } submission)
            filter.Row(TableKeys.SubmissionRow(submission));
        filter.Equal("Plan", question.Plan).Equal("State", question.State);
        if (question.Quarter is null && question.Code is null)
            return filter.ToQuery();

        // The quarters and codes of a submission are lists, of which a filter knows only the ends.
        var quarter = question.Quarter is null ? null : Quarter(question.Quarter).ToString();
        if (quarter is not null)
            filter.Add(TableClient.CreateQueryFilter($"FirstQuarter le {quarter} and LastQuarter ge {quarter}"));
        return new TableQuery(filter.ToString(), row =>
            (quarter is null || LedgerRows.Split(TableRow.Text(row, "Quarters")).Contains(quarter, StringComparer.Ordinal))
            && (question.Code is null || LedgerRows.Read(row).FindingCounts.ContainsKey(question.Code)));
    }

    private static TableQuery OfFindings(Asked asked)
    {
        var question = asked.Question;
        var filter = new Filter();
        if (question.Submission is { } submission)
            filter.Partition(TableKeys.FindingPartition(submission));
        return filter.Equal("Plan", question.Plan).Equal("Department", question.Department).Equal("Code", question.Code).Equal("Severity", question.State).ToQuery();
    }

    private TableQuery OfObservations(Asked asked)
    {
        var question = asked.Question;
        var history = question.Table == TableNames.ObservationHistory;
        var period = question.Period is null ? (Period?)null : PeriodOf(question.Period);
        var filter = new Filter();
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

        return Rest(filter, question);
    }

    private static TableQuery OfProjects(Asked asked)
    {
        var question = asked.Question;
        var history = question.Table == TableNames.ProjectReportHistory;
        var period = question.Period is null ? (Period?)null : PeriodOf(question.Period);
        var filter = new Filter();
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

    private static TableQuery OfReturns(Asked asked)
    {
        var question = asked.Question;
        var filter = new Filter();
        if (question is { Plan: { } plan, Quarter: { } quarter })
            filter.Partition(TableKeys.ReturnPartition(plan, Quarter(quarter)));
        else
            filter.Plan(question.Plan).Equal("Quarter", question.Quarter);
        return filter.Equal("Department", question.Department).Equal("State", question.State).ToQuery();
    }

    private static TableQuery OfCatalogue(Asked asked)
    {
        var question = asked.Question;
        var filter = new Filter();
        if (question.Plan is { } plan && question.Indicator is not null)
            filter.Partition(TableKeys.CataloguePartition(plan, "indicator"));
        else if (question.Plan is { } other && question.Region is not null)
            filter.Partition(TableKeys.CataloguePartition(other, "region"));
        else
            filter.Plan(question.Plan).Equal("Kind", question.Indicator is not null ? "indicator" : question.Region is not null ? "region" : null);
        return filter
            .Equal("Id", question.Indicator)
            .Equal("Id", question.Region)
            .Equal("Project", question.Project)
            .Equal("Department", question.Department)
            .ToQuery();
    }

    private static TableQuery OfSummaries(Asked asked)
    {
        var question = asked.Question;
        var filter = new Filter();
        AddSummaryPartitions(filter, question);
        filter.Rows(question.Version is { } version ? TableKeys.SummaryVersion(version) : TableKeys.SummaryRows);
        if (question.Indicator is { } indicator)
            filter.Add(TableClient.CreateQueryFilter($"Kind eq 'indicator' and Id eq {indicator}"));
        if (question.Project is { } project)
            filter.Add(TableClient.CreateQueryFilter($"Kind eq 'project' and Id eq {project}"));
        if (question.Department is { } department)
            filter.Add(TableClient.CreateQueryFilter($"(Department eq {department} or (Kind eq 'department' and Id eq {department}))"));
        return filter.Equal("Region", question.Region).Equal("Status", question.State).ToQuery();
    }

    private static void AddSummaryPartitions(Filter filter, TableQuestion question)
    {
        if (question is { Plan: { } plan, Quarter: { } quarter })
            filter.Partition(TableKeys.SummaryPartition(plan, Quarter(quarter)));
        else
            filter.Plan(question.Plan).Equal("Quarter", question.Quarter is null ? null : Quarter(question.Quarter).ToString());
    }

    private static TableQuery Rest(Filter filter, TableQuestion question) => filter
        .Equal("Quarter", question.Quarter is null ? null : Quarter(question.Quarter).ToString())
        .Equal("Department", question.Department)
        .Equal("Submission", question.Submission)
        .Equal("State", question.State)
        .ToQuery();

    private static Period PeriodOf(string text) => Period.TryParse(text, out var period)
        ? period
        : throw new ArgumentException($"'{text}' is not a period such as 2023, 2023Q3, 2023Q3YTD, 2023M08 or 2023M08YTD.", nameof(text));

    private static ReportingQuarter Quarter(string text) => ReportingQuarter.TryParse(text, out var quarter)
        ? quarter
        : throw new ArgumentException($"'{text}' is not a quarter such as 2023Q3.", nameof(text));

    /// <summary>A question that names nothing but what its table can tell; empty text asks for anything, like null.</summary>
    private sealed class Asked
    {
        public Asked(TableQuestion question, params ReadOnlySpan<string> known)
        {
            Question = question with
            {
                Plan = Text(question.Plan),
                Indicator = Text(question.Indicator),
                Project = Text(question.Project),
                Region = Text(question.Region),
                Period = Text(question.Period),
                Department = Text(question.Department),
                Quarter = Text(question.Quarter),
                Submission = Text(question.Submission),
                Code = Text(question.Code),
                State = Text(question.State),
            };
            Check(nameof(question.Plan), Question.Plan, known);
            Check(nameof(question.Indicator), Question.Indicator, known);
            Check(nameof(question.Project), Question.Project, known);
            Check(nameof(question.Region), Question.Region, known);
            Check(nameof(question.Period), Question.Period, known);
            Check(nameof(question.Department), Question.Department, known);
            Check(nameof(question.Quarter), Question.Quarter, known);
            Check(nameof(question.Submission), Question.Submission, known);
            Check(nameof(question.Code), Question.Code, known);
            Check(nameof(question.State), Question.State, known);
            Check(nameof(question.Version), Question.Version, known);
        }

        public TableQuestion Question { get; }

        private static string? Text(string? value) => string.IsNullOrEmpty(value) ? null : value;

        private void Check(string name, object? value, ReadOnlySpan<string> known)
        {
            if (value is not null && !known.Contains(name))
                throw new ArgumentException($"The table {Question.Table} cannot be asked by {name}.");
        }
    }

    /// <summary>Conditions that all hold, each quoted by the client's own <see cref="TableClient.CreateQueryFilter(FormattableString)"/>.</summary>
    private sealed class Filter
    {
        private readonly List<string> conditions = [];

        public Filter Add(string condition)
        {
            conditions.Add(condition);
            return this;
        }

        public Filter Partition(string key) => Add(TableClient.CreateQueryFilter($"PartitionKey eq {key}"));

        public Filter Row(string key) => Add(TableClient.CreateQueryFilter($"RowKey eq {key}"));

        public Filter Rows(KeyRange range) => Add(TableClient.CreateQueryFilter($"RowKey ge {range.From} and RowKey lt {range.Before}"));

        /// <summary>The partitions of a plan, or all.</summary>
        public Filter Plan(string? plan)
        {
            if (plan is null)
                return this;
            var range = TableKeys.StartingWith(plan);
            return Add(TableClient.CreateQueryFilter($"PartitionKey ge {range.From} and PartitionKey lt {range.Before}"));
        }

        public Filter Equal(string column, string? value) =>
            value is null ? this : Add(string.Concat(column, " ", TableClient.CreateQueryFilter($"eq {value}")));

        public TableQuery ToQuery() => new(ToString(), _ => true);

        public override string? ToString() => conditions.Count == 0 ? null : string.Join(" and ", conditions);
    }
}
