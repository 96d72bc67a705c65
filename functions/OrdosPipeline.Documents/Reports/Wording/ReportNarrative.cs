using System.Text.RegularExpressions;
using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Progress;
using OrdosPipeline.Core.Reporting;
using static OrdosPipeline.Documents.Reports.Wording.Phrases;

namespace OrdosPipeline.Documents.Reports.Wording;

/// <summary>What a report says in sentences, made of the summary alone: the same in the page and in the document. Empty where the summary has nothing to say.</summary>
internal sealed partial class ReportNarrative(QuarterSummary summary, ReportFormat format)
{
    /// <summary>More names than these make no sentence; they stand in the annex.</summary>
    private const int MostNames = 30;

    private ReportLanguage Language => format.Language;

    private bool IsEvaluation => summary.Kind is SummaryKind.MidTerm or SummaryKind.Final;

    public string Title => string.Join(Language == ReportLanguage.English ? ": " : "", TitleLines);

    /// <summary>The title in two lines, broken where it may be: after the name of the plan.</summary>
    public IReadOnlyList<string> TitleLines
    {
        get
        {
            var about = summary.Kind switch
            {
                SummaryKind.Final => Sentences.TitleFinal.In(Language),
                SummaryKind.MidTerm => Sentences.TitleMidTerm.In(Language),
                SummaryKind.Annual => Sentences.TitleAnnual.In(Language, format.Year(summary.Quarter.Year)),
                _ => Sentences.TitleQuarterly.In(Language, format.Quarter(summary.Quarter)),
            };
            return [Sentences.TitleAbout.In(Language, ShortPlan), about];
        }
    }

    public string PlanName => Language == ReportLanguage.English ? summary.Plan.NameEn : summary.Plan.Name;

    /// <summary>Such as 鄂尔多斯市“十四五”规划《纲要》; the whole name where it does not count five-year plans.</summary>
    public string ShortPlan
    {
        get
        {
            if (Language == ReportLanguage.English)
                return summary.Plan.NameEn;
            return FiveYearPlan().Match(summary.Plan.Name) is { Success: true } match
                ? City + Sentences.ShortPlan.In(Language, match.Groups[1].Value + "五")
                : $"《{summary.Plan.Name}》";
        }
    }

    public string Version => Sentences.DataUntil.In(Language, format.Minute(summary.AsOf), Sentences.Version.In(Language, summary.Version));

    /// <summary>主送机关: evaluations go to the People's Congress, which has approved the plan.</summary>
    public string Recipient => (IsEvaluation ? Sentences.ToCongress : Sentences.ToGovernment).In(Language);

    public string Office => (IsEvaluation ? Sentences.FromGovernment : Sentences.FromCommission).In(Language, City);

    public string OfficeDate => format.Day(ChinaTime.DayOf(summary.AsOf));

    public string Opening => (IsEvaluation ? Sentences.OpeningEvaluation : Sentences.OpeningQuarterly).In(Language, PlanName, format.Quarter(summary.Quarter));

    public string TimePassed
    {
        get
        {
            var years = summary.Plan.Years;
            var quarters = (years.Last - years.First + 1) * 4;
            var passed = (summary.Quarter.Year - years.First) * 4 + summary.Quarter.Number;
            return passed == quarters ? Sentences.TimeOver.In(Language) : Sentences.TimeShare.In(Language, ReportFormat.Percent((decimal)passed / quarters));
        }
    }

    /// <summary>The city by its full name.</summary>
    private string City => Language == ReportLanguage.English && EnglishCity().Match(summary.Plan.NameEn) is { Success: true } match
        ? match.Groups[1].Value
        : summary.Plan.City.Aliases is [var name, ..] ? name : summary.Plan.City.Name;

    /// <summary>The overall judgement of a group of indicators or of the projects: what can be judged, how it stands, what cannot.</summary>
    public string Group(ScoreboardDimension dimension, bool ofProjects = false)
    {
        var scoreboard = Find(dimension, ofProjects);
        if (scoreboard is not { Total: > 0 })
            return "";
        var name = dimension == ScoreboardDimension.All && !ofProjects ? Labels.MonitoredIndicators.In(Language) : NameOf(scoreboard);
        if (scoreboard.Outcomes.Count > 0)
        {
            return Sentences.GroupFinal.In(Language, scoreboard.Total, name, format.List(scoreboard.Outcomes
                .Where(outcome => outcome.Count > 0)
                .Select(outcome => Counted(Statuses.Of(outcome.Outcome, Language), outcome.Count) + format.Bracket(ReportFormat.Percent(outcome.Share ?? 0)))));
        }

        if (ofProjects && scoreboard.Counts.GetValueOrDefault(AssessmentStatus.NoData) == scoreboard.Total)
            return Sentences.ProjectsWithout.In(Language, scoreboard.Total);
        if (scoreboard.Judged == 0)
            return Sentences.NoneJudged.In(Language, scoreboard.Total, name, Open(scoreboard));
        var good = scoreboard.Judged - scoreboard.CountOf(Standing.Behind);
        var standings = scoreboard.Standings
            .Where(standing => standing.Standing != Standing.Open && standing.Count > 0)
            .Select(standing => Counted(Statuses.Of(standing.Standing, Language), standing.Count));
        return format.Sentences(
        [
            Sentences.GroupJudged.In(
                Language, scoreboard.Total, name, scoreboard.Judged, format.List(standings), good, ReportFormat.Share(good, scoreboard.Judged)!),
            NotJudged(scoreboard),
        ]);
    }

    /// <summary>The binding indicators that are red, by name, or that there are none.</summary>
    public string Binding
    {
        get
        {
            var scoreboard = Find(ScoreboardDimension.Binding, ofProjects: false);
            if (scoreboard is not { Judged: > 0 })
                return Group(ScoreboardDimension.Binding);
            var red = Red;
            return format.Sentences(
            [
                red.Count > 0
                    ? Sentences.BindingRed.In(Language, scoreboard.Total, red.Count, format.List(red.Select(Named)))
                    : Sentences.BindingClear.In(Language, scoreboard.Total, scoreboard.Judged),
                NotJudged(scoreboard),
            ]);
        }
    }

    /// <summary>Binding indicators that are behind, vetoes first.</summary>
    public IReadOnlyList<Assessment> Red => [.. summary.Indicators.Where(a => a.IsRed && IsBehind(a)).OrderByDescending(summary.IsVeto)];

    /// <summary>All others that are behind, headline indicators first; milestones stand in <see cref="Overdue"/>.</summary>
    public IReadOnlyList<Assessment> Behind => [.. BehindHeadline, .. BehindOther];

    public IReadOnlyList<Assessment> BehindHeadline => [.. OthersBehind.Where(IsHeadline)];

    public IReadOnlyList<Assessment> BehindOther => [.. OthersBehind.Where(a => !IsHeadline(a))];

    private IEnumerable<Assessment> OthersBehind => summary.Indicators.Where(a => !a.IsRed && a.Status != AssessmentStatus.Overdue && IsBehind(a));

    /// <summary>The indicators outside the table of headline indicators that are behind, by name and part of the plan, in one sentence.</summary>
    public string BehindOtherNames
    {
        get
        {
            var behind = BehindOther;
            var parts = behind.GroupBy(a => summary.Indicator(a).Part)
                .Select(part => behind.Count > MostNames
                    ? Sentences.CountOf.In(Language, PartOrdinal(part.Key), part.Count())
                    : Sentences.BehindOfPart.In(Language, PartOrdinal(part.Key), part.Count(), format.List(part.Select(Named))));
            return behind.Count == 0 ? "" : Sentences.BehindOthers.In(Language, behind.Count, behind.Count > MostNames ? format.List(parts) : format.Clauses(parts));
        }
    }

    /// <summary>The milestones whose time is over, by name and by the year in which they were due, in one sentence.</summary>
    public string Overdue
    {
        get
        {
            var overdue = summary.Indicators.Where(a => !a.IsRed && a.Status == AssessmentStatus.Overdue).ToList();
            var years = overdue.GroupBy(a => summary.Indicator(a).TargetYear).OrderBy(year => year.Key)
                .Select(year => Sentences.OverdueOfYear.In(Language, format.Year(year.Key), year.Count(), format.List(year.Select(Named))));
            return overdue.Count == 0 ? "" : Sentences.OverdueOnes.In(Language, overdue.Count, format.Clauses(years));
        }
    }

    /// <summary>What the percentages of a table of counts are of.</summary>
    public string SharesNote => (summary.Kind == SummaryKind.Final ? Sentences.SharesOfAllNote : Sentences.SharesNote).In(Language);

    /// <summary>How indicators are judged, before they are told one by one.</summary>
    public string HeadlineIntro => (summary.Kind == SummaryKind.Final ? Sentences.HeadlineIntroFinal : Sentences.HeadlineIntro).In(Language);

    public Phrase OffTrackLabel => summary.Kind == SummaryKind.Final ? Labels.NotAchieved : Labels.OffTrack;

    /// <summary>Who has reported, who has not and who was late.</summary>
    public IReadOnlyList<string> Returns
    {
        get
        {
            var expected = summary.Departments.Where(d => d.IsExpected).ToList();
            if (expected.Count == 0)
                return [Sentences.ReturnsNotDue.In(Language)];
            var (accepted, onTime) = (expected.Count(d => d.Accepted > 0), expected.Count(d => d.IsOnTime));
            var lines = new List<string>
            {
                Sentences.Returns.In(
                    Language, expected.Count, accepted, ReportFormat.Share(accepted, expected.Count)!, onTime, ReportFormat.Share(onTime, expected.Count)!,
                    format.Day(ChinaTime.DayOf(summary.CompletenessSettings.Deadline(summary.Quarter).AddTicks(-1)))),
            };
            AddNames(lines, Sentences.ReturnsMissing, expected.Where(d => d.Received == 0));
            AddNames(lines, Sentences.ReturnsRejected, expected.Where(d => d.Received > 0 && d.Accepted == 0));
            AddNames(lines, Sentences.ReturnsLate, expected.Where(d => d.Accepted > 0 && !d.IsOnTime));
            return lines;
        }
    }

    /// <summary>The indicators whose data are too old, in one sentence.</summary>
    public string Stale
    {
        get
        {
            var stale = summary.Indicators.Where(a => a.Stale).ToList();
            return stale.Count == 0 ? "" : Sentences.StaleOnes.In(Language, stale.Count, format.List(stale.Select(Named)));
        }
    }

    /// <summary>What it takes: a heading and its text for each thing to be done.</summary>
    public IReadOnlyList<(string Heading, IReadOnlyList<string> Lines)> Tasks
    {
        get
        {
            var tasks = new List<(string, IReadOnlyList<string>)>();
            var catchUp = Red.Concat(BehindHeadline).Select(CatchUp).Where(line => line.Length > 0).ToList();
            if (catchUp.Count > 0)
                tasks.Add((Sentences.TaskCatchUp.In(Language), catchUp));
            var pending = summary.Indicators.Where(a => a.Status == AssessmentStatus.TargetPending).ToList();
            if (pending.Count > 0)
                tasks.Add((Sentences.TaskTargets.In(Language), [Sentences.TaskTargetsText.In(Language, pending.Count, format.List(pending.Select(Named)))]));
            var missing = summary.Indicators
                .Where(a => a.Status is AssessmentStatus.NoData or AssessmentStatus.Incomplete)
                .Where(a => summary.Indicator(a).Attribute != IndicatorAttribute.None)
                .Select(a => Named(a) + format.Bracket(DepartmentOf(summary.Indicator(a).Department)))
                .ToList();
            if (missing.Count > 0)
                tasks.Add((Sentences.TaskReport.In(Language), [Sentences.TaskSeries.In(Language, format.List(missing))]));
            return tasks;
        }
    }

    public IReadOnlyList<string> Method
    {
        get
        {
            var settings = summary.ProgressSettings;
            return
            [
                Methods.Intro.In(Language),
                Methods.Thresholds.In(Language, ReportFormat.Number(settings.AheadRatio, 2), ReportFormat.Number(settings.OnScheduleRatio, 2), ReportFormat.Number(settings.BehindRatio, 2)),
                format.Sentences(
                [
                    Methods.Red.In(Language),
                    Methods.Tolerance.In(Language, ReportFormat.Short(settings.ApproximateTolerance * 100, 2) + "%"),
                    Methods.Staleness.In(Language, ReportFormat.Short(settings.StaleQuarterly, 2), ReportFormat.Short(settings.StaleYearly, 2)),
                    Methods.Deadline.In(Language, summary.CompletenessSettings.DeadlineDays),
                ]),
                format.Sentences([Methods.TargetsPrinted.In(Language), Methods.Assumed.In(Language), Methods.Projection.In(Language)]),
                format.Sentences([Methods.Rounding.In(Language), Methods.Reference.In(Language)]),
            ];
        }
    }

    /// <summary>How the catalogue treats a tension.</summary>
    public string Position(Tension tension) => Language == ReportLanguage.English ? tension.PositionEn : tension.Position;

    /// <summary>What does not agree with what.</summary>
    public string Told(Core.Reporting.BrokenConsistency broken) => Language == ReportLanguage.English ? broken.MessageEn : broken.Message;

    /// <summary>Whether there is more to say of it than its name: a value, or a judgement.</summary>
    public static bool IsTold(Assessment assessment) => assessment.Value is not null || assessment.Status.Standing() != Standing.Open || assessment.Status == AssessmentStatus.Recorded;

    public IndicatorText Text(Assessment assessment) => new(format, summary.Indicator(assessment), assessment, summary.OutcomeOf(assessment));

    /// <summary>Where an indicator stands, as one sentence without its name.</summary>
    public string Finding(Assessment assessment) => format.Sentence(Text(assessment).Finding);

    /// <summary>The same with what it takes and where it leads.</summary>
    public string Outlook(Assessment assessment) => format.Sentence(Text(assessment).Outlook);

    public string NameOf(Scoreboard scoreboard) => Language == ReportLanguage.English ? scoreboard.NameEn : scoreboard.Name;

    /// <summary>By its Chinese name also in English: the catalogue has no other.</summary>
    public string DepartmentOf(string code) => summary.Plan.DepartmentNameOf(code);

    private bool IsHeadline(Assessment assessment) => summary.Indicator(assessment).Attribute != IndicatorAttribute.None;

    private string PartOrdinal(string number) => Language == ReportLanguage.English ? summary.Plan.Part(number).OrdinalEn : summary.Plan.Part(number).Ordinal;

    public string PartOf(string number) => Language == ReportLanguage.English ? summary.Plan.Part(number).TitleEn : summary.Plan.Part(number).Title;

    public Scoreboard? Find(ScoreboardDimension dimension, bool ofProjects) =>
        scoreboards.FirstOrDefault(scoreboard => scoreboard.Dimension == dimension && scoreboard.OfProjects == ofProjects);

    private readonly IReadOnlyList<Scoreboard> scoreboards = summary.Scoreboards;

    /// <summary>In a final evaluation: the target was not reached. In any other: the status is a bad one.</summary>
    private bool IsBehind(Assessment assessment) =>
        summary.OutcomeOf(assessment) is { } outcome ? outcome == Outcome.NotCompleted : assessment.Status.IsBad();

    private string CatchUp(Assessment assessment)
    {
        var text = Text(assessment);
        return text.NeededPace.Length == 0 ? "" : format.Sentence($"{text.Name}{(Language == ReportLanguage.English ? ": " : "")}{text.NeededPace}");
    }

    private string NotJudged(Scoreboard scoreboard)
    {
        var open = scoreboard.CountOf(Standing.Open);
        return open == 0 ? "" : Sentences.NotJudged.In(Language, open, Open(scoreboard));
    }

    /// <summary>Why those of a group that cannot be judged cannot.</summary>
    private string Open(Scoreboard scoreboard) => format.List(scoreboard.Counts
        .Where(count => count.Key.Standing() == Standing.Open)
        .Select(count => Counted(Statuses.Of(count.Key, Language), count.Value)));

    private string Counted(string name, int count) => Sentences.CountOf.In(Language, name, count);

    private string Named(Assessment assessment) => Text(assessment).Name;

    private void AddNames(List<string> lines, Phrase phrase, IEnumerable<DepartmentCompleteness> departments)
    {
        var names = departments.Select(department => department.Name).ToList();
        if (names.Count > 0)
            lines.Add(phrase.In(Language, names.Count, format.List(names)));
    }

    /// <summary>第十四个五年规划.</summary>
    [GeneratedRegex("第([一二三四五六七八九十]+)个五年规划")]
    private static partial Regex FiveYearPlan();

    /// <summary>The catalogue has the city's English name in that of the plan alone: 14th Five-Year Plan of Ordos City for ….</summary>
    [GeneratedRegex(@"\bof (\p{Lu}\p{L}*(?: \p{Lu}\p{L}*)*)")]
    private static partial Regex EnglishCity();
}
