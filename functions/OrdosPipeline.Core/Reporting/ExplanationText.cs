using OrdosPipeline.Core.Intake;

namespace OrdosPipeline.Core.Reporting;

/// <summary>Tells people what was understood of a file, line by line, in Chinese or English.</summary>
public static class ExplanationText
{
    /// <summary>The lines, each with how deep it stands below the one that it belongs to.</summary>
    /// <param name="explanation">What was understood.</param>
    /// <param name="language">zh or en.</param>
    public static IReadOnlyList<ExplanationLine> Lines(FileExplanation explanation, string language)
    {
        var words = new ExplanationWords(language == "en");
        var lines = new List<ExplanationLine>();
        if (explanation.Format is { } format)
            lines.Add(new(0, words.File(format)));
        if (explanation.Text is { } text)
        {
            lines.Add(new(1, words.Encoding(text)));
            lines.Add(new(1, words.Separator(text)));
            lines.Add(new(1, words.Quotes(text.AreFieldsQuoted)));
        }

        if (explanation.Template is { } template)
            lines.Add(new(0, words.Template(template)));
        if (explanation.Plan is { } plan)
            lines.Add(new(0, words.Plan(plan)));
        foreach (var sheet in explanation.Sheets)
            Add(lines, sheet, words);
        return lines;
    }

    private static void Add(List<ExplanationLine> lines, SheetExplanation sheet, ExplanationWords words)
    {
        lines.Add(new(0, words.Sheet(sheet)));
        for (var index = 0; index < sheet.Tables.Count; index++)
        {
            var table = sheet.Tables[index];
            lines.Add(new(1, words.Table(table, sheet.Tables.Count > 1 ? index + 1 : null)));
            foreach (var column in table.Columns)
                lines.Add(new(2, words.Column(column)));
            foreach (var role in table.MissingColumns)
                lines.Add(new(2, words.Missing(role)));
            foreach (var use in table.Defaults)
                lines.Add(new(2, words.Default(use)));
            AddSkipped(lines, 2, table.Skipped, table.IsTransposed, words);
        }

        AddSkipped(lines, 1, sheet.Skipped, isTransposed: false, words);
    }

    // Rows left out for one reason are one line.
    private static void AddSkipped(List<ExplanationLine> lines, int level, SkippedRows skipped, bool isTransposed, ExplanationWords words)
    {
        foreach (var group in skipped.First.GroupBy(row => row.Reason))
            lines.Add(new(level, words.Skipped(group.Key, [.. group], isTransposed)));
        if (skipped.Count > skipped.First.Count)
            lines.Add(new(level, words.MoreSkipped(skipped.Count - skipped.First.Count)));
    }
}

/// <param name="Level">0 for the file and its sheets, 1 for a table, 2 for what belongs to a table.</param>
/// <param name="Text">One sentence.</param>
public readonly record struct ExplanationLine(int Level, string Text);
