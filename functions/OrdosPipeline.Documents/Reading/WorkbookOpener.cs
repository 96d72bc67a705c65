using System.Text;
using OrdosPipeline.Core.Intake;

namespace OrdosPipeline.Documents.Reading;

/// <summary>Opens .xlsx, .xls and .csv files by their content.</summary>
/// <param name="clock">Measures the time that opening may take; the system's where nothing is given.</param>
public sealed class WorkbookOpener(TimeProvider? clock = null) : IWorkbookOpener
{
    static WorkbookOpener() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <inheritdoc/>
    public OpenedFile Open(Stream content, IntakeLimits limits, CancellationToken cancellationToken)
    {
        var source = new SourceStream(content);
        using var timeout = new CancellationTokenSource(limits.CheckingTime, clock ?? TimeProvider.System);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        try
        {
            return OpenedFile.Of(Read(source, limits, either.Token));
        }
        catch (FileFaultException fault)
        {
            return OpenedFile.Of(fault.Fault);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return OpenedFile.Of(FileFault.TooLarge(LimitKind.Seconds, (long)limits.CheckingTime.TotalSeconds));
        }
        catch (Exception exception) when (!source.Failed && exception is not (OutOfMemoryException or OperationCanceledException))
        {
            // The libraries meet broken files with exceptions of almost any type.
            return OpenedFile.Of(FileFaultKind.Unreadable);
        }
    }

    private static Workbook Read(SourceStream source, IntakeLimits limits, CancellationToken cancellationToken)
    {
        if (source.Length == 0)
            throw new FileFaultException(FileFaultKind.Empty);
        if (source.Length > limits.FileBytes)
            throw LimitFault.FileBytes(limits);

        var budget = new CellBudget(limits, cancellationToken);
        var workbook = FileSignature.Of(source) switch
        {
            FileContainer.Zip => XlsxWorkbook.Read(ZipPackage.Open(source, limits, cancellationToken), budget),
            FileContainer.CompoundFile => XlsWorkbook.ReadCompoundFile(source, budget),
            FileContainer.BareBiff => XlsWorkbook.ReadBareBiff(source, budget),
            _ => CsvWorkbook.Read(source, budget),
        };
        if (workbook.Sheets.All(sheet => sheet is { IsHidden: false, Rows.Count: 0 }))
            throw new FileFaultException(FileFaultKind.Empty);
        return workbook;
    }
}
