using System.Globalization;
using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Progress;
using static OrdosPipeline.Documents.Reports.Wording.Phrases;

namespace OrdosPipeline.Documents.Reports.Wording;

/// <summary>What a report says about one indicator: figures as they are printed and sentences made of them. Empty where there is nothing to say.</summary>
internal sealed class IndicatorText(ReportFormat format, Indicator indicator, Assessment assessment, Outcome? outcome = null)
{
    private ReportLanguage Language => format.Language;

    public string Name => Language == ReportLanguage.English ? indicator.NameEn : indicator.Name;

    public string Attribute => Statuses.Of(indicator.Attribute, Language);

    public string Status => Statuses.Of(assessment, Language);

    public string Sign => Statuses.Sign(assessment.Status.Tone());

    /// <summary>Whether the value is a level at the end of its period.</summary>
    private bool IsInstant => indicator.Measure.IsInstant() || IsYesNo;

    private bool IsYesNo => indicator.Measure == Measure.YesNo;

    /// <summary>The value judged with its unit.</summary>
    public string Value => assessment.Value is { } value ? IsYesNo ? YesNo(value) : format.WithUnit(ValueNumber(value), indicator.Unit) : "";

    /// <summary>What the value is where it is no single reported one: an average, a sum, a change.</summary>
    public string ValueKind => assessment.Value is null ? "" : assessment.Method switch
    {
        Method.M3 => Labels.AverageOf.In(Language),
        Method.M4 => Labels.CumulativeOf.In(Language),
        Method.M5 => Labels.ChangeOf.In(Language),
        _ => "",
    };

    public string Period => assessment.ValuePeriod is { } period ? format.Period(period, IsInstant) : "";

    public string Baseline => assessment.Baseline is { } baseline ? format.WithUnit(ReportFormat.Value(baseline, indicator.Decimals), indicator.Unit) : "";

    /// <summary>The year whose end the baseline stands for.</summary>
    public string BaselineYear => indicator.BaselineYear is { } year && assessment.BaselineSource == BaselineSource.Catalogue ? format.Year(year) : "";

    /// <summary>The target in force: in Chinese the plan's own words where it is the plan's, else made of its bounds.</summary>
    public string Target
    {
        get
        {
            if (Language == ReportLanguage.Chinese && indicator.TargetText.Length > 0 && (assessment.TargetSource ?? TargetSource.Plan) == TargetSource.Plan)
                return indicator.TargetText.Replace(" | ", "；", StringComparison.Ordinal);
            if (assessment.TargetBounds is { } bounds)
                return Bounds(bounds);
            return IsYesNo ? Figures.Completed.In(Language)
                : assessment.Status == AssessmentStatus.TargetPending ? Figures.ByAuthority.In(Language)
                : Figures.NoNumber.In(Language);
        }
    }

    /// <summary>With an asterisk where the plan states no year.</summary>
    public string TargetYear => indicator.TargetYear.ToString(CultureInfo.InvariantCulture) + (indicator.Dated ? "" : "*");

    public string Progress => assessment.Progress is { } progress ? ReportFormat.Percent(progress) : "";

    public string Schedule => assessment.Schedule is { } schedule ? ReportFormat.Percent(schedule) : "";

    /// <summary>Two digits, more where two would put it on the wrong side of a threshold.</summary>
    public string Ratio => assessment.Ratio is { } ratio
        ? ReportFormat.Number(ratio, 2, assessment.Settings.AheadRatio, assessment.Settings.OnScheduleRatio, assessment.Settings.BehindRatio)
        : "";

    /// <summary>What each year that is left has to bring, as a clause; empty where nothing has to be caught up.</summary>
    public string NeededPace
    {
        get
        {
            if (assessment.NeededPace is not { } pace)
                return "";
            return assessment.Method switch
            {
                Method.M3 => (assessment.Status == AssessmentStatus.Ahead ? Figures.PaceEnough : Figures.PaceGrowth).In(Language, ReportFormat.Value(pace, indicator.Decimals) + "%"),
                Method.M4 when pace > 0 => Figures.PaceAmount.In(Language, format.WithUnit(ReportFormat.Value(pace, indicator.Decimals), indicator.Unit)),
                Method.M1 or Method.M5 when pace > 0 => Figures.PaceUp.In(Language, format.Distance(pace, indicator.Decimals, indicator.Unit)),
                Method.M1 or Method.M5 when pace < 0 => Figures.PaceDown.In(Language, format.Distance(pace, indicator.Decimals, indicator.Unit)),
                _ => "",
            };
        }
    }

    public string Projected => outcome is null && ShownProjection.Of(indicator, assessment) is { } projection
        ? Figures.ProjectedTo.In(Language, format.Year(indicator.TargetYear), WithUnit(projection.Value), WithUnit(projection.Low), WithUnit(projection.High), ValueKind).Replace("  ", " ", StringComparison.Ordinal)
        : "";

    public string Margin => assessment.Margin switch
    {
        null => "",
        0 => Figures.MarginExact.In(Language),
        > 0 => Figures.MarginMet.In(Language, format.Distance(assessment.Margin.Value, indicator.Decimals, indicator.Unit)),
        _ => Figures.MarginMissed.In(Language, format.Distance(assessment.Margin.Value, indicator.Decimals, indicator.Unit)),
    };

    public string SecondOpinion => assessment.SecondOpinion is { } second
        ? Figures.SecondOpinionOf.In(Language, ReportFormat.Number(second.Ratio, 2, 0.95m, 0.60m, 0), Methods.Of(second.Band, Language))
        : "";

    public string Evidence => assessment.Evidence.Latest is { } latest
        ? Figures.EvidenceOf.In(Language, assessment.Evidence.Points, format.Period(latest, IsInstant))
        : "";

    /// <summary>The status as a clause; empty where the finding has said so already.</summary>
    public string Judgement => outcome is { } known && assessment.TargetBounds is not null && assessment.Value is not null
        ? known == Outcome.Open ? Figures.OutcomeOpen.In(Language, format.Year(indicator.TargetYear)) : Figures.OutcomeIs.In(Language, Statuses.Of(known, Language))
        : outcome is not null ? ""
        : assessment.Status is AssessmentStatus.Behind or AssessmentStatus.FarBehind or AssessmentStatus.OnSchedule or AssessmentStatus.Ahead
        or AssessmentStatus.Achieved or AssessmentStatus.Missed or AssessmentStatus.Held or AssessmentStatus.Breached
        ? Figures.Judgement.In(Language, Status)
        : "";

    /// <summary>Status and ratio against the quarter before, from the same data.</summary>
    public string Change
    {
        get
        {
            if (assessment.Change is not { } change)
                return "";
            var before = Statuses.Of(change.PreviousStatus, Language);
            var clause = change.PreviousStatus == assessment.Status
                ? Figures.SameStatus.In(Language, Status)
                : Figures.StatusChange.In(Language, before, Status);
            return change.PreviousRatio is { } then && Ratio.Length > 0 && change.Ratio != 0
                ? format.Clauses([clause, Figures.RatioChange.In(Language, ReportFormat.Number(then, 2), Ratio)])
                : clause;
        }
    }

    public string Stale => assessment is { Stale: true, Age: { } age } ? Figures.StaleNote.In(Language, ReportFormat.Short(decimal.Floor(age), 0)) : "";

    public string MissingYears => assessment.MissingYears.Count == 0
        ? ""
        : Figures.MissingYears.In(Language, format.List(assessment.MissingYears.Select(year => format.Year(year))));

    /// <summary>Where the value stands, how that compares with the target and the schedule: one sentence without its name and full stop.</summary>
    public string Finding => format.Joined(FindingClauses());

    /// <summary>The finding and what it takes from here on: for indicators that need attention.</summary>
    public string Outlook => format.Joined([.. FindingClauses(), NeededPace, Projected]);

    /// <summary>A value of the series with the unit.</summary>
    public string WithUnit(decimal value) => IsYesNo ? YesNo(value) : format.WithUnit(ReportFormat.Value(value, indicator.Decimals), indicator.Unit);

    private IEnumerable<string> FindingClauses()
    {
        switch (assessment.Status)
        {
            case AssessmentStatus.TargetPending:
                return [ValueClause(), Figures.Pending.In(Language)];
            case AssessmentStatus.NoData:
                return [Figures.NoData.In(Language), assessment.TargetBounds is null ? "" : TargetClause()];
            case AssessmentStatus.Done:
                return [Figures.MilestoneDone.In(Language)];
            case AssessmentStatus.Due:
                return [Figures.MilestoneOpen.In(Language, format.Year(indicator.TargetYear))];
            case AssessmentStatus.Overdue:
                return [Figures.MilestoneOverdue.In(Language, format.Year(indicator.TargetYear))];
            case AssessmentStatus.Incomplete:
                return [ValueClause(), MissingYears];
            case AssessmentStatus.NoBaseline:
                return [ValueClause(), TargetClause(), Figures.NoBaseline.In(Language)];
            case AssessmentStatus.Recorded:
                return [ValueClause(), Figures.Recorded.In(Language)];
            default:
                return
                [
                    ValueClause(),
                    BaselineClause(),
                    TargetClause(),
                    Margin,
                    outcome is null && assessment is { Progress: not null, Schedule: not null, Method: not Method.M6 } ? Figures.ProgressOfSchedule.In(Language, Progress, Schedule) : "",
                    assessment.YearsMet switch { null => "", 0 => Figures.NoYearMet.In(Language), var years => Figures.YearsMet.In(Language, years) },
                    Stale,
                ];
        }
    }

    private string ValueClause()
    {
        if (assessment.Value is not { } value)
            return "";
        return assessment.Method switch
        {
            Method.M3 => Figures.AverageGrowth.In(Language, Period, Value),
            Method.M4 => Figures.Cumulative.In(Language, Period, Value),
            Method.M5 when indicator.Measure == Measure.Growth => Figures.ReductionSum.In(Language, Period, Value),
            Method.M5 => (value < 0 ? Figures.ChangeDown : Figures.ChangeUp).In(Language, Period, format.Distance(value, indicator.Decimals, indicator.Unit)),
            Method.M6 => Figures.YearAmount.In(Language, Period, Value),
            _ => Figures.Level.In(Language, Period, Value),
        };
    }

    private string BaselineClause() => assessment.Method == Method.M1 && BaselineYear.Length > 0 ? Figures.FromBaseline.In(Language, BaselineYear, Baseline) : "";

    private string TargetClause() => Figures.TargetWithYear.In(Language, format.Year(indicator.TargetYear), assessment.TargetBounds is { } bounds ? Bounds(bounds) : Target);

    private string Bounds(TargetBounds bounds)
    {
        var text = format.Bounds(bounds, indicator);
        return assessment.Method switch
        {
            Method.M3 => Figures.AverageTarget.In(Language, text),
            Method.M4 => Figures.CumulativeTarget.In(Language, text),
            Method.M5 => Figures.ChangeTarget.In(Language, text),
            Method.M6 or Method.M6g => Figures.YearlyTarget.In(Language, text),
            _ => text,
        };
    }

    private string ValueNumber(decimal value) => assessment.TargetBounds is { } bounds && assessment.Method != Method.M6
        ? ReportFormat.Value(value, indicator.Decimals, bounds.Low, bounds.High)
        : ReportFormat.Value(value, indicator.Decimals);

    private string YesNo(decimal value) => (value == 0 ? Labels.No : Labels.Yes).In(Language);
}
