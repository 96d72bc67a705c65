using System.Xml;
using OrdosPipeline.Core.Intake;
using OrdosPipeline.Core.Progress;
using OrdosPipeline.Core.Validation;
using OrdosPipeline.Documents.Reading;

namespace OrdosPipeline.Documents.Feedback;

/// <summary>
/// Writes feedback workbooks. An .xlsx comes back as the clerk's own workbook, part by part as handed in; an .xls or .csv
/// as a new workbook with its values in their places; what cannot be read as the result sheet alone.
/// </summary>
/// <param name="opener">Reads an .xls or .csv once more for its values.</param>
/// <param name="limits">The same as for the check.</param>
/// <param name="completeness">Tells the deadline.</param>
public sealed class FeedbackWorkbook(IWorkbookOpener opener, IntakeLimits limits, CompletenessSettings completeness) : IFeedbackWriter
{
    /// <summary>The tab of a CSV file's data, which has no name of its own.</summary>
    private const string CsvTab = "数据";

    /// <inheritdoc/>
    public void Write(CheckedFile file, Stream original, Stream output, CancellationToken cancellationToken)
    {
        var quarter = CompletenessSettings.OpenQuarter(file.Submission.Submission.UploadedAt);
        var result = new FeedbackResult(file, quarter, completeness.LastDay(quarter), IsOwnWorkbook: true);
        var own = file.Explanation.Format == FileFormat.Xlsx ? TryOpen(original, cancellationToken) : null;
        if (own is not null)
        {
            own.Write(result, output);
            return;
        }

        var workbook = file.Explanation.Format is null ? null : opener.Open(original, limits, cancellationToken).Workbook;
        var sheets = new List<(string Tab, Sheet Sheet)>();
        foreach (var sheet in workbook?.Sheets.Where(sheet => !sheet.IsHidden && sheet.Name != FeedbackSheet.Name) ?? [])
            sheets.Add((SpreadsheetText.SheetName(sheet.Name ?? CsvTab, [FeedbackSheet.Name, .. sheets.Select(s => s.Tab)]), sheet));

        // Small beside the limits of the file, and seekable, which reading it as a package needs.
        using var values = new MemoryStream();
        PlainWorkbook.Write(sheets, values, cancellationToken);
        new MarkedWorkbook(ZipPackage.Open(values, limits with { UnpackedBytes = long.MaxValue }, cancellationToken)).Write(result with { IsOwnWorkbook = false }, output);
    }

    /// <summary>Null when a part that intake does not read is damaged, or the package is built in a way that cannot be added to.</summary>
    private MarkedWorkbook? TryOpen(Stream original, CancellationToken cancellationToken)
    {
        try
        {
            // Read twice: once to meet any damage, once to copy.
            MarkedWorkbook.ReadThrough(ZipPackage.Open(original, limits, cancellationToken));
            return new MarkedWorkbook(ZipPackage.Open(original, limits with { UnpackedBytes = long.MaxValue }, cancellationToken));
        }
        catch (Exception exception) when (exception is FileFaultException or XmlException or InvalidDataException or FormatException or ArgumentException)
        {
            return null;
        }
    }
}
