namespace OrdosPipeline.Core.Intake;

/// <summary>How many characters have to be changed, added, left out or swapped to make one text of another.</summary>
internal static class EditDistance
{
    /// <summary>The distance, or <paramref name="most"/> + 1 when it is larger.</summary>
    public static int Between(string left, string right, int most)
    {
        if (Math.Abs(left.Length - right.Length) > most)
            return most + 1;
        Span<int> rows = stackalloc int[3 * 64];
        if (right.Length >= 64)
            rows = new int[3 * (right.Length + 1)];
        var width = rows.Length / 3;
        var (older, old, current) = (0, width, 2 * width);
        for (var column = 0; column <= right.Length; column++)
            rows[old + column] = column;
        for (var row = 1; row <= left.Length; row++)
        {
            rows[current] = row;
            var least = row;
            for (var column = 1; column <= right.Length; column++)
            {
                var cost = left[row - 1] == right[column - 1] ? 0 : 1;
                var distance = Math.Min(Math.Min(rows[current + column - 1], rows[old + column]) + 1, rows[old + column - 1] + cost);
                if (row > 1 && column > 1 && left[row - 1] == right[column - 2] && left[row - 2] == right[column - 1])
                    distance = Math.Min(distance, rows[older + column - 2] + 1);
                rows[current + column] = distance;
                least = Math.Min(least, distance);
            }

            if (least > most)
                return most + 1;
            (older, old, current) = (old, current, older);
        }

        return Math.Min(rows[old + right.Length], most + 1);
    }

    /// <summary>A set of the characters of <paramref name="text"/> in 64 bits; one edit changes at most two of them.</summary>
    public static ulong Signature(string text)
    {
        var signature = 0UL;
        foreach (var c in text)
            signature |= 1UL << (int)(c * 2654435761u >> 26);
        return signature;
    }
}
