using System.Text;
using OrdosPipeline.Core.Intake;
using OrdosPipeline.Documents.Reading;

namespace OrdosPipeline.Documents.Tests.Reading;

public sealed class HostileFileTests
{
    private const string OneCell = "<row r='1'><c r='A1'><v>1</v></c></row>";

    [Theory]
    [InlineData("../evil.xml")]
    [InlineData("xl/../../evil.xml")]
    [InlineData("/etc/passwd")]
    [InlineData("xl\\evil.xml")]
    [InlineData("C:/evil.xml")]
    public void A_path_trick_is_unsafe(string name) =>
        Assert.Equal(new FileFault(FileFaultKind.Unsafe, name), Fault(XlsxParts.WithRows(OneCell).With(name, "x").Build()));

    [Theory]
    [InlineData("xl/workbook.xml")]
    [InlineData("XL/Workbook.xml")]
    public void A_name_that_stands_twice_is_unsafe(string name) =>
        Assert.Equal(new FileFault(FileFaultKind.Unsafe, name), Fault(XlsxParts.WithRows(OneCell).WithAnother(name, "<x/>").Build()));

    [Theory]
    [InlineData("<!DOCTYPE x [<!ENTITY a 'b'>]><worksheet/>")]
    [InlineData("<!-- first --><!DOCTYPE x SYSTEM 'http://localhost/x.dtd'><worksheet/>")]
    public void A_document_type_is_unsafe(string sheet) =>
        Assert.Equal(new FileFault(FileFaultKind.Unsafe, "DTD"), Fault(XlsxParts.WithSheet(sheet).Build()));

    [Fact]
    public void An_entry_that_unpacks_to_more_than_it_declares_is_unsafe()
    {
        var bytes = XlsxParts.WithRows(string.Concat(Enumerable.Repeat(" ", 5000)) + OneCell).Build();
        Lie(bytes, "xl/worksheets/sheet1.xml", 100);

        Assert.Equal(new FileFault(FileFaultKind.Unsafe, "xl/worksheets/sheet1.xml"), Fault(bytes));
    }

    [Fact]
    public void A_zip_bomb_is_stopped_while_it_unpacks()
    {
        var bomb = XlsxParts.WithRows(OneCell).With("xl/worksheets/sheet1.xml", "<worksheet><sheetData>" + new string(' ', 60 << 20)).Build();

        Assert.Equal(FileFaultKind.Unsafe, Fault(bomb).Kind);
        Assert.True(bomb.Length < 1 << 20);
    }

    [Fact]
    public void A_zip_bomb_beyond_the_limit_on_bytes_is_too_large() => Assert.Equal(
        FileFaultKind.TooLarge,
        Fault(XlsxParts.WithRows(OneCell).With("xl/worksheets/sheet1.xml", new string(' ', 60 << 20)).Build(), IntakeLimits.Default with { UnpackedBytes = 40 << 20 }).Kind);

    [Theory]
    [InlineData("xl/media/image1.png", FileFaultKind.Unsafe)]
    [InlineData("customXml/item1.xml", FileFaultKind.Unsafe)]
    public void A_zip_bomb_in_a_part_without_cells_is_met(string part, FileFaultKind kind) =>
        Assert.Equal(kind, Fault(XlsxParts.WithRows(OneCell).With(part, new string(' ', 60 << 20)).Build()).Kind);

    [Fact]
    public void A_document_type_in_a_part_without_cells_is_unsafe() => Assert.Equal(
        new FileFault(FileFaultKind.Unsafe, "DTD"), Fault(XlsxParts.WithRows(OneCell).With("docProps/app.xml", "<!DOCTYPE x [<!ENTITY a 'b'>]><x/>").Build()));

    [Fact]
    public void A_picture_may_have_a_document_type() =>
        Assert.Null(WorkbookOpenerTests.Open(XlsxParts.WithRows(OneCell).With("xl/media/image1.svg", "<!DOCTYPE svg><svg/>").Build()).Fault);

    [Fact]
    public void Honest_parts_that_compress_well_are_no_bombs() =>
        Assert.Null(WorkbookOpenerTests.Open(XlsxParts.WithRows(new string(' ', 5 << 20) + OneCell).Build()).Fault);

    [Fact]
    public void A_text_file_may_have_more_rows_than_a_sheet()
    {
        var opened = WorkbookOpenerTests.Open(Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("a\n", 1_100_000))));

        Assert.Equal(1_100_000, opened.Workbook!.Sheets[0].Rows.Count);
    }

    [Theory]
    [InlineData("euc-kr", "지표,기간,값\n고정자산투자,이천이십삼,삼백\n")]
    [InlineData("shift_jis", "指標名,期間,値\n固定資産投資,三期,三百\n")]
    [InlineData("big5", "指標名稱,期間,數值\n固定資產投資,三季度,三百\n")]
    public void Text_of_another_country_is_no_Chinese(string encoding, string text)
    {
        var bytes = CodePagesEncodingProvider.Instance.GetEncoding(encoding)!.GetBytes(text);

        Assert.Equal(FileFaultKind.EncodingUndecidable, Fault(bytes).Kind);
    }

    [Fact]
    public void Each_limit_is_named()
    {
        var rows = string.Concat(Enumerable.Range(1, 20).Select(row => $"<row r='{row}'><c r='A{row}' t='inlineStr'><is><t>{new string('字', 50)}</t></is></c></row>"));
        var bytes = XlsxParts.WithRows(rows).Build();

        Assert.Equal(FileFault.TooLarge(LimitKind.FileBytes, 1 << 19), Fault(new byte[1 << 20], IntakeLimits.Default with { FileBytes = 1 << 19 }));
        Assert.Equal(FileFault.TooLarge(LimitKind.UnpackedBytes, 1000), Fault(bytes, IntakeLimits.Default with { UnpackedBytes = 1000 }));
        Assert.Equal(FileFault.TooLarge(LimitKind.ZipEntries, 4), Fault(bytes, IntakeLimits.Default with { ZipEntries = 4 }));
        Assert.Equal(FileFault.TooLarge(LimitKind.Cells, 19), Fault(bytes, IntakeLimits.Default with { Cells = 19 }));
        Assert.Equal(FileFault.TooLarge(LimitKind.CellCharacters, 49), Fault(bytes, IntakeLimits.Default with { CellCharacters = 49 }));
        Assert.Null(WorkbookOpenerTests.Open(bytes, IntakeLimits.Default with { Cells = 20, CellCharacters = 50, ZipEntries = 5 }).Fault);
        Assert.Equal(FileFault.TooLarge(LimitKind.CellCharacters, 2), Fault("a,bcd\n"u8.ToArray(), IntakeLimits.Default with { CellCharacters = 2 }));
        Assert.Equal(FileFault.TooLarge(LimitKind.Cells, 3), Fault("a,b\nc,d\n"u8.ToArray(), IntakeLimits.Default with { Cells = 3 }));
    }

    [Fact]
    public void A_file_that_takes_too_long_to_open_is_too_large() =>
        Assert.Equal(
            FileFault.TooLarge(LimitKind.Seconds, 60),
            new WorkbookOpener(new HurriedTime()).Open(new MemoryStream("a,b\n"u8.ToArray()), IntakeLimits.Default, CancellationToken.None).Fault);

    [Theory]
    [InlineData("xl/vbaProject.bin")]
    [InlineData("xl/macrosheets/sheet1.xml")]
    public void Macros_are_refused(string name) =>
        Assert.Equal(FileFaultKind.HasMacros, Fault(XlsxParts.WithRows(OneCell).With(name, "x").Build()).Kind);

    [Fact]
    public void A_macro_workbook_is_known_by_its_content_type() =>
        Assert.Equal(
            FileFaultKind.HasMacros,
            Fault(XlsxParts.WithRows(OneCell).Replace("[Content_Types].xml", "openxmlformats-officedocument.spreadsheetml.sheet.main+xml", "ms-excel.sheet.macroEnabled.main+xml").Build()).Kind);

    [Fact]
    public void A_binary_workbook_is_named() =>
        Assert.Equal(new FileFault(FileFaultKind.TypeUnsupported, ".xlsb"), Fault(XlsxParts.WithRows(OneCell).With("xl/workbook.bin", "x").Build()));

    [Theory]
    [InlineData("PNG", new byte[] { 0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10 })]
    [InlineData("GZIP", new byte[] { 0x1F, 0x8B, 8, 0 })]
    [InlineData("JPEG", new byte[] { 0xFF, 0xD8, 0xFF, 0xE0 })]
    public void Other_types_are_named(string type, byte[] content) =>
        Assert.Equal(new FileFault(FileFaultKind.TypeUnsupported, type), Fault(content));

    [Fact]
    public void A_web_page_saved_as_xls_can_be_saved_as_xlsx()
    {
        var fault = Fault(Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes("\r\n<!-- x --><TABLE><tr><td>1")).ToArray());

        Assert.Equal(new FileFault(FileFaultKind.TypeUnsupported, UnsupportedFileTypes.Html), fault);
        Assert.True(UnsupportedFileTypes.CanBeSavedAsXlsx(fault.Found));
        Assert.False(UnsupportedFileTypes.CanBeSavedAsXlsx("PDF"));
    }

    [Fact]
    public void An_empty_file_is_empty() => Assert.Equal(FileFaultKind.Empty, Fault([]).Kind);

    [Fact]
    public void A_workbook_without_any_cell_is_empty() => Assert.Equal(FileFaultKind.Empty, Fault(XlsxParts.WithRows("").Build()).Kind);

    [Fact]
    public void An_encrypted_package_is_encrypted() => Assert.Equal(FileFaultKind.Encrypted, Fault(CompoundFileWith("EncryptedPackage")).Kind);

    [Fact]
    public void Another_compound_file_is_named() => Assert.Equal(new FileFault(FileFaultKind.TypeUnsupported, "OLE2"), Fault(CompoundFileWith("Something")));

    [Fact]
    public void A_workbook_of_Excel_2_without_container_is_read()
    {
        byte[] biff =
        [
            0x09, 0, 4, 0, 2, 0, 0x10, 0,
            0x04, 0, 10, 0, 0, 0, 0, 0, 0, 0, 0, 2, (byte)'a', (byte)'b',
            0x03, 0, 15, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xF8, 0x3F,
            0x0A, 0, 0, 0,
        ];

        Assert.Equal(["ab", "1.5"], WorkbookOpenerTests.Open(biff).Workbook!.Sheets[0].Rows[0].Cells.Select(cell => cell.Text));
    }

    [Fact]
    public void A_stream_that_fails_is_no_fault_of_the_file() =>
        Assert.Throws<IOException>(() => new WorkbookOpener().Open(new FailingStream(), IntakeLimits.Default, CancellationToken.None));

    [Fact]
    public void Cancellation_is_no_fault_of_the_file() =>
        Assert.ThrowsAny<OperationCanceledException>(
            () => new WorkbookOpener().Open(new MemoryStream("a,b\n"u8.ToArray()), IntakeLimits.Default, new CancellationToken(canceled: true)));

    private static FileFault Fault(byte[] content, IntakeLimits? limits = null)
    {
        var opened = WorkbookOpenerTests.Open(content, limits);
        Assert.Null(opened.Workbook);
        return opened.Fault!;
    }

    /// <summary>Overwrites the declared size of an entry in both of its headers.</summary>
    private static void Lie(byte[] zip, string name, int unpackedBytes)
    {
        var nameBytes = Encoding.UTF8.GetBytes(name);
        for (var index = 0; index < zip.Length - nameBytes.Length; index++)
        {
            if (!zip.AsSpan(index).StartsWith(nameBytes))
                continue;
            var sizeOffset = zip.AsSpan(Math.Max(0, index - 46)).StartsWith("PK\u0001\u0002"u8) ? index - 46 + 24 : index - 30 + 22;
            BitConverter.GetBytes(unpackedBytes).CopyTo(zip, sizeOffset);
        }
    }

    /// <summary>The smallest OLE2 file: header, one sector of the allocation table, one of the directory.</summary>
    private static byte[] CompoundFileWith(string streamName)
    {
        var file = new byte[512 * 4];
        byte[] signature = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
        signature.CopyTo(file, 0);
        BitConverter.GetBytes((ushort)9).CopyTo(file, 30);
        BitConverter.GetBytes((ushort)6).CopyTo(file, 32);
        BitConverter.GetBytes(1).CopyTo(file, 48);
        BitConverter.GetBytes(4096).CopyTo(file, 56);
        file.AsSpan(68, 4).Fill(0xFF);
        file.AsSpan(76, 436).Fill(0xFF);
        BitConverter.GetBytes(0).CopyTo(file, 76);
        file.AsSpan(512, 512).Fill(0xFF);
        BitConverter.GetBytes(0xFFFFFFFD).CopyTo(file, 512);
        BitConverter.GetBytes(0xFFFFFFFE).CopyTo(file, 516);
        Entry(1024, "Root Entry", 5);
        Entry(1024 + 128, streamName, 2);
        return file;

        void Entry(int offset, string name, byte type)
        {
            Encoding.Unicode.GetBytes(name).CopyTo(file, offset);
            BitConverter.GetBytes((ushort)(name.Length * 2 + 2)).CopyTo(file, offset + 64);
            file[offset + 66] = type;
            BitConverter.GetBytes(0xFFFFFFFE).CopyTo(file, offset + 116);
        }
    }

    private sealed class FailingStream : MemoryStream
    {
        public FailingStream()
            : base("a,b\n"u8.ToArray())
        {
        }

        public override int Read(Span<byte> buffer) => throw new IOException("The store is gone.");
    }

    /// <summary>Every time is up at once.</summary>
    private sealed class HurriedTime : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            callback(state);
            return base.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }
    }
}
