using System.Text.RegularExpressions;
using OrdosPipeline.Core.Plan;

namespace OrdosPipeline.Core.Intake;

/// <summary>Reads the rows below the header of a project return.</summary>
internal sealed partial class ProjectTableReader(Grid grid, TableLayout layout, TableDefaults defaults, WordCache cache, UnitChooser units) : ITableRowReader
{
    private static readonly string[] DoneWords =
        ["完成实物工作量", "累计完成工程量", "完成工程量", "累计完成量", "累计完成", "完成数量", "完成量", "已完成", "完成", "工程量", "实物工作量", "实物量"];

    private readonly int codeColumn = layout.Find(ColumnRole.ProjectCode)?.ColumnNumber ?? 0;
    private readonly int nameColumn = layout.Find(ColumnRole.ProjectName)?.ColumnNumber ?? 0;
    private readonly int periodColumn = layout.Find(ColumnRole.Period)?.ColumnNumber ?? 0;
    private readonly int stateColumn = layout.Find(ColumnRole.State)?.ColumnNumber ?? 0;
    private readonly ColumnReading? progress = layout.Find(ColumnRole.Progress);
    private readonly ColumnReading? investment = layout.Find(ColumnRole.Investment);
    private readonly ColumnReading[] quantities = [.. layout.Columns.Where(c => c.Role == ColumnRole.Quantity)];
    private readonly ColumnReading[] others = [.. layout.Columns.Where(c => c.Role == ColumnRole.Unknown)];
    private readonly int[] remarks = [.. layout.Columns.Where(c => c.Role is ColumnRole.Problem or ColumnRole.Remark).OrderBy(c => c.Role == ColumnRole.Remark).Select(c => c.ColumnNumber)];
    private readonly MeasureUnit? investmentUnit = cache.Words.Plan.Units.TryFind("亿元", out var unit) ? unit : null;
    private readonly HashSet<int> usedColumns = [];
    private readonly List<ProjectRow> rows = [];
    private readonly SkippedRows skipped = new();
    private readonly Dictionary<string, (int Index, List<QuantityReading> Works, bool IsRest)> lastRows = new(StringComparer.Ordinal);
    private (string Code, string Name)? last;

    public void Read(SheetRow row)
    {
        if (Skipped(row) is { } reason)
            skipped.Add(grid.Skipped(row, reason));
    }

    private SkipReason? Skipped(SheetRow row)
    {
        if (layout.Missing.Count > 0)
            return SkipReason.ColumnMissing;
        var code = Text(row, codeColumn, out var codeAt).Trim();
        var name = Text(row, nameColumn, out var nameAt).Trim();
        if (row.At(stateColumn > 0 ? stateColumn : int.MaxValue).IsBlank && Blank(row, progress) && Blank(row, investment) && quantities.All(column => Blank(row, column)))
        {
            if (code.Length == 0 && name.Length == 0)
                return SkipReason.NothingToRead;
            last = (code, name);
            return cache.Words.Projects.Match(code, name).Outcome == NameOutcome.Found ? SkipReason.NotReported : SkipReason.Heading;
        }

        if (code.Length == 0 && IndicatorTableReader.IsTotal(name))
        {
            last = null;
            return SkipReason.Total;
        }

        if (code.Length == 0 && name.Length == 0 && last is { } above)
            (code, name) = above;
        else if (code.Length > 0 || name.Length > 0)
            last = (code, name);

        var match = cache.Words.Projects.Match(code, name);
        var byCode = (match.ByCode && code.Length > 0) || nameColumn == 0;
        var (period, periodAt) = PeriodOf(row, byCode ? codeAt : nameAt);
        var (amount, words) = ProgressOf(row);
        var notes = new List<string>();
        if (words.Length > 0)
            notes.Add(words);
        var works = match.Outcome == NameOutcome.Found && match.Item is { } project ? QuantitiesOf(row, project, notes) : [];
        notes.AddRange(remarks.Select(column => grid.Filled(row.Number, column).Cell.Text.Trim()).Where(text => text.Length > 0));
        var state = StateOf(row);
        var isRest = state is null && amount is null && words.Length == 0 && (investment is null || Blank(row, investment));
        var read = new ProjectRow
        {
            RowNumber = (byCode ? codeAt : nameAt).RowNumber,
            Subject = new(byCode ? codeAt : nameAt, byCode || name.Length == 0 ? code : name),
            Match = match,
            Period = period,
            PeriodAt = periodAt,
            State = state,
            Progress = amount,
            Investment = investment is null || Blank(row, investment) ? null : Amount(row, investment, investmentUnit),
            Quantities = works,
            Remark = string.Join("；", notes),
        };
        if (!IsJoined(read, works, isRest))
        {
            if (match.Item is { } named)
                lastRows[named.Id] = (rows.Count, works, isRest);
            rows.Add(read);
        }

        return null;
    }

    public TableReading Table() => new()
    {
        Sheet = grid.Sheet.Name,
        Kind = TableKind.Projects,
        IsTransposed = grid.IsTransposed,
        Header = layout.Columns[0].Header,
        HeaderCells = new(grid.Address(layout.FirstRow, layout.Columns[0].ColumnNumber), grid.Address(layout.LastRow, layout.Columns[^1].ColumnNumber)),
        YearTitle = defaults.YearTitle,
        Columns = [.. layout.Columns.Select(c => usedColumns.Contains(c.ColumnNumber) ? c with { Role = ColumnRole.Quantity } : c)],
        MissingColumns = layout.Missing,
        DuplicateColumns = layout.Duplicates,
        ProjectRows = rows,
        SkippedRows = skipped,
    };

    /// <summary>
    /// Whether the row says more of the works of a project that another row is about, or is what such rows before it say
    /// more of: they stand below each other, or apart once the table was sorted.
    /// </summary>
    private bool IsJoined(ProjectRow read, List<QuantityReading> works, bool isRest)
    {
        if (read.Match is not { Outcome: NameOutcome.Found, Item: { } project } || !lastRows.TryGetValue(project.Id, out var known))
            return false;
        var before = rows[known.Index];
        var isFurther = isRest && works.Count > 0 && (read.Remark.Length == 0 || read.Remark == before.Remark);
        var isMain = known.IsRest && (before.Remark.Length == 0 || read.Remark == before.Remark);
        if ((!isFurther && !isMain) || (read.Period.Outcome != PeriodOutcome.Missing && read.Period != before.Period)
            || works.Exists(work => known.Works.Exists(other => other.Quantity == work.Quantity)))
            return false;
        if (isFurther)
        {
            known.Works.AddRange(works);
            return true;
        }

        works.AddRange(known.Works);
        rows[known.Index] = read;
        lastRows[project.Id] = (known.Index, works, isRest);
        return true;
    }

    private static bool Blank(SheetRow row, ColumnReading? column) => column is null || row.At(column.ColumnNumber).IsBlank;

    private (PeriodReading Period, Written At) PeriodOf(SheetRow row, CellAddress subject)
    {
        var at = new Written(subject, "");
        if (periodColumn > 0)
        {
            var (cell, rowNumber, columnNumber) = grid.Filled(row.Number, periodColumn);
            var period = cache.Period(cell, defaults.Year);
            at = new(grid.Address(rowNumber, columnNumber), cell.Text);
            if (period.Outcome != PeriodOutcome.Missing)
                return (period, at);
        }

        return defaults.Period is { } line ? (PeriodText.Read(line.Value, defaults.Year), new(line.Address, line.Value)) : (PeriodOutcome.Missing, at);
    }

    private Written? StateOf(SheetRow row)
    {
        if (stateColumn == 0)
            return null;
        var text = Text(row, stateColumn, out var at).Trim();
        return text.Length == 0 || MissingMarks.IsMissing(CompactText.Of(text)) ? null : new Written(at, text);
    }

    // 形象进度 is a percentage, or words such as 主体封顶 that are kept as a remark.
    private (AmountReading? Amount, string Words) ProgressOf(SheetRow row)
    {
        if (progress is null || Blank(row, progress))
            return (null, "");
        var cell = row.At(progress.ColumnNumber);
        var number = cell.Kind == CellKind.Text ? NumberText.Read(ProgressWord().Replace(cell.Text.Trim(), ""), cache.Words.Plan.Units) : NumberText.Read(cell, cache.Words.Plan.Units);
        var isWords = number.Outcome is NumberOutcome.Unreadable or NumberOutcome.UnitUnknown && cell.Kind == CellKind.Text
            && cell.Text.Count(c => c is >= '\u4e00' and <= '\u9fff') >= 3;
        if (isWords || (number.Outcome == NumberOutcome.Imprecise && !cell.Text.AsSpan().ContainsAnyInRange('0', '9') && !CompactText.HalfWidth(cell.Text).AsSpan().ContainsAnyInRange('0', '9')))
            return (null, cell.Text.Trim());
        var at = grid.Address(row.Number, progress.ColumnNumber);
        _ = cache.Words.Plan.Units.TryFind("%", out var percent);
        return (new AmountReading(new(at, cell.Text), number, new(number.Unit ?? percent, number.Unit is null ? UnitSource.Header : UnitSource.Glued, at, "%")), "");
    }

    private List<QuantityReading> QuantitiesOf(SheetRow row, Project project, List<string> notes)
    {
        var works = new List<QuantityReading>();
        foreach (var column in quantities)
        {
            if (Blank(row, column))
                continue;
            if (row.At(column.ColumnNumber) is { Kind: CellKind.Text } told && NumberText.Read(told, cache.Words.Plan.Units).Outcome == NumberOutcome.Unreadable && told.Text.Any(char.IsLetter))
            {
                var at = grid.Address(row.Number, column.ColumnNumber);
                var (read, rest) = QuantityText.Read(told.Text, project, cache.Words.Plan.Units);
                works.AddRange(read.Select(work => new QuantityReading(work.Quantity, new(new(at, told.Text), work.Number, new(work.Number.Unit, UnitSource.Glued, at, work.Number.Unit!.Symbol)))));
                if (rest.Length > 0)
                    notes.Add(rest);
                continue;
            }

            var what = layout.Columns.LastOrDefault(c => c.Role == ColumnRole.QuantityName && c.ColumnNumber < column.ColumnNumber) ?? layout.Find(ColumnRole.QuantityName);
            var name = what is null ? column.Label : grid.Filled(row.Number, what.ColumnNumber).Cell.Text;
            if (QuantityOf(project, name, what is null, column, row) is { } quantity)
                works.Add(new QuantityReading(quantity, Amount(row, column, quantity.Unit)));
            else
                notes.Add($"{name.Trim()} {row.At(column.ColumnNumber).Text}");
        }

        // A column that is called like one of the project's works holds what is done of them.
        foreach (var column in others)
        {
            if (Blank(row, column) || project.Quantities.FirstOrDefault(q => Key(q.Name) == Key(column.Label) || Key(q.Name) == WithoutDone(Key(column.Label))) is not { } named)
                continue;
            usedColumns.Add(column.ColumnNumber);
            works.Add(new QuantityReading(named, Amount(row, column, named.Unit)));
        }

        return [.. works.DistinctBy(w => w.Quantity.Sequence)];
    }

    private ProjectQuantity? QuantityOf(Project project, string name, bool isLabel, ColumnReading column, SheetRow row)
    {
        var key = isLabel ? WithoutDone(Key(name)) : Key(name);
        if (key.Length > 1)
        {
            var named = project.Quantities.Where(q => Key(q.Name) == key).Concat(project.Quantities.Where(q => Key(q.Name).Contains(key, StringComparison.Ordinal) || key.Contains(Key(q.Name), StringComparison.Ordinal)))
                .Distinct().ToList();
            if (named.Count > 0 && (named.Count == 1 || Key(named[0].Name) == key))
                return named[0];
        }

        if (project.Quantities.Count == 1)
            return project.Quantities[0];
        var unit = Amount(row, column, null).Unit.Unit;
        var fitting = project.Quantities.Where(q => unit is not null && q.Unit.Symbol == unit.Symbol).ToList();
        return fitting.Count == 1 ? fitting[0] : null;
    }

    // What a header says beside the works themselves: 河道治理完成量, 完成量：河道治理.
    private static string WithoutDone(string key)
    {
        foreach (var word in DoneWords)
        {
            if (key.EndsWith(word, StringComparison.Ordinal))
                return key[..^word.Length];
            if (key.StartsWith(word, StringComparison.Ordinal))
                return key[word.Length..];
        }

        return key;
    }

    private string Key(string name) => NameKey.Of(name, cache.Words.Plan.Units).Loose;

    private AmountReading Amount(SheetRow row, ColumnReading column, MeasureUnit? own)
    {
        var cell = row.At(column.ColumnNumber);
        var at = grid.Address(row.Number, column.ColumnNumber);
        var number = NumberText.Read(cell, cache.Words.Plan.Units);
        // A column of units belongs to the amounts before it; in front of all amounts, to the first.
        var amounts = layout.Columns.Where(c => c.Role is ColumnRole.Investment or ColumnRole.Quantity).Select(c => c.ColumnNumber).ToList();
        Written? stated = null;
        foreach (var unitColumn in layout.Columns.Where(c => c.Role == ColumnRole.Unit))
        {
            var before = amounts.Where(c => c < unitColumn.ColumnNumber).DefaultIfEmpty(amounts.Min()).Max();
            var text = grid.Filled(row.Number, unitColumn.ColumnNumber).Cell.Text.Trim();
            if (before == column.ColumnNumber && text.Length > 0 && !MissingMarks.IsMissing(CompactText.Of(text)))
                stated = new(grid.Address(row.Number, unitColumn.ColumnNumber), text);
        }

        return new AmountReading(new(at, cell.Text), number, units.Choose(own, number, at, stated, column.UnitText, column.Header, defaults.Unit));
    }

    private string Text(SheetRow row, int column, out CellAddress at)
    {
        if (column == 0)
        {
            at = grid.Address(row.Number, 1);
            return "";
        }

        var (cell, rowNumber, columnNumber) = grid.Filled(row.Number, column);
        at = grid.Address(rowNumber, columnNumber);
        return cell.Text;
    }

    // 已完成45%, 完成率45.3%, 总体形象进度：60%.
    [GeneratedRegex(@"^(?:总体|累计|工程|项目)?(?:形象)?(?:进度|已完成|完成率|完成)(?:达到|达|为)?[:：]?\s*(?=[0-9０-９百])", RegexOptions.CultureInvariant)]
    private static partial Regex ProgressWord();
}
