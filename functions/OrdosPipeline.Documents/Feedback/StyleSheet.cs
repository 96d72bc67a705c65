using System.Globalization;
using System.Xml.Linq;
using OrdosPipeline.Core.Validation;

namespace OrdosPipeline.Documents.Feedback;

/// <summary>The cell styles of a workbook, to which those of feedback are added. What the workbook has stays as it is.</summary>
internal sealed class StyleSheet
{
    /// <summary>Of a workbook that has no fonts yet.</summary>
    public const string PlainFont = "宋体";

    /// <summary>From here on the numbers of formats are a workbook's own.</summary>
    private const int FirstOwnNumberFormat = 164;

    /// <summary>In the order that the schema demands.</summary>
    private static readonly string[] Sections = ["numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs"];

    private readonly XElement root;
    private readonly XNamespace ns;
    private readonly Dictionary<(int Style, Severity Severity), int> marked = [];
    private readonly Dictionary<(int Style, string Fill), int> unmarked = [];

    public StyleSheet(XElement root)
    {
        this.root = root;
        ns = root.Name.Namespace;
        if (!Section("fonts").HasElements)
            Add("fonts", new XElement(ns + "font", Value("sz", 11), Value("name", PlainFont), Value("charset", 134)));
        if (!Section("fills").HasElements)
        {
            Add("fills", new XElement(ns + "fill", new XElement(ns + "patternFill", new XAttribute("patternType", "none"))));
            Add("fills", new XElement(ns + "fill", new XElement(ns + "patternFill", new XAttribute("patternType", "gray125"))));
        }

        if (!Section("borders").HasElements)
            Add("borders", new XElement(ns + "border"));
        if (!Section("cellStyleXfs").HasElements)
            Add("cellStyleXfs", Format(0, 0, 0, 0));
        if (!Section("cellXfs").HasElements)
            Add("cellXfs", Format(0, 0, 0, 0));
    }

    public XElement Root => root;

    /// <summary>One with nothing in it yet, in the namespace of transitional OOXML.</summary>
    public static StyleSheet Empty() => new(new XElement(
        PackageXml.Main + "styleSheet",
        new XElement(PackageXml.Main + "cellStyles", new XElement(PackageXml.Main + "cellStyle", new XAttribute("name", "Normal"), new XAttribute("xfId", 0), new XAttribute("builtinId", 0)))));

    /// <summary>Adds a cell style and returns its index.</summary>
    /// <param name="fill">As RRGGBB; null for none.</param>
    /// <param name="bold">The weight.</param>
    /// <param name="color">Of the text, as RRGGBB.</param>
    /// <param name="points">The size of the text.</param>
    /// <param name="isLink">Underlined.</param>
    /// <param name="hasBorder">Thin grey lines around the cell.</param>
    /// <param name="isCentred">Across the cell; otherwise at its left.</param>
    /// <param name="font">The name of the font.</param>
    public int Add(
        string? fill = null, bool bold = false, string color = "1F2937", int points = 11, bool isLink = false, bool hasBorder = false, bool isCentred = false, string font = "微软雅黑")
    {
        var element = new XElement(
            ns + "font",
            bold ? new XElement(ns + "b") : null,
            isLink ? new XElement(ns + "u") : null,
            Value("sz", points),
            new XElement(ns + "color", new XAttribute("rgb", "FF" + color)),
            Value("name", font),
            Value("family", 2),
            Value("charset", 134));
        var border = hasBorder
            ? new XElement(ns + "border", new[] { "left", "right", "top", "bottom" }.Select(side => new XElement(
                ns + side, new XAttribute("style", "thin"), new XElement(ns + "color", new XAttribute("rgb", "FFD1D5DB")))), new XElement(ns + "diagonal"))
            : null;
        var format = Format(
            Add("fonts", element),
            fill is null ? 0 : Add("fills", Solid(fill)),
            border is null ? 0 : Add("borders", border),
            0);
        format.Add(
            new XAttribute("applyFont", 1), new XAttribute("applyFill", 1), new XAttribute("applyBorder", 1), new XAttribute("applyAlignment", 1),
            new XAttribute("quotePrefix", 1),
            new XElement(ns + "alignment", new XAttribute("horizontal", isCentred ? "center" : "left"), new XAttribute("vertical", "center"), new XAttribute("wrapText", 1)));
        return Add("cellXfs", format);
    }

    /// <summary>Adds a cell style that only shows numbers in a format.</summary>
    /// <param name="number">Of a format that every program knows, or one that was added.</param>
    /// <param name="quotePrefix">The cell is text although it looks like a formula.</param>
    /// <param name="isTop">At the top of the cell, where otherwise it is at the bottom.</param>
    /// <param name="wraps">Text may take several lines.</param>
    public int AddFormat(int number, bool quotePrefix = false, bool isTop = false, bool wraps = false)
    {
        var format = Format(0, 0, 0, number);
        format.Add(new XAttribute("applyNumberFormat", 1));
        if (quotePrefix)
            format.Add(new XAttribute("quotePrefix", 1));
        if (isTop || wraps)
        {
            format.Add(
                new XAttribute("applyAlignment", 1),
                new XElement(ns + "alignment", isTop ? new XAttribute("vertical", "top") : null, wraps ? new XAttribute("wrapText", 1) : null));
        }

        return Add("cellXfs", format);
    }

    /// <summary>Adds a format of numbers, such as <c>0.0%</c>, and returns its number.</summary>
    public int AddNumberFormat(string code)
    {
        var number = FirstOwnNumberFormat + Section("numFmts").Elements().Count();
        Add("numFmts", new XElement(ns + "numFmt", new XAttribute("numFmtId", number), new XAttribute("formatCode", code)));
        return number;
    }

    /// <summary>The style of a cell with the fill of a severity instead of its own.</summary>
    public int Marked(int style, Severity severity)
    {
        if (marked.TryGetValue((style, severity), out var known))
            return known;
        var format = new XElement(Section("cellXfs").Elements().ElementAtOrDefault(style) ?? Section("cellXfs").Elements().First());
        format.SetAttributeValue("fillId", Add("fills", Solid(FeedbackColors.FillOf(severity))));
        format.SetAttributeValue("applyFill", 1);
        return marked[(style, severity)] = Add("cellXfs", format);
    }

    /// <summary>The style of a cell without the fill that an earlier feedback gave it; one that has none of those stays.</summary>
    /// <param name="style">Of the cell.</param>
    /// <param name="fill">What it had before; null for none.</param>
    public int Unmarked(int style, XElement? fill)
    {
        var key = (style, fill?.ToString(SaveOptions.DisableFormatting) ?? "");
        if (unmarked.TryGetValue(key, out var known))
            return known;
        var color = FillOf(style)?.Descendants(ns + "fgColor").FirstOrDefault()?.Attribute("rgb")?.Value;
        if (color is null || !Enum.GetValues<Severity>().Any(severity => color.EndsWith(FeedbackColors.FillOf(severity), StringComparison.OrdinalIgnoreCase)))
            return unmarked[key] = style;
        var plain = new XElement(Section("cellXfs").Elements().ElementAt(style));
        plain.SetAttributeValue("fillId", fill is null ? 0 : Add("fills", InNamespace(fill)));
        return unmarked[key] = Add("cellXfs", plain);
    }

    /// <summary>The fill of a cell style; null when it has none.</summary>
    public XElement? FillOf(int style)
    {
        var format = Section("cellXfs").Elements().ElementAtOrDefault(style);
        return int.TryParse(format?.Attribute("fillId")?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index > 0
            ? Section("fills").Elements().ElementAtOrDefault(index)
            : null;
    }

    // A program may have saved a strict workbook as a transitional one.
    private XElement InNamespace(XElement element) => new(
        ns + element.Name.LocalName, element.Attributes().Where(attribute => !attribute.IsNamespaceDeclaration), element.Elements().Select(InNamespace));

    private static XElement Clone(XElement element) => new(element);

    private XElement Value(string name, object value) => new(ns + name, new XAttribute("val", value));

    private XElement Format(int font, int fill, int border, int numberFormat) => new(
        ns + "xf", new XAttribute("numFmtId", numberFormat), new XAttribute("fontId", font), new XAttribute("fillId", fill), new XAttribute("borderId", border));

    private XElement Solid(string color) => new(
        ns + "fill",
        new XElement(ns + "patternFill", new XAttribute("patternType", "solid"), new XElement(ns + "fgColor", new XAttribute("rgb", "FF" + color)), new XElement(ns + "bgColor", new XAttribute("indexed", 64))));

    /// <summary>Adds to a section, or finds the equal element that is there already, and returns its index.</summary>
    private int Add(string section, XElement element)
    {
        var parent = Section(section);
        var index = 0;
        foreach (var existing in parent.Elements())
        {
            if (XNode.DeepEquals(existing, element))
                return index;
            index++;
        }

        parent.Add(Clone(element));
        parent.SetAttributeValue("count", (index + 1).ToString(CultureInfo.InvariantCulture));
        return index;
    }

    private XElement Section(string name)
    {
        if (root.Element(ns + name) is { } existing)
            return existing;
        var section = new XElement(ns + name);
        var before = Sections.TakeWhile(s => s != name).Select(s => root.Element(ns + s)).LastOrDefault(s => s is not null);
        if (before is null)
            root.AddFirst(section);
        else
            before.AddAfterSelf(section);
        return section;
    }
}
