namespace OrdosPipeline.Documents.Reports.Charts;

/// <summary>The colours of charts, the same in the page and in the document, as six hexadecimal digits.</summary>
internal static class ChartColors
{
    public const string Actual = "1F4E8C";
    public const string Schedule = "5B6875";
    public const string Target = "B3261E";
    public const string Projection = "8A5A00";
    public const string Grid = "D9DFE5";
    public const string Text = "3D4A57";
}
