namespace OrdosPipeline.Core.Intake;

/// <summary>Decimal arithmetic without surprises.</summary>
internal static class ExactDecimal
{
    /// <summary>45.300 becomes 45.3, so that equal numbers read alike.</summary>
    public static decimal WithoutTrailingZeros(decimal value) => value / 1.000000000000000000000000000000000m;
}
