namespace OrdosPipeline.Core.Validation;

/// <summary>What a finding means for the submission.</summary>
public enum Severity
{
    /// <summary>Shown.</summary>
    Info,

    /// <summary>The value is used, and shown to the administrator.</summary>
    Warning,

    /// <summary>The value cannot be used; the file is rejected as a whole.</summary>
    Error,
}

public enum Verdict
{
    Accepted,
    AcceptedWithWarnings,
    Rejected,
}

public static class FindingWords
{
    public static string Chinese(this Severity severity) => severity switch
    {
        Severity.Error => "错误",
        Severity.Warning => "警告",
        _ => "提示",
    };

    public static string Chinese(this Verdict verdict) => verdict switch
    {
        Verdict.Accepted => "通过",
        Verdict.AcceptedWithWarnings => "通过（有警告）",
        _ => "退回",
    };
}

/// <summary>One located fault or remark about a submission.</summary>
public sealed record Finding
{
    /// <summary>Public, kebab-case, one of <see cref="FindingCodes"/>.</summary>
    public required string Code { get; init; }

    public required Severity Severity { get; init; }

    /// <summary>Null for the whole file, and in a CSV file.</summary>
    public string? Sheet { get; init; }

    /// <summary>Address such as <c>C7</c>; null when no single cell is meant.</summary>
    public string? Cell { get; init; }

    /// <summary>1-based; null when no row is meant.</summary>
    public int? RowNumber { get; init; }

    /// <summary>1-based; null when no column is meant.</summary>
    public int? ColumnNumber { get; init; }

    /// <summary>What stands there.</summary>
    public string? Found { get; init; }

    /// <summary>What is wrong where and how to mend it, in Chinese, for the clerk.</summary>
    public required string Message { get; init; }

    /// <summary>The same in English.</summary>
    public required string MessageEn { get; init; }
}
