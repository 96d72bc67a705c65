namespace OrdosPipeline.Core.Plan.Consistency;

public enum ConsistencyOperator
{
    AtMost,
    Equal,
    AtLeast,
}

/// <summary>What a broken rule means for a submission.</summary>
public enum ConsistencySeverity
{
    Info,
    Warning,
    Error,
}

/// <summary>Something that must hold between series, as the catalogue's <c>consistency.csv</c> states it.</summary>
public sealed record ConsistencyRule
{
    public required string Id { get; init; }

    public required ConsistencyExpression Left { get; init; }

    public required ConsistencyOperator Operator { get; init; }

    public required ConsistencyExpression Right { get; init; }

    /// <summary>By how much the two sides may differ; a fraction of the right side where <see cref="IsToleranceRelative"/>, else in its unit.</summary>
    public required decimal Tolerance { get; init; }

    public required bool IsToleranceRelative { get; init; }

    public required ConsistencySeverity Severity { get; init; }

    /// <summary>What does not hold, in Chinese.</summary>
    public required string Text { get; init; }

    public required string TextEn { get; init; }

    /// <summary>Rules that name no region hold in each; the others in the city.</summary>
    public bool HoldsInEachRegion => Operands.All(operand => operand.Region is null);

    /// <summary>Everything that the two sides are made of, the right side first: it is the whole, or the bound.</summary>
    public IEnumerable<ConsistencyOperand> Operands => Right.Operands.Concat(Left.Operands);

    /// <summary>As it stands in the catalogue.</summary>
    public string Formula => $"{Left} {Operator switch { ConsistencyOperator.AtMost => "<=", ConsistencyOperator.AtLeast => ">=", _ => "=" }} {Right}";

    /// <summary>
    /// Whether the rule is broken for one region, whatever the unknown values are: they may be anything within the
    /// plausible bounds of their indicators. What is not broken for certain is not broken.
    /// </summary>
    /// <param name="plan">Of the rule.</param>
    /// <param name="region">Of operands that name none.</param>
    /// <param name="valueOf">The value of an indicator in a region; null where it is not known.</param>
    public bool IsBroken(PlanCatalogue plan, string region, Func<string, string, decimal?> valueOf)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(valueOf);
        try
        {
            var (left, right) = (Left.Evaluate(Bounds), Right.Evaluate(Bounds));
            return (Operator != ConsistencyOperator.AtLeast && Exceeds(left.Low, right.High, right))
                || (Operator != ConsistencyOperator.AtMost && Exceeds(right.Low, left.High, right));
        }
        catch (OverflowException)
        {
            return false;
        }

        ConsistencyBounds Bounds(ConsistencyOperand operand)
        {
            if (valueOf(operand.Indicator, operand.Region ?? region) is { } value)
                return new(value, value);
            var indicator = plan.FindIndicator(operand.Indicator)!;
            return new(indicator.PlausibleMin, indicator.PlausibleMax);
        }
    }

    private bool Exceeds(decimal? low, decimal? high, ConsistencyBounds right)
    {
        if (low is not { } least || high is not { } most)
            return false;
        if (!IsToleranceRelative)
            return least - most > Tolerance;
        // A bound that is not known allows any distance.
        return Tolerance == 0 ? least > most : right is { Low: { } from, High: { } to } && least - most > Tolerance * Math.Max(Math.Abs(from), Math.Abs(to));
    }
}

/// <param name="Indicator">Id.</param>
/// <param name="Region">Code; null is the region for which the rule is asked.</param>
public readonly record struct ConsistencyOperand(string Indicator, string? Region);

/// <summary>Between what two numbers a value lies; null has no bound.</summary>
public readonly record struct ConsistencyBounds(decimal? Low, decimal? High);
