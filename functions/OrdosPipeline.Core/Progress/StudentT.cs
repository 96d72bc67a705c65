namespace OrdosPipeline.Core.Progress;

/// <summary>Student's t distribution.</summary>
internal static class StudentT
{
    /// <summary>The t within which 95 % of the distribution lie on both sides of 0.</summary>
    /// <param name="freedom">Degrees of freedom, at least 1.</param>
    public static double TwoSided95(int freedom)
    {
        // 12.71 is the value for one degree of freedom, the largest.
        var (low, high) = (1.0, 13.0);
        for (var step = 0; step < 60; step++)
        {
            var middle = (low + high) / 2;
            if (Within(middle, freedom) < 0.95)
                low = middle;
            else
                high = middle;
        }

        return (low + high) / 2;
    }

    /// <summary>The probability of −t to t, by the finite series for whole degrees of freedom (Abramowitz and Stegun 26.7.3 and 26.7.4).</summary>
    private static double Within(double t, int freedom)
    {
        var angle = Math.Atan(t / Math.Sqrt(freedom));
        var (sine, cosine) = Math.SinCos(angle);
        var odd = freedom % 2 == 1;
        var (term, sum) = odd ? (cosine, freedom == 1 ? 0 : cosine) : (1.0, 1.0);
        for (var power = odd ? 3 : 2; power <= freedom - 2; power += 2)
        {
            term *= cosine * cosine * (power - 1) / power;
            sum += term;
        }

        return odd ? 2 / Math.PI * (angle + sine * sum) : sine * sum;
    }
}
