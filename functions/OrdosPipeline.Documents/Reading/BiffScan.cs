using System.Buffers.Binary;
using OrdosPipeline.Core.Intake;

namespace OrdosPipeline.Documents.Reading;

/// <summary>What the records of an .xls workbook say and ExcelDataReader 3.6 does not tell: the date system, encryption, macro sheets, error values, which it reads as blank, and where a sheet's cells end, for which it trusts the file.</summary>
internal sealed class BiffScan
{
    private const ushort EndOfFile = 0x0A;
    private const ushort BeginningOfFile = 0x0809;
    private const ushort DateMode = 0x22;
    private const ushort FilePass = 0x2F;
    private const ushort BoundSheet = 0x85;
    private const ushort BooleanOrError = 0x0205;
    private const byte Worksheet = 0;
    private const byte MacroSheet = 1;

    private static readonly IReadOnlyDictionary<CellAddress, string> NoErrors = new Dictionary<CellAddress, string>();

    private readonly List<uint> sheetOffsets = [];
    private readonly List<Dictionary<CellAddress, string>> errors = [];
    private readonly List<int> lastRows = [];

    private BiffScan()
    {
    }

    /// <summary>Days are counted from 1904.</summary>
    public bool IsDate1904 { get; private set; }

    public bool IsEncrypted { get; private set; }

    /// <summary>Excel 4.0 macro sheets are among its sheets.</summary>
    public bool HasMacroSheets { get; private set; }

    /// <summary>The error values of the worksheet at that index.</summary>
    public IReadOnlyDictionary<CellAddress, string> ErrorsOf(int sheetIndex) => sheetIndex < errors.Count ? errors[sheetIndex] : NoErrors;

    /// <summary>The number of the last row of the worksheet at that index that has a cell with a value; 0 where none has.</summary>
    public int LastRowOf(int sheetIndex) => sheetIndex < lastRows.Count ? lastRows[sheetIndex] : int.MaxValue;

    /// <param name="workbook">The stream of records, seekable.</param>
    /// <param name="budget">Whose token ends the scan.</param>
    public static BiffScan Read(Stream workbook, CellBudget budget)
    {
        var scan = new BiffScan();
        scan.ReadRecords(workbook, 0, sheet: null, budget);

        // Before Excel 5 the only sheet is the workbook.
        if (scan.sheetOffsets.Count == 0)
            scan.sheetOffsets.Add(0);
        foreach (var offset in scan.sheetOffsets)
        {
            var sheet = new Dictionary<CellAddress, string>();
            scan.errors.Add(sheet);
            scan.lastRows.Add(0);
            if (!scan.IsEncrypted)
                scan.ReadRecords(workbook, offset, sheet, budget);
        }

        return scan;
    }

    private void ReadRecords(Stream workbook, long offset, Dictionary<CellAddress, string>? sheet, CellBudget budget)
    {
        Span<byte> header = stackalloc byte[4];
        Span<byte> data = stackalloc byte[14];
        var depth = 0;
        for (var position = offset; position + 4 <= workbook.Length;)
        {
            budget.CancellationToken.ThrowIfCancellationRequested();
            workbook.Position = position;
            workbook.ReadExactly(header);
            var type = BinaryPrimitives.ReadUInt16LittleEndian(header);
            var length = BinaryPrimitives.ReadUInt16LittleEndian(header[2..]);
            var record = data[..Math.Min(length, data.Length)];
            if (workbook.ReadAtLeast(record, record.Length, throwOnEndOfStream: false) < record.Length)
                return;
            position += 4 + length;

            // Charts within a sheet have beginnings and ends of their own.
            if (type == BeginningOfFile)
                depth++;
            else if (type == EndOfFile && --depth <= 0)
                return;
            else if (sheet is null)
                ReadGlobal(type, record);
            else if (IsCell(type) && record.Length >= 4)
                ReadCell(type, record, sheet);
        }
    }

    private void ReadGlobal(ushort type, ReadOnlySpan<byte> record)
    {
        switch (type)
        {
            case DateMode when record.Length >= 2:
                IsDate1904 = record[0] == 1;
                break;
            case FilePass:
                IsEncrypted = true;
                break;
            case BoundSheet when record.Length >= 6:
                HasMacroSheets |= record[5] == MacroSheet;
                if (record[5] == Worksheet)
                    sheetOffsets.Add(BinaryPrimitives.ReadUInt32LittleEndian(record));
                break;
        }
    }

    // INTEGER, NUMBER, LABEL, BOOLERR and FORMULA of every version, RK, MULRK, RSTRING and LABELSST.
    private static bool IsCell(ushort type) => type is (>= 0x02 and <= 0x06) or (>= 0x0202 and <= 0x0206) or 0x0406 or 0x027E or 0x7E or 0xBD or 0xD6 or 0xFD;

    private void ReadCell(ushort type, ReadOnlySpan<byte> record, Dictionary<CellAddress, string> sheet)
    {
        var row = BinaryPrimitives.ReadUInt16LittleEndian(record);
        lastRows[^1] = Math.Max(lastRows[^1], row + 1);
        var code = type switch
        {
            BooleanOrError when record.Length >= 8 && record[7] == 1 => record[6],

            // The result of a formula: a double, or a type, padding and 0xFFFF.
            0x0006 or 0x0206 or 0x0406 when record.Length >= 14 && record[6] == 2 && record[12] == 0xFF && record[13] == 0xFF => record[8],
            _ => (byte?)null,
        };
        if (code is null)
            return;
        var column = BinaryPrimitives.ReadUInt16LittleEndian(record[2..]);
        sheet[new CellAddress(row + 1, column + 1)] = code switch
        {
            0x00 => "#NULL!",
            0x07 => "#DIV/0!",
            0x0F => "#VALUE!",
            0x17 => "#REF!",
            0x1D => "#NAME?",
            0x24 => "#NUM!",
            _ => "#N/A",
        };
    }
}
