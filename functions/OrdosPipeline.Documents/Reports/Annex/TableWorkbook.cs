using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using OrdosPipeline.Documents.Exports;
using OrdosPipeline.Documents.Feedback;
using CellAddress = OrdosPipeline.Core.Intake.CellAddress;

namespace OrdosPipeline.Documents.Reports.Annex;

/// <summary>Writes a workbook with a table on each sheet: header frozen, filter on, columns as wide as they need, nothing that runs as a formula.</summary>
internal static class TableWorkbook
{
    private const string Font = "宋体";
    private const uint TextStyle = 2;

    /// <summary>In points, for text of 11 points.</summary>
    private const double LineHeight = 15;

    /// <summary>Excel takes rows of up to 409 points.</summary>
    private const int MostLines = 27;

    /// <summary>The cell formats after the plain one, the header and the text, by the order of <see cref="SheetFormat"/>.</summary>
    private static readonly (SheetFormat Format, uint NumberFormat)[] NumberFormats =
        [(SheetFormat.WholeNumber, 3), (SheetFormat.Number, 164), (SheetFormat.Percent, 165), (SheetFormat.Minute, 22)];

    public static void Write(IReadOnlyList<SheetTable> tables, Stream output) => OfficePackage.Write(output, stream => Build(tables, stream));

    private static void Build(IReadOnlyList<SheetTable> tables, Stream stream)
    {
        using var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook);
        var workbook = document.AddWorkbookPart();
        document.ChangeIdOfPart(workbook, "rId1");
        workbook.AddNewPart<WorkbookStylesPart>("styles").Stylesheet = Styles();
        var sheets = new Sheets();
        var names = new DefinedNames();
        for (var index = 0; index < tables.Count; index++)
        {
            var id = $"sheet{index + 1}";
            WriteSheet(workbook.AddNewPart<WorksheetPart>(id), tables[index], isFirst: index == 0);
            sheets.Append(new Sheet { Id = id, SheetId = (uint)index + 1, Name = tables[index].Name });
            names.Append(
                new DefinedName(SpreadsheetText.Reference(tables[index].Name, $"$A$1:${CellAddress.ColumnLetters(tables[index].Columns.Count)}${tables[index].Rows.Count + 1}"))
                {
                    Name = "_xlnm._FilterDatabase",
                    LocalSheetId = (uint)index,
                    Hidden = true,
                },
                new DefinedName(SpreadsheetText.Reference(tables[index].Name, "$1:$1")) { Name = "_xlnm.Print_Titles", LocalSheetId = (uint)index });
        }

        workbook.Workbook = new Workbook(new BookViews(new WorkbookView()), sheets, names);
    }

    private static void WriteSheet(WorksheetPart part, SheetTable table, bool isFirst)
    {
        using var writer = OpenXmlWriter.Create(part);
        writer.WriteStartElement(new Worksheet());
        writer.WriteElement(new SheetProperties(new PageSetupProperties { FitToPage = true }));
        writer.WriteElement(new SheetViews(new SheetView(
            new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen })
        { TabSelected = isFirst, WorkbookViewId = 0 }));
        writer.WriteElement(new Columns(table.Columns.Select((column, index) =>
            new Column { Min = (uint)index + 1, Max = (uint)index + 1, Width = column.Width, CustomWidth = true })));
        writer.WriteStartElement(new SheetData());
        WriteRow(writer, 1, Lines(table.Columns, [.. table.Columns.Select(column => column.Title)]), [.. table.Columns.Select(column => Text(column.Title, 1))]);
        for (var index = 0; index < table.Rows.Count; index++)
            WriteRow(writer, index + 2, Lines(table.Columns, table.Rows[index]), [.. table.Rows[index].Select((value, column) => CellOf(value, table.Columns[column].Format))]);
        writer.WriteEndElement();
        writer.WriteElement(new AutoFilter { Reference = $"A1:{LastCell(table)}" });
        writer.WriteElement(new PageMargins { Left = 0.4, Right = 0.4, Top = 0.6, Bottom = 0.6, Header = 0.3, Footer = 0.3 });
        writer.WriteElement(new PageSetup { PaperSize = 9, Orientation = OrientationValues.Landscape, FitToWidth = 1, FitToHeight = 0 });
        writer.WriteEndElement();
    }

    private static void WriteRow(OpenXmlWriter writer, int number, int lines, List<Cell?> cells)
    {
        var row = new Row { RowIndex = (uint)number };
        if (lines > 1)
            (row.Height, row.CustomHeight) = (Math.Min(lines, MostLines) * LineHeight, true);
        writer.WriteStartElement(row);
        for (var index = 0; index < cells.Count; index++)
        {
            if (cells[index] is not { } cell)
                continue;
            cell.CellReference = new CellAddress(number, index + 1).ToString();
            writer.WriteElement(cell);
        }

        writer.WriteEndElement();
    }

    /// <summary>The lines that the longest text of a row takes in its column; not every program finds the height by itself. A Chinese character is as wide as two digits.</summary>
    private static int Lines(IReadOnlyList<SheetColumn> columns, IReadOnlyList<object?> row) => columns
        .Select((column, index) => row[index] is string text ? text.Split('\n').Sum(line => (int)Math.Ceiling(Math.Max(1, line.Sum(c => c < 0x2E80 ? 1 : 2)) / (column.Width - 1))) : 1)
        .Max();

    private static CellAddress LastCell(SheetTable table) => new(table.Rows.Count + 1, table.Columns.Count);

    private static Cell? CellOf(object? value, SheetFormat format) => value switch
    {
        null or "" => null,
        decimal number => Number(number.ToString(CultureInfo.InvariantCulture), format),
        int number => Number(number.ToString(CultureInfo.InvariantCulture), format),
        DateTime time => Number(time.ToOADate().ToString("R", CultureInfo.InvariantCulture), format),
        string text => Text(text, TextStyle),
        _ => throw new ArgumentException($"{value.GetType()} is no value of a sheet.", nameof(value)),
    };

    private static Cell Number(string text, SheetFormat format)
    {
        var index = Array.FindIndex(NumberFormats, known => known.Format == format);
        return new() { CellValue = new CellValue(text), StyleIndex = index < 0 ? 0 : TextStyle + 1 + (uint)index };
    }

    private static Cell Text(string text, uint style) => new()
    {
        DataType = CellValues.InlineString,
        InlineString = new InlineString(new Text(SpreadsheetText.Escape(FormulaSafe.Escape(text))) { Space = SpaceProcessingModeValues.Preserve }),
        StyleIndex = style,
    };

    private static Stylesheet Styles()
    {
        var top = new Alignment { Vertical = VerticalAlignmentValues.Top };
        var formats = new List<CellFormat>
        {
            new() { FontId = 0 },
            new(new Alignment { Vertical = VerticalAlignmentValues.Center, WrapText = true }) { FontId = 1, FillId = 2, BorderId = 1, ApplyFont = true, ApplyFill = true, ApplyBorder = true, ApplyAlignment = true },
            new(new Alignment { Vertical = VerticalAlignmentValues.Top, WrapText = true }) { FontId = 0, ApplyAlignment = true },
        };
        formats.AddRange(NumberFormats.Select(format => new CellFormat((Alignment)top.CloneNode(true)) { FontId = 0, NumberFormatId = format.NumberFormat, ApplyNumberFormat = true, ApplyAlignment = true }));
        return new Stylesheet(
            new NumberingFormats(
                new NumberingFormat { NumberFormatId = 164, FormatCode = "#,##0.######" },
                new NumberingFormat { NumberFormatId = 165, FormatCode = "0.0%" }),
            new Fonts(
                new Font(new FontSize { Val = 11 }, new FontName { Val = Font }, new FontCharSet { Val = 134 }),
                new Font(new Bold(), new FontSize { Val = 11 }, new FontName { Val = Font }, new FontCharSet { Val = 134 })),
            new Fills(
                new Fill(new PatternFill { PatternType = PatternValues.None }),
                new Fill(new PatternFill { PatternType = PatternValues.Gray125 }),
                new Fill(new PatternFill(new ForegroundColor { Rgb = "FFE8ECF0" }) { PatternType = PatternValues.Solid })),
            new Borders(
                new Border(),
                new Border(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder(new Color { Rgb = "FF5B6875" }) { Style = BorderStyleValues.Thin }, new DiagonalBorder())),
            new CellStyleFormats(new CellFormat()),
            new CellFormats(formats),
            new CellStyles(new CellStyle { Name = "Normal", FormatId = 0, BuiltinId = 0 }));
    }
}
