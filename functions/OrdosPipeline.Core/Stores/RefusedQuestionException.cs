namespace OrdosPipeline.Core.Stores;

/// <summary>A question that cannot be answered as it is put, with what is wrong in both languages for whoever asked.</summary>
public sealed class RefusedQuestionException(string chinese, string english, string? parameter = null) : ArgumentException(english)
{
    public string Chinese { get; } = chinese;

    public string English { get; } = english;

    /// <summary>What of the question is wrong, by the name under which it is asked; null for the whole.</summary>
    public string? Parameter { get; } = parameter;
}
