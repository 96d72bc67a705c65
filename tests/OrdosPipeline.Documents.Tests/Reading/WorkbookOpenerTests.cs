using OrdosPipeline.Core.Intake;
using OrdosPipeline.Documents.Reading;
using OrdosPipeline.Testing;

namespace OrdosPipeline.Documents.Tests.Reading;

/// <summary>Every file of TestFiles, each with one quirk, is opened and checked as the approved text beside it says.</summary>
public sealed class WorkbookOpenerTests
{
    /// <summary>The day of the check: 2023 has ended, the first quarter of 2024 has not.</summary>
    private const string AsOf = "2024-01-31";

    public static TheoryData<string> Files => [.. TestFile.All.Select(file => file.Path)];

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_test_file_is_read_and_checked_as_approved(string path)
    {
        var file = TestFile.Of(path);
        var opened = Open(file.Bytes());
        var submission = SheetBuilder.Check(opened, file.Department, AsOf);
        Approved.Matches($"{CheckedText.Of(submission, TestPlan.Ordos14())}\n{GridText.Of(opened)}", $"../TestFiles/{path}");
    }

    [Fact]
    public void Every_test_file_is_described_once() =>
        Assert.Equal(TestFile.Paths(), TestFile.All.Select(file => file.Path).Order(StringComparer.Ordinal));

    [Fact]
    public void Every_approved_text_has_its_file()
    {
        foreach (var folder in TestFile.All.GroupBy(file => file.Path.Split('/')[0]))
            Approved.AreAllUsed(folder.Select(file => $"../TestFiles/{file.Path}"), $"../TestFiles/{folder.Key}");
    }

    [Fact]
    public void There_are_enough_of_them() => Assert.InRange(TestFile.All.Count, 120, int.MaxValue);

    internal static OpenedFile Open(byte[] content, IntakeLimits? limits = null) =>
        new WorkbookOpener().Open(new MemoryStream(content, writable: false), limits ?? IntakeLimits.Default, CancellationToken.None);
}
