using OrdosPipeline.Core.Plan;

namespace OrdosPipeline.Core.Stores;

/// <summary>What an administrator can ask a table for; null and empty mean any.</summary>
public sealed record TableQuestion
{
    /// <summary>The most rows of a page: the service gives no more at once (learn.microsoft.com/rest/api/storageservices/query-timeout-and-pagination).</summary>
    public const int MostRows = 1000;

    /// <summary>Name of the table, one of <see cref="TableNames"/>.</summary>
    public required string Table { get; init; }

    public string? Plan { get; init; }

    public string? Indicator { get; init; }

    public string? Project { get; init; }

    /// <summary>GB/T 2260 code.</summary>
    public string? Region { get; init; }

    /// <summary>Canonical text of one period.</summary>
    public string? Period { get; init; }

    public string? Department { get; init; }

    /// <summary>Such as 2023Q3: the quarter in which periods end, or that a summary is of.</summary>
    public string? Quarter { get; init; }

    /// <summary>The first of a range of quarters.</summary>
    public ReportingQuarter? From { get; init; }

    /// <summary>The last of a range of quarters, included.</summary>
    public ReportingQuarter? To { get; init; }

    public string? Submission { get; init; }

    /// <summary>Finding code.</summary>
    public string? Code { get; init; }

    /// <summary>State, status or severity.</summary>
    public string? State { get; init; }

    /// <summary>篇 of the plan.</summary>
    public string? Part { get; init; }

    public IndicatorAttribute? Attribute { get; init; }

    /// <summary>Kind of a row of Catalogue or Summaries.</summary>
    public string? Kind { get; init; }

    /// <summary>Calendar month in China, such as 2023-10, of acts in the audit trail.</summary>
    public string? Month { get; init; }

    /// <summary>Of a summary; null is the latest.</summary>
    public int? Version { get; init; }

    /// <summary>What was known at this instant: of observations, projects and summaries. Null is now.</summary>
    public DateTimeOffset? AsOf { get; init; }

    /// <summary>Further conditions in the OData syntax of Table Storage, on columns of TABLES.md.</summary>
    public string? Filter { get; init; }

    /// <summary>The columns wanted, in this order; empty for all.</summary>
    public IReadOnlyList<string> Select { get; init; } = [];

    /// <summary>Rows per page, at most <see cref="MostRows"/>.</summary>
    public int Top { get; init; } = MostRows;

    /// <summary>From the page before; null for the first.</summary>
    public string? Continuation { get; init; }
}

/// <param name="Columns">Names in the order of TABLES.md, or of <see cref="TableQuestion.Select"/>.</param>
/// <param name="Rows">Values by column; text, <see cref="decimal"/>, <see cref="long"/>, <see cref="bool"/>, <see cref="DateTimeOffset"/> or null.</param>
/// <param name="Continuation">For the next page; null when this is the last.</param>
public sealed record TablePage(IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<object?>> Rows, string? Continuation);

/// <summary>Answers questions from the tables.</summary>
public interface ITableReader
{
    /// <summary>One page of the answer, in the order of the keys.</summary>
    /// <exception cref="RefusedQuestionException">The question names something that the table has no column for, or is put wrongly.</exception>
    Task<TablePage> ReadAsync(TableQuestion question, CancellationToken cancellationToken);
}
