using System.Globalization;
using System.Runtime.CompilerServices;
using OrdosPipeline.Core.Intake;
using OrdosPipeline.Documents.Reading;

namespace OrdosPipeline.Documents.Tests.Reading;

/// <summary>The samples that are called real hold published figures and nothing else that looks like one.</summary>
public sealed class SampleInputsTests
{
    private static readonly string Folder = FindFolder();

    [Fact]
    public void Every_source_stands_in_its_file()
    {
        foreach (var source in Sources())
        {
            var value = decimal.Parse(source.Value, CultureInfo.InvariantCulture);
            Assert.True(
                NumbersOf(source.Path).Contains(value),
                $"{source.Path} does not hold {source.Value}.");
        }
    }

    [Fact]
    public void Every_figure_has_its_source()
    {
        var sources = Sources().ToLookup(source => source.Path, source => decimal.Parse(source.Value, CultureInfo.InvariantCulture));
        foreach (var path in Files().Where(path => !path.Contains("故障示例", StringComparison.Ordinal)))
        {
            // The numbering in the first column of a table is no figure.
            var unsourced = NumbersOf(path).Except(sources[path]).Where(number => number is not (1 or 2 or 3 or 4)).ToList();
            Assert.True(unsourced.Count == 0, $"{path} holds {string.Join(", ", unsourced)} without a source.");
        }
    }

    [Fact]
    public void Every_file_is_described_once()
    {
        var described = File.ReadLines(Path.Combine(Folder, "README.md"))
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .Select(line => line.Split('`')[1]);

        Assert.Equal(Files(), described.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("energy/故障示例-实为PDF.xlsx", FileFaultKind.TypeUnsupported)]
    [InlineData("agriculture-animal-husbandry/故障示例-网页另存.xls", FileFaultKind.TypeUnsupported)]
    [InlineData("ecology-environment/故障示例-加密.xls", FileFaultKind.Encrypted)]
    [InlineData("science-technology/故障示例-空文件.csv", FileFaultKind.Empty)]
    public void A_sample_of_a_fault_has_it(string path, FileFaultKind kind) =>
        Assert.Equal(kind, WorkbookOpenerTests.Open(File.ReadAllBytes(Path.Combine(Folder, path))).Fault?.Kind);

    private static HashSet<decimal> NumbersOf(string path)
    {
        var workbook = WorkbookOpenerTests.Open(File.ReadAllBytes(Path.Combine(Folder, path))).Workbook;
        Assert.NotNull(workbook);
        var numbers = new HashSet<decimal>();
        foreach (var cell in workbook.Sheets.SelectMany(sheet => sheet.Rows).SelectMany(row => row.Cells))
        {
            if (cell.Kind == CellKind.Number)
                numbers.Add(cell.IsPercent ? cell.Number * 100 : cell.Number);
            else if (decimal.TryParse(cell.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
                numbers.Add(number);
        }

        return numbers;
    }

    private static IEnumerable<(string Path, string Value)> Sources() =>
        CsvFile.Load(Path.Combine(Folder, "sources.csv")).Records.Select(record => (record.Fields[0], record.Fields[4]));

    private static List<string> Files() =>
    [
        .. Directory.GetDirectories(Folder)
            .SelectMany(folder => Directory.GetFiles(folder, "*", SearchOption.AllDirectories))
            .Select(path => Path.GetRelativePath(Folder, path).Replace('\\', '/'))
            .Order(StringComparer.Ordinal),
    ];

    private static string FindFolder([CallerFilePath] string testFile = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(testFile)!, "../../../sample-inputs"));
}
