using OrdosPipeline.Core.Normalisation;
using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Progress.Decisions;
using OrdosPipeline.Core.Validation;
using OrdosPipeline.Core.Validation.History;

namespace OrdosPipeline.Core.Stores;

/// <summary>The findings of each submission, one row each.</summary>
public interface IFindingStore
{
    /// <summary>Writes the findings of one submission; writing them again changes nothing.</summary>
    Task WriteAsync(CheckedSubmission submission, CancellationToken cancellationToken);

    /// <summary>The findings of one submission, in their order.</summary>
    IAsyncEnumerable<Finding> ReadAsync(string submissionId, CancellationToken cancellationToken);
}

/// <summary>
/// Observations and project reports with their histories. What they hold in the end is a function of the set of
/// submissions applied, whatever the order, the repetitions and the crashes between writes.
/// </summary>
public interface IObservationStore
{
    /// <summary>
    /// Adds the rows of one submission to the histories and brings the current rows up to date: for each key the row
    /// greatest in <see cref="Origin.UploadOrder"/> counts. Each key occurs at most once.
    /// </summary>
    Task ApplyAsync(IReadOnlyList<Observation> observations, IReadOnlyList<ProjectReport> reports, CancellationToken cancellationToken);

    /// <summary>The current value of every key of a plan, or of one region, withdrawn ones left out.</summary>
    IAsyncEnumerable<Observation> CurrentAsync(string plan, string? region, CancellationToken cancellationToken);

    /// <summary>The values as known at an instant: for each key the last upload not after <paramref name="asOf"/>, withdrawn ones as rows without a value.</summary>
    IAsyncEnumerable<Observation> AsKnownAtAsync(string plan, string? region, DateTimeOffset asOf, CancellationToken cancellationToken);

    IAsyncEnumerable<ProjectReport> ProjectsAsKnownAtAsync(string plan, DateTimeOffset asOf, CancellationToken cancellationToken);

    /// <summary>Every value ever accepted of the series named, withdrawals too, uploaded not after an instant; in no particular order.</summary>
    IAsyncEnumerable<Observation> HistoriesAsync(string plan, IEnumerable<RegionSeries> series, DateTimeOffset uploadedBy, CancellationToken cancellationToken);

    /// <summary>Every report ever accepted on the projects named, uploaded not after an instant; in no particular order.</summary>
    IAsyncEnumerable<ProjectReport> ProjectHistoriesAsync(string plan, IEnumerable<string> projects, DateTimeOffset uploadedBy, CancellationToken cancellationToken);
}

/// <summary>The catalogue as loaded, for those who query tables.</summary>
public interface ICatalogueStore
{
    /// <summary>Makes the table hold exactly the plan's catalogue; does nothing when it does already.</summary>
    Task WriteAsync(PlanCatalogue plan, CancellationToken cancellationToken);

    /// <summary>Makes the table hold the decisions given, beside those that it holds already.</summary>
    Task WriteDecisionsAsync(PlanCatalogue plan, IReadOnlyList<RecordedDecision> decisions, CancellationToken cancellationToken);
}

/// <summary>Names of the tables, as in TABLES.md.</summary>
public static class TableNames
{
    public const string Submissions = "Submissions";
    public const string QuarterSubmissions = "QuarterSubmissions";
    public const string Findings = "Findings";
    public const string Observations = "Observations";
    public const string ObservationHistory = "ObservationHistory";
    public const string ProjectReports = "ProjectReports";
    public const string ProjectReportHistory = "ProjectReportHistory";
    public const string Catalogue = "Catalogue";
    public const string Summaries = "Summaries";
    public const string Returns = "Returns";
    public const string Audit = "Audit";

    public static IReadOnlyList<string> All { get; } =
        [Submissions, QuarterSubmissions, Findings, Observations, ObservationHistory, ProjectReports, ProjectReportHistory, Catalogue, Summaries, Returns, Audit];
}

/// <summary>Creates what is missing and empties what can be derived again.</summary>
public interface IStorageMaintenance
{
    /// <summary>Creates every container and table that is missing.</summary>
    Task EnsureCreatedAsync(CancellationToken cancellationToken);

    /// <summary>Deletes every row of every table, for a rebuild; returns when each entry was first applied, by submission id, which no record holds.</summary>
    Task<IReadOnlyDictionary<string, DateTimeOffset>> ClearTablesAsync(CancellationToken cancellationToken);
}
