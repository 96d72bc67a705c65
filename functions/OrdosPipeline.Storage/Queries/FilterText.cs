using Azure.Data.Tables;
using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Stores;

namespace OrdosPipeline.Storage.Queries;

/// <summary>Conditions that all hold, each quoted by the client's own <see cref="TableClient.CreateQueryFilter(FormattableString)"/>.</summary>
internal sealed class FilterText
{
    private readonly List<string> conditions = [];

    /// <summary>How many comparisons there are; the service takes <see cref="ODataFilter.MostComparisons"/>.</summary>
    public int Comparisons { get; private set; }

    /// <summary>Adds a condition.</summary>
    /// <param name="condition">With brackets around it where it holds an <c>or</c>.</param>
    /// <param name="comparisons">How many it is made of.</param>
    public FilterText Add(string condition, int comparisons = 1)
    {
        conditions.Add(condition);
        Comparisons += comparisons;
        return this;
    }

    public FilterText Partition(string key) => Add(TableClient.CreateQueryFilter($"PartitionKey eq {key}"));

    public FilterText Partitions(KeyRange range) => Add(TableClient.CreateQueryFilter($"PartitionKey ge {range.From} and PartitionKey lt {range.Before}"), 2);

    public FilterText Row(string key) => Add(TableClient.CreateQueryFilter($"RowKey eq {key}"));

    public FilterText Rows(KeyRange range) => Add(TableClient.CreateQueryFilter($"RowKey ge {range.From} and RowKey lt {range.Before}"), 2);

    /// <summary>The rows whose keys begin with a department, or all.</summary>
    public FilterText RowsOf(string? department) => department is null ? this : Rows(TableKeys.StartingWith(department));

    /// <summary>The partitions of a plan, or all.</summary>
    public FilterText Plan(string? plan) => plan is null ? this : Partitions(TableKeys.StartingWith(plan));

    public FilterText Equal(string column, string? value) =>
        value is null ? this : Add(string.Concat(column, " ", TableClient.CreateQueryFilter($"eq {value}")));

    public FilterText Within(string column, ReportingQuarter? from, ReportingQuarter? to)
    {
        if (from is { } first)
            Add(string.Concat(column, " ", TableClient.CreateQueryFilter($"ge {first.ToString()}")));
        if (to is { } last)
            Add(string.Concat(column, " ", TableClient.CreateQueryFilter($"le {last.ToString()}")));
        return this;
    }

    public FilterText UploadedBy(DateTimeOffset? asOf) => asOf is { } instant ? Add(TableClient.CreateQueryFilter($"UploadedAt le {instant}")) : this;

    /// <summary>What was asked for as a filter, in brackets.</summary>
    public FilterText And(ODataFilter? asked) => asked is null ? this : Add($"({asked.Text})", asked.Comparisons);

    /// <exception cref="RefusedQuestionException">There are more comparisons than the service takes.</exception>
    public string? Checked() => Comparisons <= ODataFilter.MostComparisons
        ? ToString()
        : throw new RefusedQuestionException(
            $"条件太多：一次最多 {ODataFilter.MostComparisons} 个比较，这里有 {Comparisons} 个。",
            $"Too many conditions: the service takes {ODataFilter.MostComparisons} comparisons, here are {Comparisons}.",
            "$filter");

    public override string? ToString() => conditions.Count == 0 ? null : string.Join(" and ", conditions);
}
