namespace OrdosPipeline.Core.Progress.Decisions;

/// <summary>Why a table of decisions is not recorded.</summary>
/// <param name="LineNumber">1-based line of the file; null when the whole file is meant.</param>
/// <param name="Column">Name of the column; null when the whole row is meant.</param>
/// <param name="Message">What is wrong and what is expected, in Chinese.</param>
/// <param name="MessageEn">In English.</param>
public sealed record DecisionProblem(int? LineNumber, string? Column, string Message, string MessageEn)
{
    /// <summary>For people, both languages on one line.</summary>
    public override string ToString()
    {
        var place = LineNumber is { } line ? $"第 {line} 行" : "整个文件";
        return $"{place}{(Column is null ? "" : $" [{Column}]")}：{Message} ({MessageEn})";
    }
}
