using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace OrdosPipeline.Documents.Templates;

/// <summary>How a cell of a template looks, and whether it may be filled in while the sheet is protected.</summary>
internal enum TemplateStyle
{
    Plain,
    Title,
    Hint,
    Header,

    /// <summary>Over the columns to fill in.</summary>
    HeaderToFill,

    /// <summary>Over the columns for reference.</summary>
    HeaderOfReference,
    Label,
    LabelCentred,

    /// <summary>A number to fill in.</summary>
    FillNumber,

    /// <summary>A text to fill in.</summary>
    FillText,

    /// <summary>A choice to fill in.</summary>
    FillChoice,

    /// <summary>Nothing is asked for here.</summary>
    Unused,
    ReferenceText,
    ReferenceNumber,
    Heading,
    Paragraph,
}

/// <summary>The style sheet of templates; <see cref="TemplateStyle"/> numbers its cell formats.</summary>
internal static class TemplateStyles
{
    /// <summary>The colour of cells to fill in, as RRGGBB.</summary>
    private const string Fill = "FFF7CC";

    private const string Grey = "F3F4F6";
    private const string Dark = "1F3A5F";
    private const string Amber = "B45309";
    private const string Muted = "6B7280";

    private static readonly (TemplateStyle Style, int Font, int FillColor, bool HasBorder, HorizontalAlignmentValues Align, bool IsUnlocked)[] Formats =
    [
        (TemplateStyle.Plain, 0, 0, false, HorizontalAlignmentValues.General, false),
        (TemplateStyle.Title, 1, 0, false, HorizontalAlignmentValues.Left, false),
        (TemplateStyle.Hint, 2, 0, false, HorizontalAlignmentValues.Left, false),
        (TemplateStyle.Header, 3, 2, true, HorizontalAlignmentValues.Center, false),
        (TemplateStyle.HeaderToFill, 3, 3, true, HorizontalAlignmentValues.Center, false),
        (TemplateStyle.HeaderOfReference, 3, 4, true, HorizontalAlignmentValues.Center, false),
        (TemplateStyle.Label, 0, 0, true, HorizontalAlignmentValues.Left, false),
        (TemplateStyle.LabelCentred, 0, 0, true, HorizontalAlignmentValues.Center, false),
        (TemplateStyle.FillNumber, 0, 5, true, HorizontalAlignmentValues.Right, true),
        (TemplateStyle.FillText, 0, 5, true, HorizontalAlignmentValues.Left, true),
        (TemplateStyle.FillChoice, 0, 5, true, HorizontalAlignmentValues.Center, true),
        (TemplateStyle.Unused, 2, 6, true, HorizontalAlignmentValues.Center, false),
        (TemplateStyle.ReferenceText, 2, 6, true, HorizontalAlignmentValues.Left, false),
        (TemplateStyle.ReferenceNumber, 2, 6, true, HorizontalAlignmentValues.Right, false),
        (TemplateStyle.Heading, 4, 0, false, HorizontalAlignmentValues.Left, false),
        (TemplateStyle.Paragraph, 0, 0, false, HorizontalAlignmentValues.Left, false),
    ];

    public static Stylesheet Create() => new(
        new Fonts(Font("1F2937", 11), Font(Dark, 16, bold: true), Font(Muted, 10), Font("FFFFFF", 11, bold: true), Font(Dark, 12, bold: true)),
        new Fills(
            new Fill(new PatternFill { PatternType = PatternValues.None }),
            new Fill(new PatternFill { PatternType = PatternValues.Gray125 }),
            Solid(Dark),
            Solid(Amber),
            Solid(Muted),
            Solid(Fill),
            Solid(Grey)),
        new Borders(
            new Border(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder(), new DiagonalBorder()),
            new Border(
                new LeftBorder(Line()) { Style = BorderStyleValues.Thin },
                new RightBorder(Line()) { Style = BorderStyleValues.Thin },
                new TopBorder(Line()) { Style = BorderStyleValues.Thin },
                new BottomBorder(Line()) { Style = BorderStyleValues.Thin },
                new DiagonalBorder())),
        new CellStyleFormats(new CellFormat { NumberFormatId = 0, FontId = 0, FillId = 0, BorderId = 0 }),
        new CellFormats(Formats.OrderBy(format => format.Style).Select(Format)),
        new CellStyles(new CellStyle { Name = "Normal", FormatId = 0, BuiltinId = 0 }));

    private static CellFormat Format((TemplateStyle Style, int Font, int FillColor, bool HasBorder, HorizontalAlignmentValues Align, bool IsUnlocked) format) => new(
        new Alignment { Horizontal = format.Align, Vertical = VerticalAlignmentValues.Center, WrapText = format.Style is not (TemplateStyle.Title or TemplateStyle.Hint) },
        new Protection { Locked = !format.IsUnlocked })
    {
        NumberFormatId = 0,
        FontId = (uint)format.Font,
        FillId = (uint)format.FillColor,
        BorderId = format.HasBorder ? 1u : 0u,
        FormatId = 0,
        ApplyFont = true,
        ApplyFill = true,
        ApplyBorder = true,
        ApplyAlignment = true,
        ApplyProtection = true,
    };

    private static Font Font(string color, double points, bool bold = false) => new(
        bold ? [new Bold(), .. FontParts(color, points)] : FontParts(color, points));

    private static OpenXmlElement[] FontParts(string color, double points) =>
        [new FontSize { Val = points }, new Color { Rgb = "FF" + color }, new FontName { Val = "微软雅黑" }, new FontFamilyNumbering { Val = 2 }, new FontCharSet { Val = 134 }];

    private static Fill Solid(string color) =>
        new(new PatternFill(new ForegroundColor { Rgb = "FF" + color }, new BackgroundColor { Indexed = 64 }) { PatternType = PatternValues.Solid });

    private static Color Line() => new() { Rgb = "FFB8BEC9" };
}
