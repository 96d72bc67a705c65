using OrdosPipeline.Core.Reporting;
using OrdosPipeline.Documents.Reports.Wording;

namespace OrdosPipeline.Documents.Reports;

/// <summary>Which file of a version is meant by a format and a language.</summary>
public static class ReportFileName
{
    /// <summary>html, docx, xlsx and json.</summary>
    public static IReadOnlyList<string> Formats { get; } = ["html", "docx", "xlsx", "json"];

    /// <summary>The file in that format; null when there is no such format. The summary for programs has no language.</summary>
    public static string? Of(string format, ReportLanguage language) => format switch
    {
        "html" or "docx" => language.FileName("report", format),
        "xlsx" => language.FileName("annex", format),
        "json" => SummaryJson.Name,
        _ => null,
    };
}
