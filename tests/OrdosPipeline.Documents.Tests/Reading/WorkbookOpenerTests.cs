using OrdosPipeline.Core.Intake;
using OrdosPipeline.Documents.Reading;
using OrdosPipeline.Testing;

namespace OrdosPipeline.Documents.Tests.Reading;

/// <summary>Every file of TestFiles, each with one quirk, opens as its approved grid says.</summary>
public sealed class WorkbookOpenerTests
{
    private static readonly string TestFiles = Path.Combine(AppContext.BaseDirectory, "TestFiles");

    public static TheoryData<string> Files => [.. Names()];

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_test_file_opens_as_its_grid_says(string name) =>
        Approved.Matches(GridText.Of(Open(File.ReadAllBytes(Path.Combine(TestFiles, name)))), $"../TestFiles/{name}");

    [Fact]
    public void Every_approved_grid_has_its_file() =>
        Approved.AreAllUsed(Names().Select(name => $"../TestFiles/{name}"), "../TestFiles");

    internal static OpenedFile Open(byte[] content, IntakeLimits? limits = null) =>
        new WorkbookOpener().Open(new MemoryStream(content, writable: false), limits ?? IntakeLimits.Default, CancellationToken.None);

    internal static IEnumerable<string> Names() =>
        Directory.GetFiles(TestFiles)
            .Select(path => Path.GetFileName(path))
            .Where(name => !name.Contains(".approved.", StringComparison.Ordinal) && !name.Contains(".received.", StringComparison.Ordinal) && !name.EndsWith(".md", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);
}
