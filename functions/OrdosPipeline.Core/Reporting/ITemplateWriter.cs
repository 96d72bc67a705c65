namespace OrdosPipeline.Core.Reporting;

/// <summary>Writes the workbook that a department fills in.</summary>
public interface ITemplateWriter
{
    /// <summary>Writes an .xlsx workbook. The same template makes the same bytes.</summary>
    /// <param name="template">What is asked for.</param>
    /// <param name="output">Left open.</param>
    void Write(ReturnTemplate template, Stream output);
}
