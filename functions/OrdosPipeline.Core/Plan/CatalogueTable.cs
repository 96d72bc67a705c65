namespace OrdosPipeline.Core.Plan;

/// <summary>One CSV file of a plan folder, split into records but not yet understood.</summary>
/// <param name="File">Its name, such as <c>indicators.csv</c>.</param>
/// <param name="Header">The names of its columns.</param>
/// <param name="Records">Its records after the header.</param>
public sealed record CatalogueTable(string File, IReadOnlyList<string> Header, IReadOnlyList<CatalogueRecord> Records);

/// <param name="LineNumber">1-based line of the file on which the record starts.</param>
/// <param name="Fields">In the order of the header.</param>
public sealed record CatalogueRecord(int LineNumber, IReadOnlyList<string> Fields);

/// <summary>One thing wrong with a plan's catalogue.</summary>
/// <param name="File">Name of the file within the plan's folder.</param>
/// <param name="LineNumber">1-based; null when the whole file is meant.</param>
/// <param name="Column">Name of the column; null when the whole record is meant.</param>
/// <param name="Message">What is wrong and what is expected, for the person who edits the file.</param>
public sealed record CatalogueProblem(string File, int? LineNumber, string? Column, string Message)
{
    public override string ToString() =>
        $"{File}{(LineNumber is { } line ? $":{line}" : "")}{(Column is null ? "" : $" [{Column}]")}: {Message}";
}

/// <summary>A plan's catalogue cannot be used; holds every problem found, not only the first.</summary>
public sealed class PlanCatalogueException(string planId, IReadOnlyList<CatalogueProblem> problems)
    : Exception($"Plan {planId}: {problems.Count} problem(s) in the catalogue.{Environment.NewLine}{string.Join(Environment.NewLine, problems)}")
{
    public string PlanId { get; } = planId;

    public IReadOnlyList<CatalogueProblem> Problems { get; } = problems;
}
