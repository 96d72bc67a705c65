using System.Runtime.CompilerServices;

namespace OrdosPipeline.Core.Stores;

/// <summary>The rows of an answer that has several pages.</summary>
/// <param name="Columns">As of <see cref="TablePage"/>.</param>
/// <param name="Rows">Read page by page as they are asked for; to be gone through once.</param>
public sealed record TableReading(IReadOnlyList<string> Columns, IAsyncEnumerable<IReadOnlyList<object?>> Rows);

public static class TableReadings
{
    /// <summary>Reads the first page and gives all rows up to a limit.</summary>
    /// <param name="reader">Of the tables.</param>
    /// <param name="question">Its <see cref="TableQuestion.Top"/> is the size of a page.</param>
    /// <param name="most">No more rows than this.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="RefusedQuestionException">As <see cref="ITableReader.ReadAsync"/>.</exception>
    public static async Task<TableReading> ReadAllAsync(this ITableReader reader, TableQuestion question, int most, CancellationToken cancellationToken)
    {
        question = question with { Top = Math.Min(most, TableQuestion.MostRows) };
        var first = await reader.ReadAsync(question, cancellationToken);
        return new TableReading(first.Columns, Rows(reader, question, first, most, cancellationToken));
    }

    private static async IAsyncEnumerable<IReadOnlyList<object?>> Rows(
        ITableReader reader, TableQuestion question, TablePage page, int left, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (true)
        {
            foreach (var row in page.Rows)
                yield return row;
            left -= page.Rows.Count;
            if (page.Continuation is null || left <= 0)
                yield break;
            page = await reader.ReadAsync(question with { Top = Math.Min(left, TableQuestion.MostRows), Continuation = page.Continuation }, cancellationToken);
        }
    }
}
