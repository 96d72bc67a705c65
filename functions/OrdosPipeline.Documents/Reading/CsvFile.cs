using System.Text.Unicode;
using CsvHelper;

namespace OrdosPipeline.Documents.Reading;

/// <summary>
/// A CSV file of our own making (the catalogue, the input of <c>ordos assess</c>): UTF-8, commas, a header. What
/// departments hand in is read by the CSV workbook reader, which takes much more.
/// </summary>
/// <param name="Header">The names of the columns.</param>
/// <param name="Records">The records after the header; empty lines are no records.</param>
public sealed record CsvFile(IReadOnlyList<string> Header, IReadOnlyList<CsvFileRecord> Records)
{
    /// <exception cref="CsvFileException">The file is not UTF-8 or its quotes do not match.</exception>
    public static CsvFile Load(string path) => Parse(File.ReadAllBytes(path));

    /// <inheritdoc cref="Load"/>
    public static CsvFile Parse(byte[] content)
    {
        ThrowIfNotUtf8(content);
        using var reader = CsvReader.Create(
            content,
            new CsvReaderOptions { Separator = ',', TrackLineNumbers = true, MalformedData = CsvMalformedDataHandling.Throw });
        try
        {
            // Copied, because the reader reuses what it returns.
            string[] header = [.. reader.Headers];
            var records = new List<CsvFileRecord>();
            while (reader.Read())
                records.Add(new CsvFileRecord((int)reader.LineNumber, reader.Current.ToArray()));
            return new CsvFile(header, records);
        }
        catch (CsvFormatException exception)
        {
            throw new CsvFileException(exception.LineNumber > 0 ? (int)exception.LineNumber : null, "a quoted field is not closed, or text stands beside its quotes.", exception);
        }
    }

    private static void ThrowIfNotUtf8(ReadOnlySpan<byte> content)
    {
        if (Utf8.IsValid(content))
            return;
        var line = 1;
        for (var rest = content; ;)
        {
            var end = rest.IndexOf((byte)'\n');
            if (end < 0 || !Utf8.IsValid(rest[..end]))
                throw new CsvFileException(line, "is not UTF-8.");
            rest = rest[(end + 1)..];
            line++;
        }
    }
}

/// <param name="LineNumber">1-based line on which the record starts; line breaks within fields count.</param>
/// <param name="Fields">As written, quotes removed.</param>
public sealed record CsvFileRecord(int LineNumber, IReadOnlyList<string> Fields);

/// <summary>A CSV file of our own making is not well formed.</summary>
/// <param name="lineNumber">1-based, where it is known.</param>
/// <param name="reason">Completes a sentence that starts with the place.</param>
/// <param name="cause">What the library said.</param>
public sealed class CsvFileException(int? lineNumber, string reason, Exception? cause = null)
    : Exception(lineNumber is null ? reason : $"Line {lineNumber}: {reason}", cause)
{
    public int? LineNumber { get; } = lineNumber;

    public string Reason { get; } = reason;
}
