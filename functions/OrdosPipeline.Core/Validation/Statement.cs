namespace OrdosPipeline.Core.Validation;

/// <summary>One thing that a row says about what it is about.</summary>
/// <param name="Name">What it is, in Chinese; one of a kind within the row.</param>
/// <param name="NameEn">The same in English.</param>
/// <param name="Value">Equal where two rows say the same, however they write it.</param>
/// <param name="Text">As written.</param>
internal sealed record Statement(string Name, string NameEn, string Value, string Text)
{
    /// <summary>What two rows say differently, or only one of them says.</summary>
    public static IReadOnlyList<(Statement? Own, Statement? Other)> Differences(IReadOnlyList<Statement> own, IReadOnlyList<Statement> others)
    {
        var different = new List<(Statement? Own, Statement? Other)>();
        foreach (var statement in own)
        {
            var other = others.FirstOrDefault(candidate => candidate.Name == statement.Name);
            if (other?.Value != statement.Value)
                different.Add((statement, other));
        }

        different.AddRange(others.Where(other => own.All(statement => statement.Name != other.Name)).Select(other => ((Statement?)null, (Statement?)other)));
        return different;
    }
}
