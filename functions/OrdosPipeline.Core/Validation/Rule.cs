using OrdosPipeline.Core.Intake;

namespace OrdosPipeline.Core.Validation;

/// <summary>One fault or remark that a submission can have, with the texts that explain it. Listed in <see cref="RuleBook"/>.</summary>
/// <param name="code">One of <see cref="FindingCodes"/>.</param>
/// <param name="severity">What it means for the submission.</param>
/// <param name="title">Its name in Chinese, for lists of findings by kind: a few words without a full stop.</param>
/// <param name="titleEn">The same in English.</param>
/// <param name="chinese">Says what is wrong where, what was found and how to mend it. {where}, {found} and the rule's own details are filled in.</param>
/// <param name="english">The same in English.</param>
public abstract class Rule(string code, Severity severity, string title, string titleEn, string chinese, string english)
{
    public string Code { get; } = code;

    public Severity Severity { get; } = severity;

    public string Title { get; } = title;

    public string TitleEn { get; } = titleEn;

    public string Chinese { get; } = chinese;

    public string English { get; } = english;

    /// <summary>Whether a value that it finds is left out of the observations.</summary>
    public virtual bool Drops => Severity == Severity.Error;
}

/// <summary>A rule that looks at one <typeparamref name="TSubject"/> at a time.</summary>
public abstract class Rule<TSubject>(string code, Severity severity, string title, string titleEn, string chinese, string english)
    : Rule(code, severity, title, titleEn, chinese, english)
{
    /// <summary>The fault of <paramref name="subject"/>, or null where it has none.</summary>
    internal abstract Fault? Find(TSubject subject, CheckContext context);
}

/// <summary>What a rule found.</summary>
/// <param name="At">Where, and what stands there; null for the whole file or sheet.</param>
/// <param name="Details">What the rule's texts name beside it.</param>
internal sealed record Fault(Written? At, params IReadOnlyList<Detail> Details)
{
    /// <summary>The 1-based row, where no single cell is meant.</summary>
    public int? RowNumber { get; init; }

    /// <summary>Where the catalogue and not the rule says what it means.</summary>
    public Severity? Severity { get; init; }

    /// <summary>Quoted where no cell is meant.</summary>
    public string? Found { get; init; }
}

/// <summary>One thing that a text names.</summary>
internal readonly record struct Detail(string Name, string Chinese, string English)
{
    public Detail(string name, string both)
        : this(name, both, both)
    {
    }
}
