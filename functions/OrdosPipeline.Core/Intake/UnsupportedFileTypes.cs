namespace OrdosPipeline.Core.Intake;

/// <summary>What <see cref="FileFault.Found"/> says of a file whose type is not supported: names that a clerk knows.</summary>
public static class UnsupportedFileTypes
{
    /// <summary>A web page; many reporting systems save one under the extension .xls.</summary>
    public const string Html = "HTML";

    /// <summary>XML 表格 2003 and other XML, often saved under the extension .xls too.</summary>
    public const string Xml = "XML";
    public const string BinaryWorkbook = ".xlsb";
    public const string OpenDocument = ".ods";

    /// <summary>Whether a spreadsheet program opens the type, so that 另存为 .xlsx is the way out.</summary>
    public static bool CanBeSavedAsXlsx(string? found) => found is Html or Xml or BinaryWorkbook or OpenDocument;
}
