using System.Globalization;
using System.Xml;
using OrdosPipeline.Core.Intake;

namespace OrdosPipeline.Documents.Reading;

/// <summary>The number formats of a workbook's cell styles.</summary>
internal sealed class XlsxStyles
{
    /// <summary>Excel allows 64,000.</summary>
    private const int MaxStyles = 65_536;

    private readonly List<NumberFormat> formats = [];

    public NumberFormat this[int style] => style >= 0 && style < formats.Count ? formats[style] : NumberFormat.General;

    public static XlsxStyles Read(ZipPackage package, string? part)
    {
        var styles = new XlsxStyles();
        if (part is null)
            return styles;
        var codes = new Dictionary<int, string>();
        PartXml.TryRead(package, part, reader =>
        {
            var inCellStyles = false;
            while (reader.Read())
            {
                switch (reader.NodeType, reader.LocalName)
                {
                    case (XmlNodeType.Element or XmlNodeType.EndElement, "cellXfs"):
                        inCellStyles = reader.NodeType == XmlNodeType.Element && !reader.IsEmptyElement;
                        break;
                    case (XmlNodeType.Element, "numFmt"):
                        codes[Number(reader.Attribute("numFmtId"))] = reader.Attribute("formatCode") ?? "";
                        break;
                    case (XmlNodeType.Element, "xf") when inCellStyles:
                        styles.Add(Number(reader.Attribute("numFmtId")), codes);
                        break;
                }
            }
        });
        return styles;
    }

    private void Add(int id, Dictionary<int, string> codes)
    {
        if (formats.Count == MaxStyles)
            throw new FileFaultException(FileFaultKind.Unreadable);
        formats.Add(codes.TryGetValue(id, out var code) ? NumberFormat.Of(code) : NumberFormat.OfBuiltIn(id));
    }

    private static int Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
