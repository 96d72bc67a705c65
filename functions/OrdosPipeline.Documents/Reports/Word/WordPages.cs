using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace OrdosPipeline.Documents.Reports.Word;

/// <summary>Pages of GB/T 9704—2012: A4, margins of 37, 35, 28 and 26 mm, the number between dashes, outside on both sides of a leaf.</summary>
internal static class WordPages
{
    /// <summary>Twentieths of a point: 210 × 297 mm.</summary>
    private const int ShortSide = 11906;
    private const int LongSide = 16838;

    private const int Margin37 = 2098;
    private const int Margin35 = 1984;
    private const int Margin28 = 1588;
    private const int Margin26 = 1474;

    /// <summary>The number stands 7 mm below the type area: 28 mm above the edge, less its own height.</summary>
    private const int FooterDistance = 1361;

    public static Settings Settings() => new(
        new Zoom { Percent = "100" },
        new EvenAndOddHeaders(),
        new CharacterSpacingControl { Val = CharacterSpacingValues.CompressPunctuation },
        new Compatibility(
            Setting(CompatSettingNameValues.CompatibilityMode, "15"),
            Setting(CompatSettingNameValues.OverrideTableStyleFontSizeAndJustification, "1"),
            Setting(CompatSettingNameValues.EnableOpenTypeFeatures, "1"),
            Setting(CompatSettingNameValues.DoNotFlipMirrorIndents, "1")));

    public static Footer Footer(string style) => new(new Paragraph(
        new ParagraphProperties(new ParagraphStyleId { Val = style }),
        WordText.Run("— "),
        new Run(new FieldChar { FieldCharType = FieldCharValues.Begin }),
        new Run(new FieldCode(" PAGE ") { Space = SpaceProcessingModeValues.Preserve }),
        new Run(new FieldChar { FieldCharType = FieldCharValues.Separate }),
        WordText.Run("1"),
        new Run(new FieldChar { FieldCharType = FieldCharValues.End }),
        WordText.Run(" —")));

    public static Paragraph PageBreak() => new(new ParagraphProperties(new ParagraphStyleId { Val = WordStyles.Brief }), new Run(new Break { Type = BreakValues.Page }));

    /// <summary>Ends the upright pages before it.</summary>
    public static Paragraph EndOfPortrait() => new(new ParagraphProperties(new ParagraphStyleId { Val = WordStyles.TableText }, Portrait()));

    /// <summary>Ends the pages on their side before it.</summary>
    public static Paragraph EndOfLandscape() => new(new ParagraphProperties(new ParagraphStyleId { Val = WordStyles.TableText }, Landscape()));

    /// <summary>Of the rest of the document.</summary>
    public static SectionProperties LastPortrait() => Portrait();

    private static SectionProperties Portrait() => Section(
        new PageSize { Width = ShortSide, Height = LongSide },
        new PageMargin { Top = Margin37, Bottom = Margin35, Left = Margin28, Right = Margin26, Header = 851, Footer = FooterDistance, Gutter = 0 });

    /// <summary>Turned by a quarter, the binding edge upwards.</summary>
    private static SectionProperties Landscape() => Section(
        new PageSize { Width = LongSide, Height = ShortSide, Orient = PageOrientationValues.Landscape },
        new PageMargin { Top = Margin28, Bottom = Margin26, Left = Margin37, Right = Margin35, Header = 851, Footer = 800, Gutter = 0 });

    private static SectionProperties Section(PageSize size, PageMargin margin) => new(
        new FooterReference { Type = HeaderFooterValues.Default, Id = "footerOdd" },
        new FooterReference { Type = HeaderFooterValues.Even, Id = "footerEven" },
        size,
        margin,
        new DocGrid { Type = DocGridValues.Lines, LinePitch = WordStyles.LinePitch });

    private static CompatibilitySetting Setting(CompatSettingNameValues name, string value) =>
        new() { Name = name, Uri = "http://schemas.microsoft.com/office/word", Val = value };
}
