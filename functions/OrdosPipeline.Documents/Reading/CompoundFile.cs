using System.Buffers.Binary;
using System.Text;
using OrdosPipeline.Core.Intake;

namespace OrdosPipeline.Documents.Reading;

/// <summary>
/// The directory of an OLE2 file and the streams it names. Enough to tell a workbook from an
/// encrypted package before any library is trusted with it.
/// </summary>
internal sealed class CompoundFile
{
    private const uint EndOfChain = 0xFFFFFFFE;
    private const int EntryBytes = 128;
    private const int MiniSectorBytes = 64;
    private const byte RootEntry = 5;

    /// <summary>Real workbooks have some dozen entries.</summary>
    private const int MaxEntries = 10_000;

    private readonly Stream content;
    private readonly int sectorBytes;
    private readonly uint miniStreamCutoff;
    private readonly uint miniFatStart;
    private readonly List<uint> fatSectors = [];
    private readonly Dictionary<string, (uint Start, long Length)> streams = new(StringComparer.OrdinalIgnoreCase);

    private (uint Start, long Length) root = (EndOfChain, 0);

    private CompoundFile(Stream content, ReadOnlySpan<byte> header)
    {
        this.content = content;
        var shift = BinaryPrimitives.ReadUInt16LittleEndian(header[30..]);
        if (shift is not (9 or 12))
            throw new FileFaultException(FileFaultKind.Unreadable);
        sectorBytes = 1 << shift;
        miniStreamCutoff = BinaryPrimitives.ReadUInt32LittleEndian(header[56..]);
        miniFatStart = BinaryPrimitives.ReadUInt32LittleEndian(header[60..]);
        ReadFatSectors(header);
        ReadDirectory(BinaryPrimitives.ReadUInt32LittleEndian(header[48..]));
    }

    public static CompoundFile Read(Stream content)
    {
        Span<byte> header = stackalloc byte[512];
        content.Position = 0;
        content.ReadExactly(header);
        return new CompoundFile(content, header);
    }

    /// <summary>Of all streams and storages.</summary>
    public IEnumerable<string> Names => streams.Keys;

    /// <summary>Whether a stream or storage of that name stands anywhere in the file.</summary>
    public bool Has(string name) => streams.ContainsKey(name);

    /// <summary>Opens a stream for reading at any place.</summary>
    public Stream Open(string name)
    {
        var (start, length) = streams[name];
        var isMini = length < miniStreamCutoff;
        Stream sectors = isMini
            ? new SectorStream(OpenMiniStream(), [.. MiniChain(start)], MiniSectorBytes, 0, length)
            : new SectorStream(content, [.. Chain(start)], sectorBytes, sectorBytes, length);
        return new BufferedStream(sectors, 1 << 16);
    }

    /// <summary>The stream whose small sectors hold the streams that are not worth large ones.</summary>
    private SectorStream OpenMiniStream() => new(content, [.. Chain(root.Start)], sectorBytes, sectorBytes, root.Length);

    private IEnumerable<uint> MiniChain(uint start)
    {
        var table = new SectorStream(content, [.. Chain(miniFatStart)], sectorBytes, sectorBytes, content.Length);
        var limit = content.Length / MiniSectorBytes + 1;
        var entry = new byte[4];
        for (var sector = start; sector != EndOfChain; sector = BinaryPrimitives.ReadUInt32LittleEndian(entry))
        {
            if (limit-- == 0 || sector * 4L > table.Length - 4)
                throw new FileFaultException(FileFaultKind.Unreadable);
            yield return sector;
            table.Position = sector * 4L;
            table.ReadExactly(entry);
        }
    }

    private void ReadFatSectors(ReadOnlySpan<byte> header)
    {
        for (var index = 0; index < 109; index++)
            AddFatSector(BinaryPrimitives.ReadUInt32LittleEndian(header[(76 + 4 * index)..]));
        var next = BinaryPrimitives.ReadUInt32LittleEndian(header[68..]);
        var sector = new byte[sectorBytes];
        for (var visited = 0; IsSector(next); visited++)
        {
            if (visited > content.Length / sectorBytes)
                throw new FileFaultException(FileFaultKind.Unreadable);
            content.Position = (next + 1L) * sectorBytes;
            content.ReadExactly(sector);
            for (var offset = 0; offset < sectorBytes - 4; offset += 4)
                AddFatSector(BinaryPrimitives.ReadUInt32LittleEndian(sector.AsSpan(offset)));
            next = BinaryPrimitives.ReadUInt32LittleEndian(sector.AsSpan(sectorBytes - 4));
        }
    }

    private void AddFatSector(uint sector)
    {
        if (IsSector(sector))
            fatSectors.Add(sector);
    }

    private void ReadDirectory(uint start)
    {
        var sector = new byte[sectorBytes];
        var entries = 0;
        foreach (var number in Chain(start))
        {
            content.Position = (number + 1L) * sectorBytes;
            content.ReadExactly(sector);
            for (var offset = 0; offset < sectorBytes; offset += EntryBytes)
            {
                var entry = sector.AsSpan(offset, EntryBytes);
                var nameBytes = BinaryPrimitives.ReadUInt16LittleEndian(entry[64..]);
                if (entry[66] == 0 || nameBytes is < 4 or > 64)
                    continue;
                if (++entries > MaxEntries)
                    throw new FileFaultException(FileFaultKind.Unreadable);
                var name = Encoding.Unicode.GetString(entry[..(nameBytes - 2)]);
                var stream = (BinaryPrimitives.ReadUInt32LittleEndian(entry[116..]), (long)BinaryPrimitives.ReadUInt32LittleEndian(entry[120..]));
                if (entry[66] == RootEntry)
                    root = stream;
                else
                    streams.TryAdd(name, stream);
            }
        }
    }

    private IEnumerable<uint> Chain(uint start)
    {
        var limit = content.Length / sectorBytes + 1;
        for (var sector = start; sector != EndOfChain; sector = Next(sector))
        {
            if (!IsSector(sector) || limit-- == 0)
                throw new FileFaultException(FileFaultKind.Unreadable);
            yield return sector;
        }
    }

    private uint Next(uint sector)
    {
        var perSector = sectorBytes / 4;
        var index = (int)(sector / perSector);
        if (index >= fatSectors.Count)
            throw new FileFaultException(FileFaultKind.Unreadable);
        Span<byte> entry = stackalloc byte[4];
        content.Position = (fatSectors[index] + 1L) * sectorBytes + sector % perSector * 4;
        content.ReadExactly(entry);
        return BinaryPrimitives.ReadUInt32LittleEndian(entry);
    }

    private bool IsSector(uint sector) => (sector + 1L) * sectorBytes < content.Length;

    /// <summary>The bytes of scattered sectors, one after the other. Sector 0 starts at <paramref name="firstOffset"/>.</summary>
    private sealed class SectorStream(Stream content, uint[] sectors, int sectorBytes, int firstOffset, long length) : ForwardStream
    {
        public override bool CanSeek => true;

        public override long Length { get; } = Math.Min(length, (long)sectors.Length * sectorBytes);

        public override long Position { get; set; }

        public override int Read(Span<byte> buffer)
        {
            var within = (int)(Position % sectorBytes);
            var wanted = (int)Math.Min(Math.Min(buffer.Length, sectorBytes - within), Length - Position);
            if (wanted <= 0)
                return 0;
            content.Position = (long)sectors[Position / sectorBytes] * sectorBytes + firstOffset + within;
            var read = content.Read(buffer[..wanted]);
            Position += read;
            return read;
        }

        public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
        {
            SeekOrigin.Begin => offset,
            SeekOrigin.Current => Position + offset,
            _ => Length + offset,
        };
    }
}
