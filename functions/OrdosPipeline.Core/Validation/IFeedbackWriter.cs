using OrdosPipeline.Core.Intake;

namespace OrdosPipeline.Core.Validation;

/// <summary>Writes what a clerk gets back: the workbook as handed in, with what was found in it.</summary>
public interface IFeedbackWriter
{
    /// <summary>Writes an .xlsx workbook whose first sheet is <see cref="FeedbackSheet.Name"/>. The same input makes the same bytes.</summary>
    /// <param name="file">What was found and understood; where nothing could be opened the first sheet stands alone.</param>
    /// <param name="original">The file as handed in, seekable; left open.</param>
    /// <param name="output">Left open; need not be seekable.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    void Write(CheckedFile file, Stream original, Stream output, CancellationToken cancellationToken);
}
