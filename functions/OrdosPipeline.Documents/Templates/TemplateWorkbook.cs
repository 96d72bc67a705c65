using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using OrdosPipeline.Core.Intake;
using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Reporting;
using OrdosPipeline.Documents.Feedback;
using Sheet = DocumentFormat.OpenXml.Spreadsheet.Sheet;
using Workbook = DocumentFormat.OpenXml.Spreadsheet.Workbook;

namespace OrdosPipeline.Documents.Templates;

/// <summary>Writes templates: instructions, then a sheet of indicators and one of projects where there are any.</summary>
public sealed class TemplateWorkbook : ITemplateWriter
{
    private const string InstructionSheetName = "填报说明";

    /// <inheritdoc/>
    public void Write(ReturnTemplate template, Stream output)
    {
        var sheets = new List<(string Name, TemplateSheet Sheet)> { (InstructionSheetName, Instructions(template)) };
        if (template.Indicators.Count > 0)
            sheets.Add((IndicatorSheet.Name, IndicatorSheet.Of(template)));
        if (template.Projects.Count > 0)
            sheets.Add((ProjectSheet.Name, ProjectSheet.Of(template)));

        using var package = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(package, SpreadsheetDocumentType.Workbook))
        {
            // With an id of its own, for one that is made up differs every time.
            var workbook = document.AddWorkbookPart();
            document.ChangeIdOfPart(workbook, "rIdWorkbook");
            workbook.AddNewPart<WorkbookStylesPart>("rIdStyles").Stylesheet = TemplateStyles.Create();
            var tag = new TemplateTag(template.Plan.Id, template.Department.Code, template.Quarter, InstructionSheetName);
            var tabs = new Sheets();
            for (var index = 0; index < sheets.Count; index++)
            {
                var id = FormattableString.Invariant($"rIdSheet{index + 1}");
                workbook.AddNewPart<WorksheetPart>(id).Worksheet = sheets[index].Sheet.Create($"模板编号 {tag.Text}", isActive: index == 0);
                tabs.Append(new Sheet { Name = sheets[index].Name, SheetId = (uint)index + 1, Id = id });
            }

            workbook.Workbook = new Workbook(new BookViews(new WorkbookView()), tabs, Names(tag, sheets));
        }

        package.Position = 0;
        StablePackage.Copy(package, output);
    }

    private static DefinedNames Names(TemplateTag tag, List<(string Name, TemplateSheet Sheet)> sheets)
    {
        var names = new DefinedNames();
        for (var index = 0; index < sheets.Count; index++)
        {
            if (sheets[index].Sheet.HeaderRow is { } row)
                names.Append(new DefinedName(FormattableString.Invariant($"'{sheets[index].Name}'!$A:$B,'{sheets[index].Name}'!${row}:${row}")) { Name = "_xlnm.Print_Titles", LocalSheetId = (uint)index });
        }

        names.Append(
            new DefinedName(SpreadsheetText.Reference(InstructionSheetName, "$A$1")) { Name = TemplateTag.InstructionsName, Hidden = true },
            new DefinedName($"\"{tag.Text}\"") { Name = TemplateTag.Name, Hidden = true });
        return names;
    }

    private static TemplateSheet Instructions(ReturnTemplate template)
    {
        var sheet = new TemplateSheet([new TemplateColumn("", 80, TemplateStyle.Paragraph)]);
        sheet.AddLine($"{template.Department.Name}{template.Quarter.Chinese()}填报说明", TemplateStyle.Title, 34);
        foreach (var (heading, lines) in TemplateTexts.Instructions(template))
        {
            sheet.AddLine(heading, TemplateStyle.Heading, 30);
            foreach (var line in lines)
                sheet.AddLine(line, TemplateStyle.Paragraph);
        }

        return sheet;
    }
}
