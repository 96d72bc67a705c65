using System.Globalization;
using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Progress;
using static OrdosPipeline.Documents.Reports.Wording.Phrases;

namespace OrdosPipeline.Documents.Reports.Wording;

/// <summary>What a report says about one project. Empty where there is nothing to say.</summary>
internal sealed class ProjectText(ReportFormat format, Project project, Assessment assessment)
{
    private ReportLanguage Language => format.Language;

    public string Name => Language == ReportLanguage.English ? project.NameEn : project.Name;

    public string Status => Statuses.Of(assessment, Language);

    public string Sign => Statuses.Sign(assessment.Status.Tone());

    public string Period => assessment.Evidence.Latest is { } latest ? format.Period(latest, isInstant: true) : "";

    /// <summary>With an asterisk where the plan states no year.</summary>
    public string Years => string.Create(CultureInfo.InvariantCulture, $"{project.StartYear}–{project.EndYear}{(project.Dated ? "" : "*")}");

    public string Progress => assessment.Progress is { } progress ? ReportFormat.Percent(progress) : "";

    public string Schedule => assessment.Schedule is { } schedule ? ReportFormat.Percent(schedule) : "";

    public string Ratio => assessment.Ratio is { } ratio
        ? ReportFormat.Number(ratio, 2, assessment.Settings.AheadRatio, assessment.Settings.OnScheduleRatio, assessment.Settings.BehindRatio)
        : "";

    public string Stale => assessment is { Stale: true, Age: { } age } ? Figures.StaleNote.In(Language, ReportFormat.Short(decimal.Floor(age), 0)) : "";
}
