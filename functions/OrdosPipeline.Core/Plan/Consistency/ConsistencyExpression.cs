using System.Globalization;

namespace OrdosPipeline.Core.Plan.Consistency;

/// <summary>One side of a consistency rule: a weighted sum of values and a constant.</summary>
public sealed class ConsistencyExpression
{
    private readonly string text;

    /// <param name="text">As written.</param>
    /// <param name="terms">Each operand with its factor.</param>
    /// <param name="constant">What is added to them.</param>
    internal ConsistencyExpression(string text, IReadOnlyList<(ConsistencyOperand Operand, decimal Factor)> terms, decimal constant)
    {
        this.text = text;
        Terms = terms;
        Constant = constant;
    }

    public IReadOnlyList<(ConsistencyOperand Operand, decimal Factor)> Terms { get; }

    public decimal Constant { get; }

    public IEnumerable<ConsistencyOperand> Operands => Terms.Select(term => term.Operand);

    /// <exception cref="OverflowException">It exceeds the range of <see cref="decimal"/>.</exception>
    public ConsistencyBounds Evaluate(Func<ConsistencyOperand, ConsistencyBounds> boundsOf)
    {
        decimal? low = Constant;
        decimal? high = Constant;
        foreach (var (operand, factor) in Terms)
        {
            var bounds = boundsOf(operand);
            low += factor * (factor < 0 ? bounds.High : bounds.Low);
            high += factor * (factor < 0 ? bounds.Low : bounds.High);
        }

        return new(low, high);
    }

    /// <summary>As written.</summary>
    public override string ToString() => text;

    /// <summary>The expression with numbers in place of the operands, <c>?</c> for those that are not known.</summary>
    public string Filled(Func<ConsistencyOperand, decimal?> valueOf)
    {
        var parts = Terms.Select(term => (
            IsNegative: term.Factor < 0,
            Text: (Math.Abs(term.Factor) == 1 ? "" : $"{Number(Math.Abs(term.Factor))}×") + (valueOf(term.Operand) is { } value ? Number(value) : "?"))).ToList();
        if (Constant != 0 || parts.Count == 0)
            parts.Add((Constant < 0, Number(Math.Abs(Constant))));
        return string.Concat(parts.Select((part, index) => index == 0 ? (part.IsNegative ? "−" : "") + part.Text : (part.IsNegative ? " − " : " + ") + part.Text));
    }

    private static string Number(decimal value) => value.ToString("0.############################", CultureInfo.InvariantCulture);
}
