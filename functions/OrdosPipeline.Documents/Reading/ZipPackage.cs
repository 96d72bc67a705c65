using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;
using System.Text;
using OrdosPipeline.Core.Intake;

namespace OrdosPipeline.Documents.Reading;

/// <summary>
/// The entries of a zip archive, each checked before anything is unpacked and counted while it is: a hostile archive
/// lies about its sizes, holds a name twice, or has entries share their bytes.
/// </summary>
internal sealed class ZipPackage
{
    private const uint EndOfDirectorySignature = 0x06054B50;
    private const uint Zip64LocatorSignature = 0x07064B50;
    private const uint Zip64EndSignature = 0x06064B50;
    private const uint EntrySignature = 0x02014B50;
    private const uint LocalSignature = 0x04034B50;
    private const ushort Stored = 0;
    private const ushort Deflated = 8;
    private const ushort EncryptedFlag = 1;
    private const ushort DataDescriptorFlag = 8;

    private readonly Stream content;
    private readonly IntakeLimits limits;
    private readonly CancellationToken cancellationToken;
    private readonly Dictionary<string, ZipEntry> entries = new(StringComparer.OrdinalIgnoreCase);

    private ZipPackage(Stream content, IntakeLimits limits, CancellationToken cancellationToken) =>
        (this.content, this.limits, this.cancellationToken) = (content, limits, cancellationToken);

    /// <summary>Of all entries read so far.</summary>
    private long unpackedBytes;

    public IEnumerable<string> Names => entries.Keys;

    /// <exception cref="FileFaultException">The archive is damaged, hostile or beyond the limits.</exception>
    public static ZipPackage Open(Stream content, IntakeLimits limits, CancellationToken cancellationToken)
    {
        var package = new ZipPackage(content, limits, cancellationToken);
        package.ReadDirectory();
        return package;
    }

    public bool Has(string name) => entries.ContainsKey(name);

    /// <summary>Opens an entry; null when there is none of that name. Entries may be read at the same time, on one thread.</summary>
    public Stream? OpenEntry(string name)
    {
        if (!entries.TryGetValue(name, out var entry))
            return null;
        Stream packed = new SectionStream(content, entry.DataOffset, entry.PackedBytes);
        return new CountedStream(this, entry, entry.Method == Stored ? packed : new DeflateStream(packed, CompressionMode.Decompress));
    }

    /// <summary>Reads what nobody has read yet, so that a bomb or a document type cannot hide in a part without cells.</summary>
    /// <exception cref="FileFaultException">An entry is hostile or beyond the limits.</exception>
    public void ReadRest()
    {
        var buffer = new byte[1 << 16];
        foreach (var entry in entries.Values)
        {
            if (entry.IsRead)
                continue;
            if (entry.IsXml && PartXml.HasDocumentType(this, entry.Name))
                throw new FileFaultException(FileFaultKind.Unsafe, "DTD");
            using var stream = OpenEntry(entry.Name)!;
            try
            {
                while (stream.Read(buffer) > 0)
                {
                }
            }
            catch (Exception exception) when (exception is InvalidDataException or FileFaultException { Kind: FileFaultKind.Unreadable })
            {
                // Damage where no values stand does not keep them from being read.
            }
        }
    }

    private void ReadDirectory()
    {
        var (count, offset) = FindDirectory();
        if (count > limits.ZipEntries)
            throw LimitFault.ZipEntries(limits);
        var directoryOffset = offset;
        Span<byte> header = stackalloc byte[46];
        for (var index = 0L; index < count; index++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            ReadAt(offset, header);
            if (BinaryPrimitives.ReadUInt32LittleEndian(header) != EntrySignature)
                throw new FileFaultException(FileFaultKind.Unreadable);
            var nameLength = BinaryPrimitives.ReadUInt16LittleEndian(header[28..]);
            var extraLength = BinaryPrimitives.ReadUInt16LittleEndian(header[30..]);
            var commentLength = BinaryPrimitives.ReadUInt16LittleEndian(header[32..]);
            var nameAndExtra = new byte[nameLength + extraLength];
            ReadAt(offset + 46, nameAndExtra);
            Add(ParseEntry(header, nameAndExtra.AsSpan(0, nameLength), nameAndExtra.AsSpan(nameLength)), directoryOffset);
            offset += 46 + nameLength + extraLength + commentLength;
        }

        // A directory that goes on behind the last declared entry hides something from one reader or another.
        if (offset + 4 <= content.Length)
        {
            ReadAt(offset, header[..4]);
            if (BinaryPrimitives.ReadUInt32LittleEndian(header) == EntrySignature)
                throw new FileFaultException(FileFaultKind.Unsafe, "ZIP");
        }

        var end = 0L;
        foreach (var entry in entries.Values.OrderBy(e => e.LocalOffset))
        {
            if (entry.LocalOffset < end)
                throw new FileFaultException(FileFaultKind.Unsafe, entry.Name);
            end = entry.DataOffset + entry.PackedBytes;
        }
    }

    private (long Count, long Offset) FindDirectory()
    {
        // The end record is 22 bytes and a comment of at most 65,535.
        var tail = new byte[(int)Math.Min(content.Length, 22 + 65_535)];
        ReadAt(content.Length - tail.Length, tail);
        for (var index = tail.Length - 22; index >= 0; index--)
        {
            var record = tail.AsSpan(index);
            if (BinaryPrimitives.ReadUInt32LittleEndian(record) != EndOfDirectorySignature)
                continue;
            long count = BinaryPrimitives.ReadUInt16LittleEndian(record[10..]);
            long offset = BinaryPrimitives.ReadUInt32LittleEndian(record[16..]);
            return count == ushort.MaxValue || offset == uint.MaxValue
                ? FindZip64Directory(content.Length - tail.Length + index, count, offset)
                : (count, offset);
        }

        throw new FileFaultException(FileFaultKind.Unreadable);
    }

    private (long Count, long Offset) FindZip64Directory(long endOffset, long count, long offset)
    {
        Span<byte> record = stackalloc byte[56];
        if (endOffset < 20)
            return (count, offset);
        ReadAt(endOffset - 20, record[..20]);
        if (BinaryPrimitives.ReadUInt32LittleEndian(record) != Zip64LocatorSignature)
            return (count, offset);
        ReadAt(BinaryPrimitives.ReadInt64LittleEndian(record[8..]), record);
        if (BinaryPrimitives.ReadUInt32LittleEndian(record) != Zip64EndSignature)
            throw new FileFaultException(FileFaultKind.Unreadable);
        return (BinaryPrimitives.ReadInt64LittleEndian(record[32..]), BinaryPrimitives.ReadInt64LittleEndian(record[48..]));
    }

    private static ZipEntry ParseEntry(ReadOnlySpan<byte> header, ReadOnlySpan<byte> name, ReadOnlySpan<byte> extra)
    {
        long packed = BinaryPrimitives.ReadUInt32LittleEndian(header[20..]);
        long unpacked = BinaryPrimitives.ReadUInt32LittleEndian(header[24..]);
        long localOffset = BinaryPrimitives.ReadUInt32LittleEndian(header[42..]);
        while (extra.Length >= 4)
        {
            var id = BinaryPrimitives.ReadUInt16LittleEndian(extra);
            var length = Math.Min(BinaryPrimitives.ReadUInt16LittleEndian(extra[2..]), extra.Length - 4);
            if (id == 1)
            {
                // Only the fields that did not fit into the header, in this order.
                var sizes = extra.Slice(4, length);
                unpacked = Next(unpacked, ref sizes);
                packed = Next(packed, ref sizes);
                localOffset = Next(localOffset, ref sizes);
            }

            extra = extra[(4 + length)..];
        }

        return new ZipEntry
        {
            Name = Encoding.UTF8.GetString(name),
            NameBytes = name.ToArray(),
            Flags = BinaryPrimitives.ReadUInt16LittleEndian(header[8..]),
            Method = BinaryPrimitives.ReadUInt16LittleEndian(header[10..]),
            Crc = BinaryPrimitives.ReadUInt32LittleEndian(header[16..]),
            PackedBytes = packed,
            UnpackedBytes = unpacked,
            LocalOffset = localOffset,
        };

        static long Next(long value, ref ReadOnlySpan<byte> sizes)
        {
            if (value != uint.MaxValue || sizes.Length < 8)
                return value;
            value = BinaryPrimitives.ReadInt64LittleEndian(sizes);
            sizes = sizes[8..];
            return value;
        }
    }

    private void Add(ZipEntry entry, long directoryOffset)
    {
        if ((entry.Flags & EncryptedFlag) != 0)
            throw new FileFaultException(FileFaultKind.Encrypted);
        if (IsPathTrick(entry.Name))
            throw new FileFaultException(FileFaultKind.Unsafe, entry.Name);
        if (entry.Method is not (Stored or Deflated))
            throw new FileFaultException(FileFaultKind.Unreadable);

        Span<byte> local = stackalloc byte[30];
        ReadAt(entry.LocalOffset, local);
        if (BinaryPrimitives.ReadUInt32LittleEndian(local) != LocalSignature)
            throw new FileFaultException(FileFaultKind.Unreadable);
        var name = new byte[BinaryPrimitives.ReadUInt16LittleEndian(local[26..])];
        ReadAt(entry.LocalOffset + 30, name);
        var hasSizes = (BinaryPrimitives.ReadUInt16LittleEndian(local[6..]) & DataDescriptorFlag) == 0;
        if (!name.AsSpan().SequenceEqual(entry.NameBytes)
            || (hasSizes && (Differs(local[18..], entry.PackedBytes) || Differs(local[22..], entry.UnpackedBytes))))
            throw new FileFaultException(FileFaultKind.Unsafe, entry.Name);

        entry.DataOffset = entry.LocalOffset + 30 + name.Length + BinaryPrimitives.ReadUInt16LittleEndian(local[28..]);
        if (entry.PackedBytes < 0 || entry.UnpackedBytes < 0 || entry.DataOffset + entry.PackedBytes > directoryOffset)
            throw new FileFaultException(FileFaultKind.Unreadable);
        if (!entries.TryAdd(entry.Name, entry))
            throw new FileFaultException(FileFaultKind.Unsafe, entry.Name);

        static bool Differs(ReadOnlySpan<byte> field, long size) =>
            BinaryPrimitives.ReadUInt32LittleEndian(field) is var stated && stated != uint.MaxValue && stated != size;
    }

    private static bool IsPathTrick(string name) =>
        name.Length == 0
        || name[0] == '/'
        || name.Contains('\\', StringComparison.Ordinal)
        || (name.Length > 1 && name[1] == ':')
        || name.Any(char.IsControl)
        || name.Split('/').Contains("..");

    private void ReadAt(long offset, Span<byte> buffer)
    {
        if (offset < 0 || offset + buffer.Length > content.Length)
            throw new FileFaultException(FileFaultKind.Unreadable);
        content.Position = offset;
        content.ReadExactly(buffer);
    }

    private sealed record ZipEntry
    {
        public required string Name { get; init; }

        public required byte[] NameBytes { get; init; }

        public required ushort Flags { get; init; }

        public required ushort Method { get; init; }

        public required uint Crc { get; init; }

        public required long PackedBytes { get; init; }

        /// <summary>As declared.</summary>
        public required long UnpackedBytes { get; init; }

        public required long LocalOffset { get; init; }

        public long DataOffset { get; set; }

        /// <summary>To its end, at least once.</summary>
        public bool IsRead { get; set; }

        public bool IsXml => Name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || Name.EndsWith(".rels", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Counts what comes out of an entry and compares it with what was declared.</summary>
    private sealed class CountedStream(ZipPackage package, ZipEntry entry, Stream unpacked) : ForwardStream
    {
        /// <summary>Below this, honest style sheets compress better than 100:1 and nothing is at stake.</summary>
        private const long RatioFloorBytes = 10L << 20;

        /// <summary>Deflate ends at 1,032:1; sheets of repeated rows reach about 100:1.</summary>
        private const long MaxRatio = 200;

        private long count;
        private readonly Crc32 crc = new();

        public override int Read(Span<byte> buffer)
        {
            var read = Count(buffer);
            if (count > RatioFloorBytes && count > MaxRatio * entry.PackedBytes)
            {
                // What unpacks beyond the limit on bytes is told by that.
                while (Count(buffer) > 0)
                {
                }

                throw new FileFaultException(FileFaultKind.Unsafe, entry.Name);
            }

            crc.Append(buffer[..read]);
            if (read == 0 && !buffer.IsEmpty && count == entry.UnpackedBytes && crc.GetCurrentHashAsUInt32() != entry.Crc)
                throw new FileFaultException(FileFaultKind.Unreadable);
            if (read == 0 && !buffer.IsEmpty && count < entry.UnpackedBytes)
                throw new FileFaultException(FileFaultKind.Unsafe, entry.Name);
            entry.IsRead |= read == 0 && !buffer.IsEmpty;
            return read;
        }

        private int Count(Span<byte> buffer)
        {
            package.cancellationToken.ThrowIfCancellationRequested();
            var read = unpacked.Read(buffer);
            count += read;
            package.unpackedBytes += read;
            if (package.unpackedBytes > package.limits.UnpackedBytes)
                throw LimitFault.UnpackedBytes(package.limits);
            if (count > entry.UnpackedBytes)
                throw new FileFaultException(FileFaultKind.Unsafe, entry.Name);
            return read;
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                unpacked.Dispose();
            base.Dispose(disposing);
        }
    }

    /// <summary>Some bytes of a stream that others read too.</summary>
    private sealed class SectionStream(Stream content, long offset, long length) : ForwardStream
    {
        private long position;

        public override int Read(Span<byte> buffer)
        {
            var wanted = (int)Math.Min(buffer.Length, length - position);
            if (wanted <= 0)
                return 0;
            content.Position = offset + position;
            var read = content.Read(buffer[..wanted]);
            position += read;
            return read;
        }
    }
}
