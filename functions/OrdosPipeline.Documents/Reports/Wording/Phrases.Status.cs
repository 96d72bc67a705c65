using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Progress;
using OrdosPipeline.Core.Progress.Decisions;

namespace OrdosPipeline.Documents.Reports.Wording;

internal static partial class Phrases
{
    /// <summary>The words for statuses, and for the closed lists of the catalogue.</summary>
    public static class Statuses
    {
        private static readonly Dictionary<AssessmentStatus, string> English = new()
        {
            [AssessmentStatus.TargetPending] = "target not yet assigned",
            [AssessmentStatus.Done] = "done",
            [AssessmentStatus.Due] = "not yet due",
            [AssessmentStatus.Overdue] = "overdue",
            [AssessmentStatus.NoData] = "no data",
            [AssessmentStatus.Recorded] = "recorded only",
            [AssessmentStatus.Incomplete] = "incomplete data",
            [AssessmentStatus.Held] = "kept",
            [AssessmentStatus.Breached] = "not kept",
            [AssessmentStatus.Achieved] = "achieved",
            [AssessmentStatus.Missed] = "missed",
            [AssessmentStatus.NoBaseline] = "no baseline",
            [AssessmentStatus.Ahead] = "ahead",
            [AssessmentStatus.OnSchedule] = "on schedule",
            [AssessmentStatus.Behind] = "behind",
            [AssessmentStatus.FarBehind] = "far behind",
        };

        public static readonly Phrase AchievedEarly = new("提前完成", "achieved early");
        public static readonly Phrase Stale = new("数据过期", "data out of date");
        public static readonly Phrase DateAssumed = new("原文未写明年份", "year not stated in the plan");

        private static readonly Dictionary<Standing, string> EnglishStandings = new()
        {
            [Standing.Achieved] = "achieved",
            [Standing.Ahead] = "ahead",
            [Standing.OnSchedule] = "on schedule",
            [Standing.Behind] = "behind",
            [Standing.Open] = "not judged",
        };

        private static readonly Dictionary<Outcome, string> EnglishOutcomes = new()
        {
            [Outcome.Completed] = "achieved",
            [Outcome.NotCompleted] = "not achieved",
            [Outcome.Continuing] = "continuing beyond the plan",
            [Outcome.Open] = "cannot be determined yet",
        };

        private static readonly Dictionary<DecisionKind, string> EnglishDecisions = new()
        {
            [DecisionKind.Assigned] = "assigned target",
            [DecisionKind.Annual] = "annual target",
            [DecisionKind.Adjusted] = "adjustment",
            [DecisionKind.Baseline] = "baseline",
        };

        private static readonly Phrase BindingPhrase = new("约束性", "binding");
        private static readonly Phrase ExpectedPhrase = new("预期性", "expected");

        /// <summary>Of one assessment; the Chinese word is that of METHODOLOGY.md.</summary>
        public static string Of(Assessment assessment, ReportLanguage language) => (language, assessment) switch
        {
            (ReportLanguage.English, { Status: AssessmentStatus.Achieved, IsBeforeHorizon: true }) => AchievedEarly.English,
            (ReportLanguage.English, _) => English[assessment.Status],
            _ => assessment.Status.Chinese(assessment.IsBeforeHorizon),
        };

        /// <summary>Of a group, where 提前完成 and 完成 are counted together.</summary>
        public static string Of(AssessmentStatus status, ReportLanguage language) =>
            language == ReportLanguage.English ? English[status] : status.Chinese(beforeHorizon: false);

        public static string Of(Standing standing, ReportLanguage language) =>
            language == ReportLanguage.English ? EnglishStandings[standing] : standing.Chinese();

        public static string Of(Outcome outcome, ReportLanguage language) =>
            language == ReportLanguage.English ? EnglishOutcomes[outcome] : outcome.Chinese();

        public static string Of(DecisionKind kind, ReportLanguage language) =>
            language == ReportLanguage.English ? EnglishDecisions[kind] : kind.Chinese();

        public static StatusTone Tone(Standing standing) => standing switch
        {
            Standing.Achieved or Standing.Ahead => StatusTone.Good,
            Standing.OnSchedule => StatusTone.Fair,
            Standing.Behind => StatusTone.Bad,
            _ => StatusTone.Neutral,
        };

        public static StatusTone Tone(Outcome outcome) => outcome switch
        {
            Outcome.Completed => StatusTone.Good,
            Outcome.NotCompleted => StatusTone.Bad,
            Outcome.Continuing => StatusTone.Fair,
            _ => StatusTone.Neutral,
        };

        /// <summary>A sign that says the tone without colour. All are in GB 2312, so that every Chinese font has them.</summary>
        public static string Sign(StatusTone tone) => tone switch
        {
            StatusTone.Good => "▲",
            StatusTone.Fair => "●",
            StatusTone.Slow => "◆",
            StatusTone.Bad => "▼",
            _ => "○",
        };

        public static string Of(IndicatorAttribute attribute, ReportLanguage language) => attribute switch
        {
            IndicatorAttribute.Binding => BindingPhrase.In(language),
            IndicatorAttribute.Expected => ExpectedPhrase.In(language),
            _ => "",
        };
    }
}
