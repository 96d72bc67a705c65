using OrdosPipeline.Core.Reporting;
using OrdosPipeline.Documents.Exports;
using OrdosPipeline.Documents.Reports.Wording;

namespace OrdosPipeline.Documents.Reports.Annex;

/// <summary>Writes <c>annex.xlsx</c>: everything a summary says as tables to sort and filter, numbers unrounded.</summary>
public sealed class AnnexWorkbook(ReportLanguage language) : IReportWriter
{
    public string FileName => ReportFileName.Of("xlsx", language)!;

    public string ContentType => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public Task WriteAsync(QuarterSummary summary, Stream output)
    {
        var format = new ReportFormat(language);
        XlsxTables.Write(new AnnexTables(summary, format, new ReportNarrative(summary, format)).All(), output);
        return Task.CompletedTask;
    }
}
