using OrdosPipeline.Core.Plan;

namespace OrdosPipeline.Core.Intake;

/// <summary>Understands a workbook: finds the tables of its sheets and reads their rows. Judges nothing and never throws for what a file contains.</summary>
public sealed class SubmissionReader
{
    /// <summary>A header stands near the top: what is below so many rows without one is not searched.</summary>
    private const int MostRowsAboveHeader = 300;

    private readonly PlanWords words;
    private readonly Region defaultRegion;

    /// <param name="plan">Whose words the workbook is written in.</param>
    /// <param name="department">A banner or district reports for itself where it names no region; null for everyone else.</param>
    public SubmissionReader(PlanCatalogue plan, Department? department)
    {
        words = PlanWords.Of(plan);
        defaultRegion = department is null ? plan.City : plan.Regions.FirstOrDefault(region => region.Department == department.Code) ?? plan.City;
    }

    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public SubmissionReading Read(Workbook workbook, CancellationToken cancellationToken)
    {
        var sheets = new List<SheetReading>(workbook.Sheets.Count);
        foreach (var sheet in workbook.Sheets.Where(sheet => sheet.Name != FeedbackSheet.Name && (sheet.Name is null || sheet.Name != workbook.Template?.InstructionSheet)))
            sheets.Add(ReadSheet(sheet, cancellationToken));
        return new SubmissionReading(sheets);
    }

    private SheetReading ReadSheet(Sheet sheet, CancellationToken cancellationToken)
    {
        // First, because what a hidden sheet holds is not even opened.
        if (sheet.IsHidden)
            return new(sheet.Name, SheetOutcome.Hidden, [], []);
        if (!sheet.Rows.Any(row => row.Cells.Any(cell => !cell.IsBlank)))
            return new(sheet.Name, SheetOutcome.Empty, [], []);
        var grid = Grid.Of(sheet);
        var reading = ReadGrid(grid, TableDefaults.None, cancellationToken);
        if (reading.Tables.Count > 0)
            return reading;
        return Transposed(grid, reading, cancellationToken) ?? ReadGrid(grid, TableDefaults.None, cancellationToken, cornerNamesColumns: true);
    }

    private SheetReading? Transposed(Grid grid, SheetReading reading, CancellationToken cancellationToken)
    {
        if (!Grid.CanBeTransposed(grid.Sheet))
            return null;
        var (defaults, around) = Surroundings(grid);
        var transposed = Grid.Transposed(grid.Sheet, around.Select(row => row.At.RowNumber).ToHashSet());
        if (ReadGrid(transposed, defaults, cancellationToken) is not { Tables.Count: > 0 } exchanged)
            return null;
        var skipped = new SkippedRows();
        foreach (var row in around)
            skipped.Add(row);
        return exchanged with { KeyLines = reading.KeyLines, SkippedRows = skipped };
    }

    // Titles, key lines and notes stand across the sheet even where its table lies on its side.
    private (TableDefaults Defaults, List<SkippedRow> Rows) Surroundings(Grid grid)
    {
        var defaults = TableDefaults.None;
        var rows = new List<SkippedRow>();
        var titles = new TableTitles(words.Plan.Units);
        var isAbove = true;
        foreach (var row in grid.Rows)
        {
            var first = row.Cells.FirstOrDefault(cell => !cell.IsBlank);
            if (first.IsBlank)
                continue;
            var found = isAbove ? KeyLine.In(grid, row).ToList() : [];
            var isNote = first.Kind == CellKind.Text && KeyLine.IsNote(first.Text);
            isAbove &= found.Count > 0 || isNote || (first.Kind == CellKind.Text && row.Cells.Count(cell => !cell.IsBlank) == 1);
            if (!isAbove && !isNote)
                continue;
            var around = grid.Skipped(row, ReasonOf(first.Text, found));
            rows.Add(around);
            if (around.Reason == SkipReason.Title)
                titles.Read(around);
            defaults = Defaults(defaults, found, titles);
        }

        return (defaults, rows);
    }

    private SheetReading ReadGrid(Grid grid, TableDefaults defaults, CancellationToken cancellationToken, bool cornerNamesColumns = false)
    {
        var cache = new WordCache(words);
        var finder = new HeaderFinder(words, cornerNamesColumns);
        var units = new UnitChooser(words.Plan.Units);
        var keyLines = new List<KeyLine>();
        var tables = new List<TableReading>();
        var readers = new List<ITableRowReader>();
        var titles = new TableTitles(words.Plan.Units, defaults);
        var nextTitles = new TableTitles(words.Plan.Units);
        var skipped = new SkippedRows();
        var above = new List<KeyLine>();
        var searched = 0;
        for (var index = 0; index < grid.Rows.Count; index++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var row = grid.Rows[index];
            if (readers.Count == 0 ? searched++ < MostRowsAboveHeader : finder.StartsTable(row))
            {
                if (nextTitles.HasAny)
                {
                    (titles, nextTitles) = (nextTitles.After(titles), new(words.Plan.Units));
                    defaults = Defaults(defaults, [], titles);
                }

                var layouts = finder.At(grid, index, defaults);
                if (layouts.Count > 0)
                {
                    tables.AddRange(readers.Select(reader => reader.Table()));
                    readers.Clear();
                    foreach (var layout in layouts)
                    {
                        var own = layouts.Count > 1 ? Defaults(defaults, above.FindAll(line => layout.Covers(line.Address)), titles) : defaults;
                        readers.Add(layout.Kind == TableKind.Indicators
                            ? new IndicatorTableReader(grid, layout, own, cache, units, defaultRegion)
                            : new ProjectTableReader(grid, layout, own, cache, units));
                    }

                    above.Clear();

                    while (index + 1 < grid.Rows.Count && grid.Rows[index + 1].Number <= layouts[0].LastRow)
                        index++;
                    continue;
                }
            }

            var first = row.Cells.FirstOrDefault(cell => !cell.IsBlank);
            if (readers.Count > 0 && !IsAround(row, first))
            {
                // A title between two tables is the lower one's.
                if (first.Kind == CellKind.Text && row.Cells.Count(cell => !cell.IsBlank) == 1)
                    nextTitles.Read(grid.Skipped(row, SkipReason.Title));
                foreach (var reader in readers)
                    reader.Read(row);
                continue;
            }

            if (first.Kind != CellKind.Text)
                continue;
            var found = KeyLine.In(grid, row).ToList();
            keyLines.AddRange(found);
            above.AddRange(found);
            var around = grid.Skipped(row, ReasonOf(first.Text, found));
            skipped.Add(around);
            if (around.Reason == SkipReason.Title)
                titles.Read(around);
            defaults = Defaults(defaults, found, titles);
        }

        tables.AddRange(readers.Select(reader => reader.Table()));
        return new(grid.Sheet.Name, tables.Count > 0 ? SheetOutcome.Read : SheetOutcome.NoTable, tables, keyLines) { SkippedRows = skipped };
    }

    private static SkipReason ReasonOf(string text, List<KeyLine> found)
    {
        if (KeyLine.IsSignature(text) || (found.Count > 0 && found.TrueForAll(line => line.Kind == KeyLineKind.Other)))
            return SkipReason.Signature;
        return found.Count > 0 ? SkipReason.KeyLine : KeyLine.IsNote(text) || text.AsSpan().TrimStart() is ['*', ..] ? SkipReason.Note : SkipReason.Title;
    }

    // Only a text that starts like a key line or a note costs a closer look. A star marks a note where it stands alone, and a name in front of values.
    private static bool IsAround(SheetRow row, Cell first)
    {
        if (first.Kind != CellKind.Text)
            return false;
        var text = first.Text.AsSpan().TrimStart();
        return text.Length > 0 && text[0] is '注' or '备' or '说' or '填' or '附' or '数' or '资' or '审' or '制' or '复' or '负' or '单' or '统' or '分' or '联' or '电' or '报'
                or '盖' or '指' or '*' or '（' or '(' or '计' or '金' or '上' or '编' or '汇' or '提' or '期' or '地' or '区' or '所'
            && (text[0] == '*' ? row.Cells.Count(cell => !cell.IsBlank) == 1 : KeyLine.IsNote(first.Text) || KeyLine.IsKeyLine(first.Text));
    }

    private TableDefaults Defaults(TableDefaults defaults, List<KeyLine> found, TableTitles titles)
    {
        var period = found.LastOrDefault(line => line.Kind == KeyLineKind.Period) ?? defaults.Period;
        int? year = null;
        if (period is not null && PeriodText.Read(period.Value, titles.Year) is { IsRead: true } read)
            year = read.Period.Year;
        return new TableDefaults(
            period,
            found.LastOrDefault(line => line.Kind == KeyLineKind.Region) ?? defaults.Region,
            UnitOf(found.LastOrDefault(line => line.Kind == KeyLineKind.Unit) ?? defaults.Unit, titles.UnitAt),
            year ?? titles.Year,
            period is null || year is null || PeriodText.Read(period.Value, null).Outcome == PeriodOutcome.YearMissing ? titles.At : null,
            SubjectOf(defaults.Subject, found.LastOrDefault(line => line.Kind == KeyLineKind.Indicator), titles),
            period is null ? titles.Part : PeriodText.PartInTitle(period.Value));
    }

    // A unit line counts, but for one above the title of a later table.
    private static KeyLine? UnitOf(KeyLine? line, Written? title) =>
        title is { } stated && (line is null || stated.Address > line.Address) ? new KeyLine(KeyLineKind.Unit, stated.Text, stated.Address) : line;

    // A line 指标： counts until another, or until a title below it names an indicator.
    private TableSubject? SubjectOf(TableSubject? before, KeyLine? line, TableTitles titles)
    {
        if (line is not null)
            return TableSubject.Of(line, [], words);
        var titled = TableSubject.Of(null, titles.Titles, words);
        return before is { IsLine: true } && !(titled is { IsFound: true } && titled.At.Address > before.At.Address) ? before : titled;
    }
}
