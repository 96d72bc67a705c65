using System.Xml;
using System.Xml.Linq;
using OrdosPipeline.Core.Intake;

namespace OrdosPipeline.Documents.Feedback;

/// <summary>
/// What an earlier feedback left in a workbook that is handed in again: which fills its marks had replaced. The result
/// sheet keeps them as text in a hidden column, because programs keep the cells of a sheet and renumber its styles.
/// </summary>
internal sealed class EarlierFeedback
{
    /// <summary>The hidden column of the result sheet, 1-based.</summary>
    public const int Column = 9;

    /// <summary>A defined name that says that the workbook was marked, also when the clerk has deleted the result sheet.</summary>
    public const string Name = "ordos_feedback";

    private const int CellsPerNote = 2_000;

    private readonly Dictionary<(string Tab, CellAddress At), XElement> fills = [];

    /// <summary>Reads what the hidden column of an earlier result sheet says; what cannot be read is passed over.</summary>
    public void Read(Sheet resultSheet)
    {
        foreach (var row in resultSheet.Rows)
        {
            if (row.At(Column).Text.Split('\n') is not [['<', ..] and var xml, var tab, var cells] || TryParse(xml) is not { } fill)
                continue;
            foreach (var cell in cells.Split(' '))
            {
                if (CellAddress.TryParse(cell, out var address))
                    fills[(tab, address)] = fill;
            }
        }
    }

    /// <summary>The fill that a cell had before it was marked; null when it had none or that is not known.</summary>
    public XElement? FillOf(string tab, CellAddress at) => fills.GetValueOrDefault((tab, at));

    /// <summary>Keeps the fill that a mark replaces now.</summary>
    public void Keep(string tab, CellAddress at, XElement fill) => fills[(tab, at)] = fill;

    /// <summary>The texts for the hidden column.</summary>
    public IEnumerable<string> Notes() =>
        from kept in fills.GroupBy(pair => (pair.Key.Tab, Xml: pair.Value.ToString(SaveOptions.DisableFormatting)), pair => pair.Key.At)
        from cells in kept.Order().Chunk(CellsPerNote)
        select $"{kept.Key.Xml}\n{kept.Key.Tab}\n{string.Join(' ', cells)}";

    private static XElement? TryParse(string xml)
    {
        try
        {
            using var reader = XmlReader.Create(new StringReader(xml), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = 10_000 });
            var fill = XElement.Load(reader);
            return fill.Name.LocalName == "fill" && fill.Elements().All(pattern => pattern.Name.LocalName is "patternFill" or "gradientFill") ? fill : null;
        }
        catch (XmlException)
        {
            return null;
        }
    }
}
