namespace OrdosPipeline.Core.Stores;

/// <summary>The templates that lie ready for departments: the blobs of <c>templates/</c>.</summary>
public interface ITemplateStore
{
    /// <summary>Writes a template unless the one that is there has the same bytes.</summary>
    /// <param name="name">Below <c>templates/</c>.</param>
    /// <param name="content">The workbook.</param>
    /// <param name="cancellationToken">Ends the upload.</param>
    /// <returns>Whether it was written.</returns>
    Task<bool> WriteIfChangedAsync(string name, ReadOnlyMemory<byte> content, CancellationToken cancellationToken);
}
