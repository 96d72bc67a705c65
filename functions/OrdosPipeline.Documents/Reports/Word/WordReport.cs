using System.Xml.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using OrdosPipeline.Core.Reporting;
using OrdosPipeline.Documents.Reports.Wording;

namespace OrdosPipeline.Documents.Reports.Word;

/// <summary>Writes <c>report.docx</c>: an official document with a page for the leadership before it and its tables in annexes.</summary>
public sealed class WordReport(ReportLanguage language) : IReportWriter
{
    private static readonly XNamespace Core = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
    private static readonly XNamespace Dublin = "http://purl.org/dc/elements/1.1/";

    public string FileName => ReportFileName.Of("docx", language)!;

    public string ContentType => "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public async Task WriteAsync(QuarterSummary summary, Stream output)
    {
        using var buffer = new MemoryStream();
        OfficePackage.Write(buffer, stream => Build(summary, stream));
        buffer.Position = 0;
        await buffer.CopyToAsync(output);
    }

    private void Build(QuarterSummary summary, Stream stream)
    {
        var format = new ReportFormat(language);
        var narrative = new ReportNarrative(summary, format);
        using var document = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document);
        var main = document.AddMainDocumentPart();
        document.ChangeIdOfPart(main, "rId1");
        main.AddNewPart<StyleDefinitionsPart>("styles").Styles = WordStyles.Styles(language);
        main.AddNewPart<FontTablePart>("fonts").Fonts = WordStyles.FontTable();
        main.AddNewPart<DocumentSettingsPart>("settings").Settings = WordPages.Settings();
        main.AddNewPart<FooterPart>("footerOdd").Footer = WordPages.Footer(WordStyles.FooterOdd);
        main.AddNewPart<FooterPart>("footerEven").Footer = WordPages.Footer(WordStyles.FooterEven);
        WriteProperties(document, narrative);
        var body = new Body();
        main.Document = new Document(body);
        body.Append(new BriefPage(format, narrative).Write());
        body.Append(new WordBody(summary, format, narrative, main).Write());
        body.Append(WordPages.EndOfPortrait());
        var annexes = new WordAnnexes(summary, format, narrative);
        body.Append(annexes.Tables());
        body.Append(WordPages.EndOfLandscape());
        body.Append(annexes.Method());
        body.Append(WordPages.LastPortrait());
    }

    /// <summary>Title and office, without the time and the program that the packaging would put in.</summary>
    private static void WriteProperties(WordprocessingDocument document, ReportNarrative narrative)
    {
        var part = document.AddCoreFilePropertiesPart();
        document.ChangeIdOfPart(part, "rId2");
        var properties = new XElement(
            Core + "coreProperties",
            new XAttribute(XNamespace.Xmlns + "cp", Core.NamespaceName),
            new XAttribute(XNamespace.Xmlns + "dc", Dublin.NamespaceName),
            new XElement(Dublin + "title", narrative.Title),
            new XElement(Dublin + "creator", narrative.Office));
        using var stream = part.GetStream(FileMode.Create);
        properties.Save(stream);
    }
}
