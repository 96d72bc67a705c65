namespace OrdosPipeline.Documents.Reading;

/// <summary>Which character separates the fields of a CSV file, and how many lines say so.</summary>
/// <param name="Character">The separator; a comma where no line has any.</param>
/// <param name="AgreeingLines">The lines that have it the same number of times.</param>
/// <param name="SampledLines">The lines looked at.</param>
internal readonly record struct CsvSeparator(char Character, int AgreeingLines, int SampledLines)
{
    private const int SampleLines = 100;

    /// <summary>In the order of preference when a file leaves the choice open.</summary>
    private static readonly char[] Candidates = [',', '\t', ';', '，'];

    /// <summary>The candidate that most lines have the same number of times.</summary>
    /// <param name="sample">The beginning of the text.</param>
    public static CsvSeparator Of(ReadOnlySpan<char> sample)
    {
        var counts = new List<int[]>();
        var line = new int[Candidates.Length];
        var (inQuotes, isBlank) = (false, true);
        for (var index = 0; index < sample.Length && counts.Count < SampleLines; index++)
        {
            var c = sample[index];
            if (c == '"')
                inQuotes = !inQuotes;
            if (!inQuotes && c is '\r' or '\n')
            {
                EndLine();
                continue;
            }

            isBlank &= char.IsWhiteSpace(c);
            if (!inQuotes && Array.IndexOf(Candidates, c) is >= 0 and var candidate)
                line[candidate]++;
        }

        EndLine();
        return Best(counts);

        void EndLine()
        {
            if (!isBlank)
                counts.Add(line);
            line = new int[Candidates.Length];
            isBlank = true;
        }
    }

    private static CsvSeparator Best(List<int[]> counts)
    {
        var best = (Lines: 0, Fields: 0, Separator: Candidates[0]);
        for (var candidate = 0; candidate < Candidates.Length; candidate++)
        {
            var groups = counts.Select(line => line[candidate]).Where(count => count > 0).GroupBy(count => count);
            foreach (var group in groups)
            {
                if ((group.Count(), group.Key).CompareTo((best.Lines, best.Fields)) > 0)
                    best = (group.Count(), group.Key, Candidates[candidate]);
            }
        }

        return new CsvSeparator(best.Separator, best.Lines, counts.Count);
    }
}
