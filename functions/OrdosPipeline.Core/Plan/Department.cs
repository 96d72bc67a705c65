namespace OrdosPipeline.Core.Plan;

public enum DepartmentKind
{
    Bureau,
    Party,

    /// <summary>The government of a banner or district.</summary>
    Region,
}

/// <summary>Who reports; the first path segment of what it drops.</summary>
public sealed record Department
{
    /// <summary>Kebab-case, used in paths and keys.</summary>
    public required string Code { get; init; }

    public required string Name { get; init; }

    public IReadOnlyList<string> Aliases { get; init; } = [];

    public DepartmentKind Kind { get; init; }
}

/// <summary>全市 or one of its banners and districts.</summary>
public sealed record Region
{
    /// <summary>GB/T 2260 code.</summary>
    public required string Code { get; init; }

    public required string Name { get; init; }

    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>Code of the region it is part of; null for the city.</summary>
    public string? Parent { get; init; }

    /// <summary>Code of the department that is its government; null for the city.</summary>
    public string? Department { get; init; }
}
