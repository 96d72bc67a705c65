using System.Runtime.CompilerServices;
using System.Text;
using CsCheck;
using OrdosPipeline.Core.Intake;
using OrdosPipeline.Documents.Reading;

namespace OrdosPipeline.Documents.Tests.Reading;

public sealed class PackedRowsTests
{
    private static readonly string[] Texts = ["全市", "12.5", "é", "\ud800", "\uffff\0", "2023年一季度", "a\r\nb"];

    private static readonly Gen<string> GenText = Gen.OneOf(
        Gen.String[Gen.Char, 1, 12], Gen.Int[0, Texts.Length - 1].Select(index => Texts[index]), Gen.String[Gen.Char.AlphaNumeric, 200, 400]).Select(text => string.IsNullOrWhiteSpace(text) ? "x" : text);

    private static readonly Gen<Cell> GenCell = Gen.Select(Gen.Int[0, 6], GenText, Gen.Decimal, Gen.Bool, Gen.Int[1, 3_000_000]).Select((kind, text, number, flag, day) => kind switch
    {
        0 => default,
        1 => Cell.OfNumber(number, text, flag),
        2 => Cell.OfDate(DateOnly.FromDayNumber(day), number, text),
        3 => Cell.OfBoolean(flag),
        4 => Cell.OfError(text),
        _ => Cell.OfText(text),
    });

    [Fact]
    public void Rows_read_back_as_they_were_added() =>
        GenCell.Array[1, 80].Array[0, 60].Sample(rows =>
        {
            var added = Rows(rows);
            Assert.Equal(Text(added), Text(RowPacker.Unpack(RowPacker.Pack(added))));
        });

    [Fact]
    public void They_read_back_in_any_order_from_as_many_pages_as_there_are()
    {
        var (packed, added) = (new PackedRows(), new List<SheetRow>());
        var random = new Random(7);
        for (var number = 1; number <= 60; number++)
        {
            // Seven pages: each row holds an eighth of one.
            added.Add(new SheetRow(number * 3, [.. Enumerable.Range(0, PackedRows.CellsOfPage / 8).Select(column => Cell.OfText($"{number}/{column % 100}"))]));
            packed.Add(added[^1], PackedRows.CellsOfPage / 8);
            Assert.Equal((number, number * 3), (packed.Count, packed.LastNumber));
        }

        Assert.Equal(added.Select(row => row.Number), packed.Select(row => row.Number));
        for (var times = 0; times < 30; times++)
        {
            var index = random.Next(added.Count);
            Assert.Equal(Text([added[index]]), Text([packed[index]]));
        }

        Assert.Throws<ArgumentOutOfRangeException>(() => packed[-1]);
        Assert.Throws<ArgumentOutOfRangeException>(() => packed[60]);
    }

    [Fact]
    public void What_is_packed_is_not_kept_as_objects()
    {
        var packed = new PackedRows();
        var first = AddTwoPages(packed);
        GC.Collect();
        Assert.False(first.IsAlive);
        Assert.Equal("第1行", packed[0].Cells[0].Text);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference AddTwoPages(PackedRows packed)
    {
        var first = new SheetRow(1, [Cell.OfText("第1行")]);
        packed.Add(first, PackedRows.CellsOfPage);
        packed.Add(new SheetRow(2, [Cell.OfText("第2行")]), PackedRows.CellsOfPage);
        return new WeakReference(first);
    }

    /// <summary>Of what has any cell, as <see cref="RowBuilder"/> adds it.</summary>
    private static List<SheetRow> Rows(Cell[][] rows) =>
    [
        .. rows.Select((cells, index) => (index, Filled: cells.Select((cell, column) => (ColumnNumber: (column * column) + 1, cell)).Where(filled => !filled.cell.IsBlank).ToList()))
            .Where(row => row.Filled.Count > 0)
            .Select(row => new SheetRow(row.index + 1, RowCells.Of(row.Filled))),
    ];

    private static string Text(IReadOnlyList<SheetRow> rows)
    {
        var text = new StringBuilder();
        foreach (var row in rows)
        {
            text.AppendLine(System.Globalization.CultureInfo.InvariantCulture, $"{row.Number}: {row.Cells.Count}");
            foreach (var cell in row.Cells)
                text.AppendLine(System.Globalization.CultureInfo.InvariantCulture, $"{cell.Kind} {cell.Number} {cell.Date} {cell.IsPercent} {string.Join(' ', cell.Text.Select(character => (int)character))}");
        }

        return text.ToString();
    }
}
