using System.Buffers;
using System.IO.Compression;
using System.Runtime.InteropServices;
using OrdosPipeline.Core.Intake;

namespace OrdosPipeline.Documents.Reading;

/// <summary>Turns rows into bytes and back, exactly: a text of Latin letters and digits takes a byte for each, any other two, before all are compressed.</summary>
internal static class RowPacker
{
    private const int Percent = 8;

    /// <summary>Reading and writing by the byte is slow where it reaches a compressing stream.</summary>
    private const int BufferBytes = 1 << 14;

    public static byte[] Pack(IReadOnlyList<SheetRow> rows)
    {
        using var bytes = new MemoryStream();
        using (var deflate = new DeflateStream(bytes, CompressionLevel.Fastest, leaveOpen: true))
        using (var buffer = new BufferedStream(deflate, BufferBytes))
        using (var writer = new BinaryWriter(buffer))
            Write(writer, rows);
        return bytes.ToArray();
    }

    public static SheetRow[] Unpack(byte[] bytes)
    {
        using var deflate = new DeflateStream(new MemoryStream(bytes, writable: false), CompressionMode.Decompress);
        using var buffer = new BufferedStream(deflate, BufferBytes);
        using var reader = new BinaryReader(buffer);
        return Read(reader);
    }

    private static void Write(BinaryWriter writer, IReadOnlyList<SheetRow> rows)
    {
        writer.Write7BitEncodedInt(rows.Count);
        foreach (var row in rows)
        {
            writer.Write7BitEncodedInt(row.Number);
            writer.Write7BitEncodedInt(row.Cells.Count(cell => !cell.IsBlank));
            for (var index = 0; index < row.Cells.Count; index++)
            {
                if (row.Cells[index].IsBlank)
                    continue;
                writer.Write7BitEncodedInt(index + 1);
                Write(writer, row.Cells[index]);
            }
        }
    }

    private static SheetRow[] Read(BinaryReader reader)
    {
        var texts = new HashSet<string>(StringComparer.Ordinal);
        var lookup = texts.GetAlternateLookup<ReadOnlySpan<char>>();
        var characters = new ArrayBufferWriter<char>();
        var rows = new SheetRow[reader.Read7BitEncodedInt()];
        var cells = new List<(int ColumnNumber, Cell Cell)>();
        for (var index = 0; index < rows.Length; index++)
        {
            var number = reader.Read7BitEncodedInt();
            cells.Clear();
            for (var left = reader.Read7BitEncodedInt(); left > 0; left--)
                cells.Add((reader.Read7BitEncodedInt(), ReadCell(reader, Text)));
            rows[index] = new SheetRow(number, RowCells.Of(cells));
        }

        return rows;

        // Columns say the same again and again.
        string Text()
        {
            characters.ResetWrittenCount();
            ReadText(reader, characters);
            if (lookup.TryGetValue(characters.WrittenSpan, out var known))
                return known;
            var text = characters.WrittenSpan.ToString();
            texts.Add(text);
            return text;
        }
    }

    private static void Write(BinaryWriter writer, Cell cell)
    {
        writer.Write((byte)((int)cell.Kind | (cell.IsPercent ? Percent : 0)));
        if (cell.Kind is CellKind.Number or CellKind.Date)
            writer.Write(cell.Number);
        if (cell.Kind == CellKind.Date)
            writer.Write7BitEncodedInt(cell.Date.DayNumber);
        if (cell.Kind == CellKind.Boolean)
            writer.Write(cell.Number == 1);
        else
            WriteText(writer, cell.Text);
    }

    private static Cell ReadCell(BinaryReader reader, Func<string> text)
    {
        var head = reader.ReadByte();
        switch ((CellKind)(head & ~Percent))
        {
            case CellKind.Text:
                return Cell.OfText(text());
            case CellKind.Number:
                var number = reader.ReadDecimal();
                return Cell.OfNumber(number, text(), (head & Percent) != 0);
            case CellKind.Date:
                var serial = reader.ReadDecimal();
                var date = DateOnly.FromDayNumber(reader.Read7BitEncodedInt());
                return Cell.OfDate(date, serial, text());
            case CellKind.Boolean:
                return Cell.OfBoolean(reader.ReadBoolean());
            case CellKind.Error:
                return Cell.OfError(text());
            case var kind:
                throw new InvalidDataException($"{kind} is no cell that is packed.");
        }
    }

    private static void WriteText(BinaryWriter writer, string text)
    {
        var isNarrow = !text.AsSpan().ContainsAnyExceptInRange('\0', '\u00FF');
        writer.Write7BitEncodedInt((text.Length << 1) | (isNarrow ? 0 : 1));
        if (!isNarrow)
        {
            // Not in an encoding, which would replace halves of surrogate pairs.
            writer.Write(MemoryMarshal.AsBytes(text.AsSpan()));
            return;
        }

        foreach (var character in text)
            writer.Write((byte)character);
    }

    private static void ReadText(BinaryReader reader, ArrayBufferWriter<char> characters)
    {
        var head = reader.Read7BitEncodedInt();
        var length = head >> 1;
        var span = characters.GetSpan(Math.Max(length, 1))[..length];
        if ((head & 1) == 1)
            reader.ReadExactly(MemoryMarshal.AsBytes(span));
        else
        {
            for (var index = 0; index < length; index++)
                span[index] = (char)reader.ReadByte();
        }

        characters.Advance(length);
    }
}
