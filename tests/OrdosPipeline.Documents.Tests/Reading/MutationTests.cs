using System.IO.Compression;
using OrdosPipeline.Core.Intake;
using OrdosPipeline.Documents.Reading;

namespace OrdosPipeline.Documents.Tests.Reading;

/// <summary>Damaged files end in a workbook or a fault, whatever is damaged.</summary>
public sealed class MutationTests
{
    private const int MutationsPerFile = 60;

    public static TheoryData<string> Files => [.. WorkbookOpenerTests.Names()];

    [Theory]
    [MemberData(nameof(Files))]
    public void A_damaged_file_never_throws(string name)
    {
        var original = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "TestFiles", name));

        // The same damage on every run; 10 seconds are far more than any of it takes.
        var random = new Random(20230930);
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        for (var mutation = 0; mutation < MutationsPerFile; mutation++)
        {
            var damaged = Damage(original, random);
            var opened = new WorkbookOpener().Open(new MemoryStream(damaged, writable: false), IntakeLimits.Default, timeout.Token);
            Assert.True(opened.Workbook is null != opened.Fault is null);
        }
    }

    /// <summary>Checksums stop most damage to an archive at its door; this one is within the parts.</summary>
    [Theory]
    [MemberData(nameof(Files))]
    public void A_damaged_part_never_throws(string name)
    {
        var original = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "TestFiles", name));
        if (!original.AsSpan().StartsWith("PK"u8))
            return;
        var random = new Random(20211231);
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        for (var mutation = 0; mutation < MutationsPerFile; mutation++)
        {
            var opened = new WorkbookOpener().Open(new MemoryStream(WithDamagedPart(original, random)), IntakeLimits.Default, timeout.Token);
            Assert.True(opened.Workbook is null != opened.Fault is null);
        }
    }

    private static byte[] WithDamagedPart(byte[] original, Random random)
    {
        using var result = new MemoryStream();
        using (var source = new ZipArchive(new MemoryStream(original)))
        using (var target = new ZipArchive(result, ZipArchiveMode.Create, leaveOpen: true))
        {
            var victim = random.Next(source.Entries.Count);
            for (var index = 0; index < source.Entries.Count; index++)
            {
                using var part = new MemoryStream();
                using (var stream = source.Entries[index].Open())
                    stream.CopyTo(part);
                using var entry = target.CreateEntry(source.Entries[index].FullName, CompressionLevel.NoCompression).Open();
                entry.Write(index == victim && part.Length > 0 ? Damage(part.ToArray(), random) : part.ToArray());
            }
        }

        return result.ToArray();
    }

    private static byte[] Damage(byte[] original, Random random)
    {
        if (original.Length == 0 || random.Next(4) == 0)
            return original[..random.Next(original.Length + 1)];
        var damaged = (byte[])original.Clone();
        for (var flips = random.Next(1, 20); flips > 0; flips--)
            damaged[random.Next(damaged.Length)] ^= (byte)(1 << random.Next(8));
        return damaged;
    }
}
