namespace OrdosPipeline.Core.Reporting;

/// <summary>Writes one file of a quarter's reports.</summary>
public interface IReportWriter
{
    /// <summary>Within the version's folder, such as <c>report.html</c>.</summary>
    string FileName { get; }

    string ContentType { get; }

    /// <summary>Writes the same bytes for the same summary.</summary>
    Task WriteAsync(QuarterSummary summary, Stream output);
}
