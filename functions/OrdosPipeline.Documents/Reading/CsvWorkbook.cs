using System.Text;
using CsvHelper;
using OrdosPipeline.Core.Intake;

namespace OrdosPipeline.Documents.Reading;

/// <summary>Reads the CSV files that departments export. Rows are records and columns are fields, counted as a spreadsheet program shows them.</summary>
internal static class CsvWorkbook
{
    private const int SampleCharacters = 1 << 16;

    /// <summary>Stands in for a separator that is not ASCII, which the reader requires.</summary>
    private const char Replacement = '\u001F';

    public static Workbook Read(Stream content, CellBudget budget)
    {
        var (encoding, basis) = TextEncoding.Of(content);
        var sample = Sample(content, encoding);
        if (string.IsNullOrWhiteSpace(sample) && sample.Length < SampleCharacters)
            throw new FileFaultException(FileFaultKind.Empty);
        var hint = SeparatorHint(sample);
        var found = CsvSeparator.Of(sample);
        var separator = hint ?? found.Character;
        var rows = ReadRows(content, encoding, separator, hint is not null, budget);
        var separatorBasis = hint is not null ? SeparatorBasis.FirstLine : found.AgreeingLines > 0 ? SeparatorBasis.MostLines : SeparatorBasis.None;
        return new Workbook(FileFormat.Csv, [new Sheet(null, false, rows, [])])
        {
            Text = new TextForm(TextEncoding.NameOf(encoding), basis, separator, separatorBasis, AreFieldsQuoted: sample.Contains('"', StringComparison.Ordinal))
            {
                AgreeingLines = hint is null ? found.AgreeingLines : 0,
                SampledLines = found.SampledLines,
            },
        };
    }

    private static IReadOnlyList<SheetRow> ReadRows(Stream content, Encoding encoding, char separator, bool skipsFirstLine, CellBudget budget)
    {
        var hasRunOn = false;
        content.Position = 0;
        using var text = new SeparatorText(new StreamReader(content, encoding, leaveOpen: true), separator, Replacement);
        if (skipsFirstLine)
            text.ReadLine();
        using var reader = CsvReader.Create(text, new CsvReaderOptions
        {
            Separator = char.IsAscii(separator) ? separator : Replacement,
            HasHeader = false,
            SkipEmptyLines = false,
            PoolStrings = true,
            OnMalformedRecord = malformed => hasRunOn |= HasRunOn(malformed),
        });
        var builder = new RowBuilder(budget, int.MaxValue);
        for (var rowNumber = 1; reader.Read(); rowNumber++)
        {
            if (hasRunOn)
                throw new FileFaultException(new FileFault(FileFaultKind.Unreadable, null) { UnclosedQuoteRow = rowNumber });
            for (var index = 0; index < reader.FieldCount; index++)
                builder.Add(index + 1, CellOf(reader, index, separator, budget));
            builder.EndRow(rowNumber);
        }

        return builder.Rows;
    }

    // A quote that is not closed takes up the rows below it, to the end of the file or to the next quote, behind which text stands.
    private static bool HasRunOn(CsvMalformedRecord malformed) =>
        malformed.Reason == CsvMalformedReason.UnterminatedQuote
        || (malformed.Reason == CsvMalformedReason.TextAfterClosingQuote && malformed.RawRecord.AsSpan().TrimEnd("\r\n").ContainsAny('\r', '\n'));

    private static Cell CellOf(CsvReader reader, int index, char separator, CellBudget budget)
    {
        if (reader.IsEmpty(index))
            return default;
        var field = budget.Checked(reader.GetString(index));

        // Reporting systems write ="001", so that Excel keeps a text a text.
        if (field is ['=', '"', .., '"'] && field.Length > 3)
            field = field[2..^1];
        return Cell.OfText(char.IsAscii(separator) ? field : field.Replace(Replacement, separator));
    }

    private static string Sample(Stream content, Encoding encoding)
    {
        content.Position = 0;
        using var reader = new StreamReader(content, encoding, leaveOpen: true);
        var buffer = new char[SampleCharacters];
        return new string(buffer, 0, reader.ReadBlock(buffer));
    }

    /// <summary>Excel's own way to say it: a first line such as <c>sep=;</c>.</summary>
    private static char? SeparatorHint(string sample) =>
        sample.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && sample.Length > 5 && sample[5] is '\r' or '\n' ? sample[4] : null;

    /// <summary>Text with one character replaced by another while it is read.</summary>
    private sealed class SeparatorText(TextReader text, char separator, char replacement) : TextReader
    {
        public override int Read(Span<char> buffer)
        {
            var count = text.Read(buffer);
            if (!char.IsAscii(separator))
                buffer[..count].Replace(separator, replacement);
            return count;
        }

        public override int Read(char[] buffer, int index, int count) => Read(buffer.AsSpan(index, count));

        public override int Read() => text.Read() is var c && c == separator && !char.IsAscii(separator) ? replacement : c;

        public override int Peek() => text.Peek() is var c && c == separator && !char.IsAscii(separator) ? replacement : c;

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                text.Dispose();
            base.Dispose(disposing);
        }
    }
}
