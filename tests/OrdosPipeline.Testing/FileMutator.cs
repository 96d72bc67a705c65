using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace OrdosPipeline.Testing;

/// <summary>The ways in which a file is damaged.</summary>
public enum MutationKind
{
    /// <summary>Some bits anywhere.</summary>
    BitFlips,

    /// <summary>The end is missing.</summary>
    Truncation,

    /// <summary>A stretch of bytes removed, repeated, overwritten or moved.</summary>
    Splice,

    /// <summary>Bits within an unpacked part of an archive, which is packed again with honest sizes and checksum.</summary>
    PartBytes,

    /// <summary>Entries repeated, removed, renamed or exchanged.</summary>
    ArchiveEntries,

    /// <summary>Fields of the directory of an archive, such as sizes, offsets, counts and methods.</summary>
    ArchiveDirectory,

    /// <summary>Texts, numbers, attributes and elements of a part.</summary>
    PartText,

    /// <summary>Types, lengths and contents of the records of an .xls.</summary>
    Records,

    /// <summary>Fields, separators, quotes and line ends of a text.</summary>
    CsvText,
}

/// <summary>Damages files, always in the same way for the same seed.</summary>
/// <param name="seed">Decides everything.</param>
public sealed partial class FileMutator(int seed)
{
    private static readonly string[] HostileTexts =
    [
        "", " ", "0", "-1", "4294967296", "99999999999999999999", "1E+308", "-1E-308", "NaN", "Infinity", "1e400", "79228162514264337593543950336", "0.00000000000000000000000000000001",
        "A1", "XFD1048576", "XFE1048577", "A0", "ZZZZZZ99999999999", "A1:XFD1048576", "A1:A1:A1", "$A$1", "true", "../../../etc/passwd", "/xl/workbook.xml", "rId1", "http://x/y",
        "=1+1", "=cmd|' /C calc'!A0", "+1", "@x", "%s%n", "{0}", "\u0000", "\uFFFF", "\uD800", "\u202E", "&#0;", "&amp;", "&x;", "<![CDATA[", "]]>", "<!DOCTYPE x>", "<a/>", "_x0000_", "_xD800_",
        "2023年三季度", "2023年99月", "9999年", "0000年1月", "全市", "合计", "指标名称", "数值", "期间", "单位", "撤回", "约12", "—", "(((((((", "））", "１２３４５６７８９０１２３４５６７８９０１２３４５６７８９０", "1,2,3,4", "万亿元", "%%", "10万分之", "是", "H01", "P001",
    ];

    private readonly Random random = new(seed);

    /// <summary>The kinds that say something about this file, so that no effort is spent on bits of what was packed.</summary>
    public static IReadOnlyList<MutationKind> KindsFor(ReadOnlySpan<byte> file) => file switch
    {
        [(byte)'P', (byte)'K', 3, 4, ..] =>
        [
            MutationKind.BitFlips, MutationKind.Truncation, MutationKind.Splice, MutationKind.PartBytes, MutationKind.PartBytes, MutationKind.ArchiveEntries,
            MutationKind.ArchiveDirectory, MutationKind.PartText, MutationKind.PartText, MutationKind.PartText, MutationKind.PartText, MutationKind.PartText,
        ],
        [0xD0, 0xCF, 0x11, 0xE0, ..] or [0x09, 0x00 or 0x02 or 0x04 or 0x08, ..] =>
            [MutationKind.BitFlips, MutationKind.Truncation, MutationKind.Splice, MutationKind.Records, MutationKind.Records, MutationKind.Records],
        _ => [MutationKind.BitFlips, MutationKind.Truncation, MutationKind.Splice, MutationKind.CsvText, MutationKind.CsvText, MutationKind.CsvText],
    };

    /// <summary>Damages <paramref name="file"/>, which stays as it is.</summary>
    public (MutationKind Kind, byte[] Damaged) Mutate(byte[] file)
    {
        var kinds = KindsFor(file);
        var kind = kinds[random.Next(kinds.Count)];
        if (file.Length == 0)
            return (kind, Bytes(random.Next(64)));
        return (kind, kind switch
        {
            MutationKind.BitFlips => Flipped(file),
            MutationKind.Truncation => file[..random.Next(file.Length)],
            MutationKind.Splice => Spliced(file),
            MutationKind.ArchiveDirectory => Directory(file),
            MutationKind.Records => Records(file),
            MutationKind.CsvText => Csv(file),
            _ => Repacked(file, kind),
        });
    }

    private byte[] Flipped(byte[] file)
    {
        var damaged = (byte[])file.Clone();
        for (var flips = random.Next(1, 20); flips > 0 && damaged.Length > 0; flips--)
            damaged[random.Next(damaged.Length)] ^= (byte)(1 << random.Next(8));
        return damaged;
    }

    private byte[] Spliced(byte[] file)
    {
        var start = random.Next(file.Length);
        var end = Math.Min(file.Length, start + 1 + random.Next(200));
        return random.Next(4) switch
        {
            0 => [.. file.AsSpan(0, start), .. file.AsSpan(end)],
            1 => [.. file.AsSpan(0, end), .. file.AsSpan(start)],
            2 => [.. file.AsSpan(0, start), .. Bytes(end - start), .. file.AsSpan(end)],
            _ => [.. file.AsSpan(0, start), .. file.AsSpan(random.Next(file.Length))],
        };
    }

    private byte[] Bytes(int count)
    {
        var bytes = new byte[count];
        random.NextBytes(bytes);
        return bytes;
    }

    // A 16 or 32 bit field somewhere in the directory or in front of an entry.
    private byte[] Directory(byte[] file)
    {
        var damaged = (byte[])file.Clone();
        var places = new List<int>();
        for (var index = 0; index + 4 < file.Length; index++)
        {
            if (file.AsSpan(index, 2).SequenceEqual("PK"u8) && file[index + 2] is 1 or 3 or 5 && file[index + 3] == file[index + 2] + 1)
                places.Add(index);
        }

        for (var edits = random.Next(1, 4); edits > 0 && places.Count > 0; edits--)
        {
            var field = places[random.Next(places.Count)] + 4 + (2 * random.Next(21));
            if (field + 4 > damaged.Length)
                continue;
            if (random.Next(2) == 0)
                BinaryPrimitives.WriteUInt16LittleEndian(damaged.AsSpan(field), (ushort)HostileNumber());
            else
                BinaryPrimitives.WriteUInt32LittleEndian(damaged.AsSpan(field), HostileNumber());
        }

        return damaged;
    }

    private uint HostileNumber() => random.Next(8) switch
    {
        0 => 0,
        1 => 1,
        2 => 0xFFFF,
        3 => 0xFFFFFFFF,
        4 => 0x7FFFFFFF,
        5 => 0x80000000,
        _ => (uint)random.Next(),
    };

    private byte[] Records(byte[] file)
    {
        var damaged = (byte[])file.Clone();

        // The records of a workbook begin with its BOF; in a container they mostly lie one behind the other.
        var first = file.AsSpan().IndexOf(file[0] == 0x09 ? file.AsSpan(0, 4) : [0x09, 0x08, 0x10, 0x00]);
        var places = new List<int>();
        for (var at = Math.Max(0, first); at + 4 <= file.Length; at += 4 + BinaryPrimitives.ReadUInt16LittleEndian(file.AsSpan(at + 2)))
            places.Add(at);
        for (var edits = random.Next(1, 5); edits > 0; edits--)
        {
            var at = places[random.Next(places.Count)];
            switch (random.Next(4))
            {
                case 0:
                    BinaryPrimitives.WriteUInt16LittleEndian(damaged.AsSpan(at), (ushort)HostileNumber());
                    break;
                case 1:
                    BinaryPrimitives.WriteUInt16LittleEndian(damaged.AsSpan(at + 2), (ushort)HostileNumber());
                    break;
                default:
                    var length = Math.Min(BinaryPrimitives.ReadUInt16LittleEndian(file.AsSpan(at + 2)), file.Length - at - 4);
                    if (length >= 4)
                        BinaryPrimitives.WriteUInt32LittleEndian(damaged.AsSpan(at + 4 + random.Next(length - 3)), HostileNumber());
                    break;
            }
        }

        return damaged;
    }

    private byte[] Csv(byte[] file)
    {
        // Byte by byte, so that it works in every encoding.
        var text = new List<byte>(file);
        for (var edits = random.Next(1, 6); edits > 0 && text.Count > 0; edits--)
        {
            var at = random.Next(text.Count);
            byte[] piece = random.Next(7) switch
            {
                0 => [(byte)'"'],
                1 => [(byte)",;\t\n\r "[random.Next(6)]],
                2 => [(byte)'\r', (byte)'\n'],
                3 => [(byte)random.Next(random.Next(4) == 0 ? 256 : 128)],
                4 => [0xEF, 0xBB, 0xBF],
                5 => Encoding.UTF8.GetBytes(Hostile()),
                _ => [.. Enumerable.Repeat((byte)',', random.Next(2_000))],
            };
            if (random.Next(2) == 0)
                text.RemoveRange(at, Math.Min(random.Next(1, 30), text.Count - at));
            text.InsertRange(Math.Min(at, text.Count), piece);
        }

        return [.. text];
    }

    private string Hostile() => random.Next(30) == 0 ? new string('9', random.Next(1, 120_000)) : HostileTexts[random.Next(HostileTexts.Length)];

    private byte[] Repacked(byte[] file, MutationKind kind)
    {
        List<(string Name, byte[] Content)> entries;
        try
        {
            using var source = new ZipArchive(new MemoryStream(file));
            entries = [.. source.Entries.Where(entry => entry.Length < 1 << 20).Select(entry => (entry.FullName, Content(entry)))];
        }
        catch (InvalidDataException)
        {
            return Flipped(file);
        }

        if (entries.Count == 0)
            return Flipped(file);

        // Among many parts the sheets and what they refer to are worth more than the theme.
        var candidates = Enumerable.Range(0, entries.Count).Where(index => !entries[index].Name.Contains("theme", StringComparison.OrdinalIgnoreCase)).DefaultIfEmpty(0).ToList();
        var victim = candidates[random.Next(candidates.Count)];
        var (name, content) = entries[victim];
        if (kind == MutationKind.PartBytes && content.Length > 0)
            entries[victim] = (name, random.Next(3) == 0 ? Spliced(content) : Flipped(content));
        else if (kind == MutationKind.PartText && content.Length > 0)
            entries[victim] = (name, Edited(content));
        else
            Rearrange(entries, victim);
        return Packed(entries);
    }

    private static byte[] Content(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        using var content = new MemoryStream();
        stream.CopyTo(content);
        return content.ToArray();
    }

    private void Rearrange(List<(string Name, byte[] Content)> entries, int victim)
    {
        var (name, content) = entries[victim];
        var other = random.Next(entries.Count);
        switch (random.Next(6))
        {
            case 0:
                entries.RemoveAt(victim);
                break;
            case 1:
                entries.Insert(random.Next(entries.Count), (name, entries[other].Content));
                break;
            case 2:
                entries[victim] = (name, entries[other].Content);
                break;
            case 3:
                entries[victim] = (Hostile() is { Length: > 0 and < 1_000 } hostile ? hostile : "x", content);
                break;
            case 4:
                entries[victim] = (name, []);
                break;
            default:
                entries.AddRange(Enumerable.Range(0, random.Next(1, 40)).Select(number => ($"xl/extra/{number.ToString(CultureInfo.InvariantCulture)}.xml", content)));
                break;
        }
    }

    private byte[] Edited(byte[] content)
    {
        // Latin-1 keeps every byte where it is.
        var text = Encoding.Latin1.GetString(content);
        for (var edits = random.Next(1, 4); edits > 0; edits--)
        {
            var pieces = random.Next(3) switch
            {
                0 => AttributeValue().Matches(text),
                1 => ElementText().Matches(text),
                _ => Element().Matches(text),
            };
            if (pieces.Count == 0)
                continue;
            var piece = pieces[random.Next(pieces.Count)];
            var other = pieces[random.Next(pieces.Count)];
            var replacement = random.Next(6) switch
            {
                0 => "",
                1 => piece.Value + piece.Value,
                2 => other.Value,
                _ => Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(Hostile())),
            };
            text = string.Concat(text.AsSpan(0, piece.Index), replacement, text.AsSpan(piece.Index + piece.Length));
        }

        return Encoding.Latin1.GetBytes(text);
    }

    private byte[] Packed(List<(string Name, byte[] Content)> entries)
    {
        using var result = new MemoryStream();
        using (var target = new ZipArchive(result, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in entries)
            {
                using var entry = target.CreateEntry(name, random.Next(2) == 0 ? CompressionLevel.NoCompression : CompressionLevel.Fastest).Open();
                entry.Write(content);
            }
        }

        return result.ToArray();
    }

    [GeneratedRegex("(?<==\")[^\"]*(?=\")|(?<==')[^']*(?=')", RegexOptions.CultureInvariant)]
    private static partial Regex AttributeValue();

    [GeneratedRegex("(?<=>)[^<]+(?=<)", RegexOptions.CultureInvariant)]
    private static partial Regex ElementText();

    [GeneratedRegex("<[^>]+>", RegexOptions.CultureInvariant)]
    private static partial Regex Element();
}
