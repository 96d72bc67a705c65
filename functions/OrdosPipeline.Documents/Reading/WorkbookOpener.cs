using System.Text;
using OrdosPipeline.Core.Intake;

namespace OrdosPipeline.Documents.Reading;

/// <summary>Opens .xlsx, .xls and .csv files by their content.</summary>
public sealed class WorkbookOpener : IWorkbookOpener
{
    static WorkbookOpener() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <inheritdoc/>
    public OpenedFile Open(Stream content, IntakeLimits limits, CancellationToken cancellationToken)
    {
        var source = new SourceStream(content);
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(limits.CheckingTime);
        try
        {
            return OpenedFile.Of(Read(source, limits, timeout.Token));
        }
        catch (FileFaultException fault)
        {
            return OpenedFile.Of(fault.Fault);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            var fault = ExceededLimit.CheckingTime(limits);
            return OpenedFile.Of(fault.Kind, fault.Found);
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
