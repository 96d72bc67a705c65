using OrdosPipeline.Core.Intake;
using OrdosPipeline.Core.Validation.History;
using OrdosPipeline.Core.Validation.Rules.Between;
using OrdosPipeline.Core.Validation.Rules.Cell;
using OrdosPipeline.Core.Validation.Rules.File;
using OrdosPipeline.Core.Validation.Rules.History;
using OrdosPipeline.Core.Validation.Rules.Row;
using OrdosPipeline.Core.Validation.Rules.Table;

namespace OrdosPipeline.Core.Validation;

/// <summary>
/// Every rule, in the order in which a submission is checked. To add one: a class in Rules/, a line here, two tests, and
/// RULES.md anew.
/// </summary>
public static class RuleBook
{
    internal static readonly Rule<FileSubject>[] File =
    [
        new FileEmpty(), new FileTypeUnsupported(), new FileUnreadable(), new FileEncrypted(), new FileTooLarge(), new FileHasMacros(),
        new FileUnsafe(), new EncodingUndecidable(), new DepartmentUnknown(),
    ];

    internal static readonly Rule<FileSubject> NoTable = new TableNotFound();

    internal static readonly Rule<KeyLine>[] KeyLines = [new DepartmentDiffers()];

    internal static readonly Rule<SheetSubject>[] Sheet = [new SheetSkipped()];

    internal static readonly Rule<TableSubject>[] Table = [new ColumnMissing(), new RowsSkipped()];

    internal static readonly Rule<ColumnSubject>[] Column = [new ColumnDuplicate(), new ColumnUnknown()];

    internal static readonly Rule<IndicatorSubject> NotInPlan = new IndicatorNotInPlan();

    // The first of these that finds something explains the row.
    internal static readonly Rule<IndicatorSubject>[] Indicator =
        [new IndicatorMissing(), new IndicatorUnknown(), new IndicatorAmbiguous(), new IndicatorNameMismatch(), NotInPlan, new IndicatorNotYours()];

    internal static readonly Rule<ValueReading>[] Region = [new RegionUnknown()];

    internal static readonly Rule<PeriodSubject>[] Period =
        [new PeriodMissing(), new PeriodUnreadable(), new PeriodInFuture(), new PeriodOutsidePlan(), new PeriodBeforePlan()];

    internal static readonly Rule<ProjectRow>[] Project =
        [new ProjectMissing(), new ProjectUnknown(), new ProjectNameMismatch(), new ProjectNotYours()];

    internal static readonly Rule<ProjectRow>[] ProjectCells = [new ProjectStateUnknown(), new ProgressOutOfRange()];

    internal static readonly Rule<AmountSubject>[] Cell =
        [new ValueUnreadable(), new ValueImprecise(), new ValueFormulaError(), new ValueMissing(), new UnitUnknown(), new UnitIncompatible(), new UnitMissing()];

    internal static readonly Rule<ValueSubject>[] Value = [new ValueOutOfRange()];

    internal static readonly Rule<RepeatSubject>[] Between = [new RowsConflict(), new RowsRepeat()];

    internal static readonly Rule<ReportedBefore>[] Upload = [new DuplicateFile()];

    // Where the period or the unit is probably another one, nothing more is said about the value.
    internal static readonly Rule<SeriesSubject>[] Meaning = [new PeriodAmbiguous(), new UnitSuspicious()];

    // The first of these that finds something explains the value.
    internal static readonly Rule<SeriesSubject>[] Course = [new CumulativeFell(), new ValueFarFromTrend()];

    internal static readonly Rule<ProgressSubject>[] Progress = [new ProgressFell()];

    // The first of these that finds something explains the change.
    internal static readonly Rule<Revision>[] Revised = [new PublishedValueChanged(), new ValueRevised()];

    internal static readonly Rule<ConsistencySubject> Consistency = new ConsistencyBroken();

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Rule> All { get; } =
        [.. File, NoTable, .. KeyLines, .. Sheet, .. Table, .. Column, .. Indicator, .. Region, .. Period, .. Project, .. ProjectCells, .. Cell, .. Value, .. Between,
         .. Upload, .. Meaning, .. Course, .. Progress, .. Revised, Consistency];

    private static readonly Dictionary<Rule, int> Order = All.Select((rule, index) => (rule, index)).ToDictionary(pair => pair.rule, pair => pair.index);

    private static readonly Dictionary<string, Rule> ByCode = All.ToDictionary(rule => rule.Code, StringComparer.Ordinal);

    /// <summary>The rule of a finding; null of a code that there is no rule for any more.</summary>
    public static Rule? Find(string code) => ByCode.GetValueOrDefault(code);

    internal static int IndexOf(Rule rule) => Order[rule];
}
