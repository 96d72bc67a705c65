using OrdosPipeline.Core.Reporting;
using OrdosPipeline.Documents.Reports.Wording;

namespace OrdosPipeline.Documents.Reports.Annex;

/// <summary>Writes <c>annex.xlsx</c>: everything a summary says as tables to sort and filter, numbers unrounded.</summary>
public sealed class AnnexWorkbook(ReportLanguage language) : IReportWriter
{
    public string FileName => ReportFileName.Of("xlsx", language)!;

    public string ContentType => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public async Task WriteAsync(QuarterSummary summary, Stream output)
    {
        var format = new ReportFormat(language);
        var tables = new AnnexTables(summary, format, new ReportNarrative(summary, format));
        using var buffer = new MemoryStream();
        TableWorkbook.Write(tables.All(), buffer);
        buffer.Position = 0;
        await buffer.CopyToAsync(output);
    }
}
