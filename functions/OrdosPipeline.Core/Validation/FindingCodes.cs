namespace OrdosPipeline.Core.Validation;

/// <summary>Every code that a finding can have. Public and never renamed: departments and programs rely on them.</summary>
public static class FindingCodes
{
    public const string FileEmpty = "file-empty";
    public const string FileTypeUnsupported = "file-type-unsupported";
    public const string FileUnreadable = "file-unreadable";
    public const string FileEncrypted = "file-encrypted";
    public const string FileTooLarge = "file-too-large";
    public const string FileHasMacros = "file-has-macros";
    public const string FileUnsafe = "file-unsafe";
    public const string EncodingUndecidable = "encoding-undecidable";
    public const string DepartmentUnknown = "department-unknown";
    public const string DepartmentDiffers = "department-differs";
    public const string DuplicateFile = "duplicate-file";
    public const string TableNotFound = "table-not-found";
    public const string SheetSkipped = "sheet-skipped";
    public const string RowsSkipped = "rows-skipped";
    public const string ColumnMissing = "column-missing";
    public const string ColumnDuplicate = "column-duplicate";
    public const string ColumnUnknown = "column-unknown";
    public const string IndicatorMissing = "indicator-missing";
    public const string IndicatorUnknown = "indicator-unknown";
    public const string IndicatorAmbiguous = "indicator-ambiguous";
    public const string IndicatorNameMismatch = "indicator-name-mismatch";
    public const string IndicatorNotYours = "indicator-not-yours";
    public const string IndicatorNotInPlan = "indicator-not-in-plan";
    public const string RegionUnknown = "region-unknown";
    public const string PeriodMissing = "period-missing";
    public const string PeriodUnreadable = "period-unreadable";
    public const string PeriodOutsidePlan = "period-outside-plan";
    public const string PeriodInFuture = "period-in-future";
    public const string PeriodAmbiguous = "period-ambiguous";
    public const string PeriodBeforePlan = "period-before-plan";
    public const string ProjectMissing = "project-missing";
    public const string ProjectUnknown = "project-unknown";
    public const string ProjectNameMismatch = "project-name-mismatch";
    public const string ProjectNotYours = "project-not-yours";
    public const string ProjectStateUnknown = "project-state-unknown";
    public const string ProgressOutOfRange = "progress-out-of-range";
    public const string ValueUnreadable = "value-unreadable";
    public const string ValueImprecise = "value-imprecise";
    public const string ValueFormulaError = "value-formula-error";
    public const string ValueOutOfRange = "value-out-of-range";
    public const string ValueMissing = "value-missing";
    public const string UnitUnknown = "unit-unknown";
    public const string UnitIncompatible = "unit-incompatible";
    public const string UnitSuspicious = "unit-suspicious";
    public const string UnitMissing = "unit-missing";
    public const string RowsConflict = "rows-conflict";
    public const string RowsRepeat = "rows-repeat";
    public const string CumulativeFell = "cumulative-fell";
    public const string ValueFarFromTrend = "value-far-from-trend";
    public const string PublishedValueChanged = "published-value-changed";
    public const string ProgressFell = "progress-fell";
    public const string ValueRevised = "value-revised";
    public const string ConsistencyBroken = "consistency-broken";
}
