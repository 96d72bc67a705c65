using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using OrdosPipeline.Core.Intake;
using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Reporting;
using OrdosPipeline.Core.Validation;
using OrdosPipeline.Documents.Templates;
using OrdosPipeline.Documents.Tests.Reading;
using OrdosPipeline.Testing;
using Cell = DocumentFormat.OpenXml.Spreadsheet.Cell;
using Sheet = DocumentFormat.OpenXml.Spreadsheet.Sheet;

namespace OrdosPipeline.Documents.Tests.Templates;

/// <summary>A template as a clerk changes it, and what the check makes of it.</summary>
internal sealed class FilledTemplate
{
    private byte[] bytes;

    private FilledTemplate(byte[] bytes) => this.bytes = bytes;

    public byte[] Bytes => bytes;

    public static ReturnTemplate Of(string department, string quarter, PlanCatalogue? plan = null)
    {
        plan ??= TestPlan.Ordos14();
        var of = ReportingQuarter.Parse(quarter);
        return ReturnTemplate.Of(plan, plan.FindDepartment(department)!, of, of.LastDay.AddDays(20));
    }

    public static byte[] Write(ReturnTemplate template)
    {
        using var output = new MemoryStream();
        new TemplateWorkbook().Write(template, output);
        return output.ToArray();
    }

    public static FilledTemplate From(ReturnTemplate template) => new(Write(template));

    /// <summary>Types a number or a text into a cell found by the code at the start of its row and the title of its column.</summary>
    public FilledTemplate Fill(string sheet, string code, string column, object value, int occurrence = 1) => Change(document =>
    {
        var data = Data(document, sheet);
        var header = data.Elements<Row>().First(row => row.Elements<Cell>().Any(cell => cell.InnerText == column));
        var letters = Letters(header.Elements<Cell>().First(cell => cell.InnerText == column));
        var row = data.Elements<Row>().Where(row => row.Elements<Cell>().FirstOrDefault()?.InnerText == code).ElementAt(occurrence - 1);
        Set(row.Elements<Cell>().First(cell => Letters(cell) == letters), value);
    });

    /// <summary>Types into a column of every row that has a code.</summary>
    public FilledTemplate FillAll(string sheet, string column, Func<string, object> value) => Change(document =>
    {
        var rows = Data(document, sheet).Elements<Row>().ToList();
        var header = rows.FindIndex(row => row.Elements<Cell>().Any(cell => cell.InnerText == column));
        var letters = Letters(rows[header].Elements<Cell>().First(cell => cell.InnerText == column));
        foreach (var row in rows.Skip(header + 1).Where(row => row.Elements<Cell>().First().InnerText is { Length: > 0 and < 6 }))
            Set(row.Elements<Cell>().First(cell => Letters(cell) == letters), value(row.Elements<Cell>().First().InnerText));
    });

    /// <summary>Types into a cell by its address.</summary>
    public FilledTemplate Fill(string sheet, string address, object value) => Change(document =>
        Set(Data(document, sheet).Descendants<Cell>().First(cell => cell.CellReference == address), value));

    public FilledTemplate Rename(string sheet, string name) => Change(document =>
    {
        var workbook = document.WorkbookPart!.Workbook!;
        workbook.Sheets!.Elements<Sheet>().First(tab => tab.Name == sheet).Name = name;
        foreach (var defined in workbook.DefinedNames!.Elements<DefinedName>())
            defined.Text = defined.Text.Replace($"'{sheet}'", $"'{name}'", StringComparison.Ordinal);
    });

    /// <summary>Gives every row the number that <paramref name="row"/> says, and every cell the column; null drops it.</summary>
    public FilledTemplate Move(string sheet, Func<int, int> row, Func<int, int?>? column = null) => Change(document =>
    {
        var worksheet = document.WorkbookPart!.GetPartById(Tab(document, sheet).Id!.Value!) is WorksheetPart part ? part.Worksheet! : throw new InvalidOperationException();
        worksheet.RemoveAllChildren<MergeCells>();
        worksheet.RemoveAllChildren<DataValidations>();
        worksheet.RemoveAllChildren<SheetDimension>();
        var data = worksheet.GetFirstChild<SheetData>()!;
        var moved = new List<Row>();
        foreach (var old in data.Elements<Row>().ToList())
        {
            var number = row((int)old.RowIndex!.Value);
            var cells = new List<(int Column, Cell Cell)>();
            foreach (var cell in old.Elements<Cell>().ToList())
            {
                cell.Remove();
                if (!CellAddress.TryParse(cell.CellReference, out var at) || (column is null ? at.ColumnNumber : column(at.ColumnNumber)) is not { } to)
                    continue;
                cell.CellReference = new CellAddress(number, to).ToString();
                cells.Add((to, cell));
            }

            moved.Add(new Row(cells.OrderBy(pair => pair.Column).Select(pair => pair.Cell)) { RowIndex = (uint)number });
        }

        data.RemoveAllChildren();
        data.Append(moved.OrderBy(r => r.RowIndex!.Value));
    });

    public CheckedSubmission Check(string department, string asOf = "2025-12-31", PlanCatalogue? plan = null) =>
        SheetBuilder.Check(WorkbookOpenerTests.Open(bytes), department, asOf, plan);

    private FilledTemplate Change(Action<SpreadsheetDocument> change)
    {
        using var stream = new MemoryStream();
        stream.Write(bytes);
        using (var document = SpreadsheetDocument.Open(stream, isEditable: true))
            change(document);
        bytes = stream.ToArray();
        return this;
    }

    private static Sheet Tab(SpreadsheetDocument document, string name) => document.WorkbookPart!.Workbook!.Sheets!.Elements<Sheet>().First(tab => tab.Name == name);

    private static SheetData Data(SpreadsheetDocument document, string sheet) =>
        ((WorksheetPart)document.WorkbookPart!.GetPartById(Tab(document, sheet).Id!.Value!)).Worksheet!.GetFirstChild<SheetData>()!;

    private static string Letters(Cell cell) => string.Concat(cell.CellReference!.Value!.TakeWhile(char.IsAsciiLetter));

    private static void Set(Cell cell, object value)
    {
        cell.RemoveAllChildren();
        if (value is string text)
        {
            cell.DataType = CellValues.InlineString;
            cell.Append(new InlineString(new Text(text)));
        }
        else
        {
            cell.DataType = null;
            cell.Append(new CellValue(Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture)!));
        }
    }
}
