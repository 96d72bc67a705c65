using System.Text;
using ExcelDataReader;
using ExcelDataReader.Exceptions;
using OrdosPipeline.Core.Intake;

namespace OrdosPipeline.Documents.Reading;

/// <summary>Reads .xls workbooks (BIFF 2 to 8).</summary>
internal static class XlsWorkbook
{
    /// <summary>As Excel 97 to 2003 define their sheets. A file of a few hundred bytes may claim thousands of times as many cells, and the library goes through them all.</summary>
    private const int MostColumns = 256;

    public static Workbook ReadCompoundFile(Stream content, CellBudget budget)
    {
        var file = CompoundFile.Read(content);
        if (file.Has("EncryptedPackage"))
            throw new FileFaultException(FileFaultKind.Encrypted);
        var name = file.Has("Workbook") ? "Workbook" : "Book";
        if (!file.Has(name))
            throw new FileFaultException(FileFaultKind.TypeUnsupported, OtherType(file));
        using var records = file.Open(name);
        var scan = BiffScan.Read(records, budget);
        if (file.Has("_VBA_PROJECT_CUR") || file.Has("_VBA_PROJECT"))
            throw new FileFaultException(FileFaultKind.HasMacros);
        return Read(content, scan, budget, file.Names.Any(entry => entry.StartsWith("MBD", StringComparison.Ordinal)));
    }

    public static Workbook ReadBareBiff(Stream content, CellBudget budget) =>
        Read(content, BiffScan.Read(content, budget), budget, hasObjects: false);

    private static string OtherType(CompoundFile file) =>
        file.Has("WordDocument") ? ".doc"
        : file.Has("PowerPoint Document") ? ".ppt"
        : file.Has("__properties_version1.0") ? ".msg"
        : "OLE2";

    private static Workbook Read(Stream content, BiffScan scan, CellBudget budget, bool hasObjects)
    {
        if (scan.IsEncrypted)
            throw new FileFaultException(FileFaultKind.Encrypted);
        if (scan.HasMacroSheets)
            throw new FileFaultException(FileFaultKind.HasMacros);

        content.Position = 0;
        try
        {
            // Files before Excel 97 hold text in the code page of the machine that wrote them, which here is Chinese.
            using var reader = ExcelReaderFactory.CreateBinaryReader(
                content, new ExcelReaderConfiguration { FallbackEncoding = Encoding.GetEncoding("GB18030"), LeaveOpen = true });
            var sheets = new List<Sheet>();
            do
            {
                sheets.Add(ReadSheet(reader, sheets.Count, scan, budget));
            }
            while (reader.NextResult());
            return new Workbook(FileFormat.Xls, sheets, hasObjects);
        }
        catch (InvalidPasswordException)
        {
            throw new FileFaultException(FileFaultKind.Encrypted);
        }
    }

    private static Sheet ReadSheet(IExcelDataReader reader, int sheetIndex, BiffScan scan, CellBudget budget)
    {
        if (reader.VisibleState != "visible")
            return new Sheet(reader.Name, true, [], []);
        if (reader.FieldCount > MostColumns)
            throw new FileFaultException(FileFaultKind.Unreadable);
        var builder = new RowBuilder(budget);
        var errors = scan.ErrorsOf(sheetIndex);
        var lastRow = scan.LastRowOf(sheetIndex);
        for (var rowNumber = 1; rowNumber <= lastRow && reader.Read(); rowNumber++)
        {
            for (var index = 0; index < reader.FieldCount; index++)
            {
                builder.Add(index + 1, errors.TryGetValue(new CellAddress(rowNumber, index + 1), out var error)
                    ? Cell.OfError(error)
                    : CellAt(reader, index, scan, budget));
            }

            builder.EndRow(rowNumber);
        }

        return new Sheet(reader.Name, false, builder.Rows, Merges(reader, budget));
    }

    private static Cell CellAt(IExcelDataReader reader, int index, BiffScan scan, CellBudget budget)
    {
        return reader.GetValue(index) switch
        {
            null => default,
            string text => Cell.OfText(budget.Checked(text)),
            bool value => Cell.OfBoolean(value),
            double number => CellValue.Of(number, NumberFormat.Of(reader.GetNumberFormatString(index)), scan.IsDate1904),
            int number => CellValue.Of(number, NumberFormat.Of(reader.GetNumberFormatString(index)), scan.IsDate1904),
            DateTime date => CellValue.Of(CellValue.Serial(date, scan.IsDate1904), NumberFormat.Of(reader.GetNumberFormatString(index)), scan.IsDate1904),
            TimeSpan time => CellValue.Of(time.TotalDays, NumberFormat.Of(reader.GetNumberFormatString(index)), scan.IsDate1904),
            var other => Cell.OfText(budget.Checked(other.ToString() ?? "")),
        };
    }

    private static List<MergedRange> Merges(IExcelDataReader reader, CellBudget budget)
    {
        var merges = new List<MergedRange>();
        foreach (var range in reader.MergeCells ?? [])
        {
            budget.Count();
            merges.Add(MergedCells.Between(new CellAddress(range.FromRow + 1, range.FromColumn + 1), new CellAddress(range.ToRow + 1, range.ToColumn + 1)));
        }

        return merges;
    }
}
