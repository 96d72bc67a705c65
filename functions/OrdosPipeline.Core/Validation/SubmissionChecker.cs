using System.Globalization;
using OrdosPipeline.Core.Intake;
using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Validation.History;

namespace OrdosPipeline.Core.Validation;

/// <summary>Holds an opened file against every rule of <see cref="RuleBook"/>. The only maker of a <see cref="CheckedSubmission"/>.</summary>
public static class SubmissionChecker
{
    /// <summary>Checks a file by itself, without what was reported before.</summary>
    /// <param name="file">As opened, or why it could not be.</param>
    /// <param name="plan">What it is held against.</param>
    /// <param name="submission">Its department is a code, or the path segment as written.</param>
    /// <param name="asOf">What has not ended by this day is in the future.</param>
    /// <param name="limits">The time that checking may take; everything else was limited when the file was opened.</param>
    /// <param name="cancellationToken">Ends the checking between rows.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static CheckedSubmission Check(
        OpenedFile file, PlanCatalogue plan, SubmissionHeader submission, DateOnly asOf, IntakeLimits limits, CancellationToken cancellationToken) =>
        Start(file, plan, submission, asOf, limits, HistorySettings.Default, cancellationToken).Finish(before: null, cancellationToken);

    /// <summary>Reads a file and judges what it says by itself.</summary>
    /// <param name="file">As opened, or why it could not be.</param>
    /// <param name="plan">What it is held against.</param>
    /// <param name="submission">Its department is a code, or the path segment as written.</param>
    /// <param name="asOf">What has not ended by this day is in the future.</param>
    /// <param name="limits">The time that checking may take; everything else was limited when the file was opened.</param>
    /// <param name="history">For the comparison with what was reported before.</param>
    /// <param name="cancellationToken">Ends the checking between rows.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static StartedCheck Start(
        OpenedFile file, PlanCatalogue plan, SubmissionHeader submission, DateOnly asOf, IntakeLimits limits, HistorySettings history, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(limits);
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(limits.CheckingTime);
        try
        {
            return Start(file, plan, submission, asOf, history, timeout.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // No file of honest size takes so long.
            var tooLarge = OpenedFile.Of(FileFault.TooLarge(LimitKind.Seconds, (long)limits.CheckingTime.TotalSeconds));
            return Start(tooLarge, plan, submission, asOf, history, cancellationToken);
        }
    }

    private static StartedCheck Start(
        OpenedFile file, PlanCatalogue plan, SubmissionHeader submission, DateOnly asOf, HistorySettings history, CancellationToken cancellationToken)
    {
        var words = PlanWords.Of(plan);
        var department = words.Departments.Find(submission.Department);
        var context = new CheckContext(plan, words, department, asOf, history);
        if (department is not null)
            submission = submission with { Department = department.Code };
        var reading = file.Workbook is null ? null : new SubmissionReader(plan, department).Read(file.Workbook, cancellationToken);
        var check = new Checking(context, submission);
        check.File(new FileSubject(file, reading, submission), cancellationToken);
        return check.Started(reading is null ? FileExplanation.None : FileExplanation.Of(file.Workbook!, reading));
    }

    /// <summary>One run over one file.</summary>
    private sealed class Checking(CheckContext context, SubmissionHeader submission)
    {
        private readonly FindingList findings = new();
        private readonly RepeatFinder<ValueItem> values = new(SaysOf);
        private readonly RepeatFinder<ProjectItem> projects = new(SaysOf);
        private int sheetIndex = -1;
        private string? sheetName;

        public void File(FileSubject subject, CancellationToken cancellationToken)
        {
            foreach (var rule in RuleBook.File)
                Apply(rule, subject);
            if (subject.Reading is not { } reading)
                return;
            if (RuleBook.NoTable.Find(subject, context) is { } fault)
            {
                // One sheet that holds something is named; of several none is the one.
                var candidates = reading.Sheets.Where(sheet => sheet.Outcome == SheetOutcome.NoTable).ToList();
                findings.Add(RuleBook.NoTable, -1, candidates.Count == 1 ? candidates[0].Name : null, fault);
            }

            foreach (var sheet in reading.Sheets)
            {
                sheetIndex++;
                sheetName = sheet.Name;
                Sheet(new SheetSubject(sheet, reading), cancellationToken);
            }

            values.Report(findings, context);
            projects.Report(findings, context);
        }

        public StartedCheck Started(FileExplanation explanation)
        {
            var (keptValues, keptProjects) = (values.Kept(), projects.Kept());
            return new StartedCheck(submission, explanation, context.Plan, keptValues, keptProjects, (before, cancellationToken) =>
            {
                var history = new HistoryCheck(context, findings, before);
                history.Check(keptValues, keptProjects, cancellationToken);
                return new CheckedSubmission
                {
                    Submission = submission,
                    Verdict = findings.HasErrors ? Verdict.Rejected : findings.HasWarnings ? Verdict.AcceptedWithWarnings : Verdict.Accepted,
                    Findings = findings.InOrder(),
                    FindingCounts = findings.Counts,
                    Values = [.. keptValues.Where(item => !history.Dropped.Contains(item)).Select(item => item.Checked)],
                    ProjectRows = [.. keptProjects.Select(item => item.Checked)],
                };
            });
        }

        private void Sheet(SheetSubject subject, CancellationToken cancellationToken)
        {
            foreach (var rule in RuleBook.Sheet)
                Apply(rule, subject);
            foreach (var line in subject.Sheet.KeyLines)
            {
                foreach (var rule in RuleBook.KeyLines)
                    Apply(rule, line);
            }

            foreach (var table in subject.Sheet.Tables)
            {
                Table(new TableSubject(table, subject.Reading));
                foreach (var row in table.IndicatorRows)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    Row(row);
                }

                foreach (var subjectCell in table.FurtherRows.Subjects)
                    findings.AddUnlisted(RuleBook.NotInPlan, sheetIndex, subjectCell);

                foreach (var row in table.ProjectRows)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    Row(row);
                }
            }
        }

        private void Table(TableSubject subject)
        {
            foreach (var rule in RuleBook.Table)
                Apply(rule, subject);
            foreach (var rule in RuleBook.Column)
            {
                foreach (var column in subject.Table.Columns)
                    Apply(rule, new ColumnSubject(subject.Table, column));
            }
        }

        private void Row(IndicatorRow row)
        {
            var rowDrops = false;
            // A template that many departments share is full of marks for no value: whose indicator they stand beside does not matter.
            if (row.Values.Count > 0 && row.Values.All(value => value.Number.Outcome == NumberOutcome.Missing))
            {
                if (RuleBook.Indicator.All(rule => rule.Severity != Severity.Error || rule.Find(new IndicatorSubject(row, null), context) is null) && row.Match.Outcome == NameOutcome.Found)
                {
                    foreach (var value in row.Values)
                        Value(row, value, drops: false);
                }

                return;
            }

            foreach (var rule in RuleBook.Indicator)
            {
                if (rule.Find(new IndicatorSubject(row, null), context) is not { } fault)
                    continue;
                findings.Add(rule, sheetIndex, sheetName, fault);
                rowDrops = true;
                // What is nobody's or another's is not looked at any further.
                if (row.Match.Outcome is NameOutcome.NotInPlan or NameOutcome.Found)
                    return;
                break;
            }

            foreach (var value in row.Values)
                Value(row, value, rowDrops);
        }

        private void Value(IndicatorRow row, ValueReading value, bool drops)
        {
            var indicator = row.Indicator;
            var amount = new AmountSubject(value.Cell, value.Number, value.Unit, indicator?.Unit);
            // What is not reported needs neither period nor region.
            if (value.Number.Outcome is NumberOutcome.Missing)
            {
                Amount(amount);
                return;
            }

            var notYours = false;
            foreach (var rule in RuleBook.Indicator)
                notYours |= rule.Severity == Severity.Error && indicator is not null && Apply(rule, new IndicatorSubject(row, value));
            if (notYours)
                return;
            foreach (var rule in RuleBook.Region)
                drops |= Apply(rule, value);
            drops |= Period(new PeriodSubject(value.Period, value.PeriodAt));
            // A comparison with years before the plan is not held against the plan.
            if (value.Period.IsRead && value.Period.Period.Year < context.Plan.Years.First)
                return;
            drops |= Amount(amount);
            if (indicator is null || value.Region is not { } region || drops)
                return;
            if (value.Number.IsRead && amount.Own is not null)
            {
                foreach (var rule in RuleBook.Value)
                    drops |= Apply(rule, new ValueSubject(indicator, amount));
                if (drops)
                    return;
            }

            var period = value.Period.Period.KeyFor(indicator.Measure);
            values.Add(
                $"{indicator.Id}|{region.Code}|{period}",
                $"{indicator.Name}（{region.Name}，{period}）",
                new ValueItem
                {
                    Checked = new CheckedValue
                    {
                        Indicator = indicator.Id,
                        Region = region.Code,
                        Period = value.Period.Period,
                        Value = value.Number.Outcome == NumberOutcome.Withdrawn ? null : value.Number.Value,
                        Unit = (amount.IsYesNo || value.Number.Outcome == NumberOutcome.Withdrawn ? null : value.Unit.Unit?.Symbol) ?? indicator.Unit.Symbol,
                        Sheet = sheetName,
                        Cell = value.Cell.Address.ToString(),
                        Text = value.Cell.Text,
                        Remark = row.Remark,
                    },
                    Indicator = indicator,
                    Period = period,
                    PeriodAt = value.PeriodAt,
                    Amount = amount,
                    SheetIndex = sheetIndex,
                },
                value.Cell,
                sheetIndex,
                sheetName);
        }

        private bool Period(PeriodSubject subject)
        {
            foreach (var rule in RuleBook.Period)
            {
                if (rule.Find(subject, context) is not { } fault)
                    continue;
                findings.Add(rule, sheetIndex, sheetName, fault);
                return rule.Drops;
            }

            return false;
        }

        private bool Amount(AmountSubject subject)
        {
            var drops = false;
            foreach (var rule in RuleBook.Cell)
                drops |= Apply(rule, subject);
            return drops;
        }

        private void Row(ProjectRow row)
        {
            var drops = false;
            if (row.IsNothingReported && row.Match.Item?.Department != context.Department?.Code)
                return;
            foreach (var rule in RuleBook.Project)
            {
                if (!Apply(rule, row))
                    continue;
                drops = true;
                if (row.Match.Outcome == NameOutcome.Found)
                    return;
                break;
            }

            drops |= Period(new PeriodSubject(row.Period, row.PeriodAt));
            if (row.Period.IsRead && row.Period.Period.Year < context.Plan.Years.First)
                return;
            foreach (var rule in RuleBook.ProjectCells)
                drops |= Apply(rule, row);
            var progress = row.Progress is { } p ? Amount(p, p.Unit.Unit, ref drops) : null;
            var investment = row.Investment is { } i ? Amount(i, context.Plan.Units.TryFind("亿元", out var unit) ? unit : null, ref drops) : null;
            var quantities = new List<CheckedQuantity>();
            foreach (var quantity in row.Quantities)
            {
                if (Amount(quantity.Amount, quantity.Quantity.Unit, ref drops) is { } amount)
                    quantities.Add(new CheckedQuantity(quantity.Quantity.Sequence, amount));
            }

            if (drops || row.Match is not { Outcome: NameOutcome.Found, Item: { } project })
                return;
            ProjectState? state = row.State is { } written && ProjectStateText.TryRead(written.Text, out var read) ? read : null;
            var report = new CheckedProjectRow
            {
                Project = project.Id,
                Period = row.Period.Period,
                State = state,
                Progress = progress?.Value,
                Investment = investment,
                Quantities = quantities,
                Remark = row.Remark,
                Sheet = sheetName,
                RowNumber = row.RowNumber,
                Cell = row.Subject.Address.ToString(),
                Text = row.Subject.Text,
            };
            projects.Add($"{project.Id}|{row.Period.Period.ToInstant()}", $"{project.Name}（{row.Period.Period}）",
                new ProjectItem(report, project, row.State, [.. Amounts(row, report)], sheetIndex), row.Subject, sheetIndex, sheetName);
        }

        // The numbers of a row that carries no error, in the units of the catalogue.
        private IEnumerable<ProjectAmount> Amounts(ProjectRow row, CheckedProjectRow report)
        {
            if (report.Progress is { } progress)
                yield return new ProjectAmount(row.Progress!.Cell, progress, "形象进度", "progress", "%", earlier => earlier.Progress);
            if (report.Investment is not null && context.Plan.Units.TryFind("亿元", out var money) && Converted(row.Investment!, money) is { } investment)
                yield return new ProjectAmount(row.Investment!.Cell, investment, "累计完成投资", "investment", money.Symbol, earlier => earlier.Investment);
            foreach (var (quantity, amount) in row.Quantities)
            {
                if (report.Quantities.Any(kept => kept.Sequence == quantity.Sequence) && Converted(amount, quantity.Unit) is { } done)
                {
                    yield return new ProjectAmount(
                        amount.Cell, done, quantity.Name, quantity.Name, quantity.Unit.Symbol,
                        earlier => earlier.Quantities.TryGetValue(quantity.Sequence, out var known) ? known : null);
                }
            }

            static decimal? Converted(AmountReading reading, MeasureUnit own) => new AmountSubject(reading.Cell, reading.Number, reading.Unit, own).Converted;
        }

        private static IReadOnlyList<Statement> SaysOf(ValueItem item) =>
            [new Statement("数值", "the value", item.Checked.Value is null ? "" : Text(item.Amount.Converted!.Value), item.Checked.Text)];

        private static IReadOnlyList<Statement> SaysOf(ProjectItem item) =>
        [
            .. item.State is { } state ? [new Statement("状态", "state", item.Checked.State.ToString() ?? "", state.Text)] : Array.Empty<Statement>(),
            .. item.Amounts.Select(amount => new Statement(amount.Name, amount.NameEn, Text(amount.Value), amount.Cell.Text)),
        ];

        private static string Text(decimal number) => ExactDecimal.WithoutTrailingZeros(number).ToString(CultureInfo.InvariantCulture);

        private CheckedAmount? Amount(AmountReading reading, MeasureUnit? own, ref bool drops)
        {
            var subject = new AmountSubject(reading.Cell, reading.Number, reading.Unit, own);
            var faulty = Amount(subject);
            drops |= faulty && reading.Number.Outcome != NumberOutcome.Missing;
            return !faulty && subject.Converted is not null ? new CheckedAmount(reading.Number.Value, reading.Unit.Unit!.Symbol, reading.Cell.Address.ToString()) : null;
        }

        private bool Apply<TSubject>(Rule<TSubject> rule, TSubject subject)
        {
            if (rule.Find(subject, context) is not { } fault)
                return false;
            findings.Add(rule, sheetIndex, sheetName, fault);
            return rule.Drops;
        }
    }
}
