using System.Globalization;
using System.Xml.Linq;
using OxyPlot;

namespace OrdosPipeline.Documents.Reports.Charts;

/// <summary>A chart as an element of an HTML page: scales with its column, has a text alternative, and shares no id with another chart.</summary>
internal sealed class ChartSvg
{
    private readonly XElement root;

    private ChartSvg(XElement root) => this.root = root;

    public static ChartSvg Of(PlotModel model, double width, double height)
    {
        var exporter = new SvgExporter { Width = width, Height = height, IsDocument = true, UseVerticalTextAlignmentWorkaround = true };
        using var stream = new MemoryStream();
        exporter.Export(model, stream);
        stream.Position = 0;
        return new ChartSvg(XElement.Load(stream));
    }

    /// <summary>The markup of the element.</summary>
    /// <param name="id">Unique in the page.</param>
    /// <param name="title">What the chart is of; null where the text beside it says everything.</param>
    /// <param name="description">What it shows.</param>
    public string ToMarkup(string id, string? title, string? description)
    {
        // HTML knows the element without its namespace, and text without width keeps its size when the chart scales.
        var svg = WithoutNamespaces(root);
        svg.SetAttributeValue("viewBox", string.Create(CultureInfo.InvariantCulture, $"0 0 {root.Attribute("width")!.Value} {root.Attribute("height")!.Value}"));
        svg.SetAttributeValue("version", null);
        foreach (var clip in svg.Descendants().Attributes())
        {
            if (clip.Value.Contains("clipPath", StringComparison.Ordinal))
                clip.Value = clip.Value.Replace("clipPath", $"{id}-clip", StringComparison.Ordinal);
        }

        if (title is null)
        {
            svg.SetAttributeValue("aria-hidden", "true");
        }
        else
        {
            svg.SetAttributeValue("role", "img");
            svg.SetAttributeValue("aria-labelledby", $"{id}-t {id}-d");
            svg.AddFirst(new XElement("title", new XAttribute("id", $"{id}-t"), title), new XElement("desc", new XAttribute("id", $"{id}-d"), description));
        }

        return svg.ToString(SaveOptions.DisableFormatting);
    }

    private static XElement WithoutNamespaces(XElement element) => new(
        element.Name.LocalName,
        element.Attributes().Where(attribute => !attribute.IsNamespaceDeclaration).Select(attribute => new XAttribute(attribute.Name.LocalName, attribute.Value)),
        element.Nodes().Select(node => node is XElement child ? WithoutNamespaces(child) : node));
}
