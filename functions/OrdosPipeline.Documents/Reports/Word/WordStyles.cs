using DocumentFormat.OpenXml.Wordprocessing;
using OrdosPipeline.Documents.Reports.Wording;

namespace OrdosPipeline.Documents.Reports.Word;

/// <summary>
/// The look of an official document (GB/T 9704—2012): title in 小标宋 of size 2, body in 仿宋 of size 3 with 22 lines of 28
/// characters a page, headings 一、in 黑体, （一）in 楷体, 1. in bold 仿宋. The fonts of the standard are named first; where
/// they are missing the font table leads to those that systems have.
/// </summary>
internal static class WordStyles
{
    public const string Title = "Title";
    public const string Body = "BodyText";
    public const string Recipient = "Recipient";
    public const string Heading1 = "Heading1";
    public const string Heading2 = "Heading2";
    public const string Heading3 = "Heading3";
    public const string Signature = "Signature";
    public const string AnnexMark = "AnnexMark";
    public const string AnnexTitle = "AnnexTitle";
    public const string TableText = "TableText";
    public const string TableHead = "TableHead";
    public const string TableNumber = "TableNumber";
    public const string DenseText = "DenseText";
    public const string DenseHead = "DenseHead";
    public const string DenseNumber = "DenseNumber";
    public const string ChartTitle = "ChartTitle";
    public const string TableCaption = "Caption";
    public const string Brief = "Brief";
    public const string BriefTitle = "BriefTitle";
    public const string FooterOdd = "FooterOdd";
    public const string FooterEven = "FooterEven";

    /// <summary>22 lines on the 225 mm of a page's type area: 28.95 points, in twentieths.</summary>
    public const int LinePitch = 579;

    /// <summary>28 characters of 16 points on 156 mm: each a quarter of a point closer, in twentieths.</summary>
    private const int CharacterSpacing = -5;

    /// <summary>Sizes in half points: 二号, 三号, 四号, 小四, 五号, 小五.</summary>
    private const int Size2 = 44;
    private const int Size3 = 32;
    private const int Size4 = 28;
    private const int Size4Small = 24;
    private const int Size5 = 21;
    private const int Size5Small = 18;

    private const string TitleFont = "方正小标宋简体";
    private const string BodyFont = "仿宋_GB2312";
    private const string HeadingFont = "黑体";
    private const string SubheadingFont = "楷体_GB2312";
    private const string PageNumberFont = "宋体";
    private const string LatinFont = "Times New Roman";

    public static Styles Styles(ReportLanguage language)
    {
        var tag = language.Tag();
        return new Styles(
            new DocDefaults(
                new RunPropertiesDefault(new RunPropertiesBaseStyle(
                    Fonts(BodyFont),
                    new FontSize { Val = $"{Size3}" },
                    new FontSizeComplexScript { Val = $"{Size3}" },
                    new Languages { Val = language == ReportLanguage.English ? tag : "en-US", EastAsia = "zh-CN" })),
                new ParagraphPropertiesDefault(new ParagraphPropertiesBaseStyle(new SpacingBetweenLines { After = "0", Before = "0" }))),
            new Style(new StyleName { Val = "Normal" }, new PrimaryStyle()) { Type = StyleValues.Paragraph, StyleId = "Normal", Default = true },
            Style(Title, "Title", TitleFont, Size2, alignment: JustificationValues.Center, line: 680, outline: null, keepNext: true),
            Style(Recipient, "Salutation", BodyFont, Size3, line: LinePitch, before: LinePitch),
            Style(Body, "Body Text", BodyFont, Size3, JustificationValues.Both, line: LinePitch, firstLine: 2),
            Style(Heading1, "heading 1", HeadingFont, Size3, line: LinePitch, firstLine: 2, outline: 0, keepNext: true),
            Style(Heading2, "heading 2", SubheadingFont, Size3, line: LinePitch, firstLine: 2, outline: 1, keepNext: true),
            Style(Heading3, "heading 3", BodyFont, Size3, line: LinePitch, firstLine: 2, outline: 2, bold: true, keepNext: true),
            Style(Signature, "Signature", BodyFont, Size3, JustificationValues.Right, line: LinePitch, rightIndent: 4),
            Style(AnnexMark, "Annex Mark", HeadingFont, Size3, line: LinePitch, keepNext: true, outline: 0),
            Style(AnnexTitle, "Annex Title", TitleFont, Size2, JustificationValues.Center, line: 680, after: 200, keepNext: true),
            Style(TableText, "Table Text", BodyFont, Size5, line: 280),
            Style(TableHead, "Table Head", HeadingFont, Size5, JustificationValues.Center, line: 280, keepNext: true),
            Style(TableNumber, "Table Number", BodyFont, Size5, JustificationValues.Right, line: 280),
            Style(DenseText, "Dense Text", BodyFont, Size5Small, line: 230),
            Style(DenseHead, "Dense Head", HeadingFont, Size5Small, JustificationValues.Center, line: 230, keepNext: true),
            Style(DenseNumber, "Dense Number", BodyFont, Size5Small, JustificationValues.Right, line: 230),
            Style(ChartTitle, "Chart Title", HeadingFont, Size5, JustificationValues.Center, line: 300, before: 60),
            Style(TableCaption, "caption", HeadingFont, Size4Small, JustificationValues.Center, line: 460, before: 160, keepNext: true),
            Style(Brief, "Brief", BodyFont, Size4Small, JustificationValues.Both, line: 400),
            Style(BriefTitle, "Brief Title", TitleFont, 36, JustificationValues.Center, line: 560, after: 160),
            Style(FooterOdd, "Footer Odd", PageNumberFont, Size4, JustificationValues.Right, rightIndent: 1),
            Style(FooterEven, "Footer Even", PageNumberFont, Size4, leftIndent: 1));
    }

    /// <summary>Each font with the names that other systems have it under, and what is like it where none is there.</summary>
    public static Fonts FontTable() => new(
        Font(BodyFont, "仿宋,FangSong,STFangsong,FangSong_GB2312,Noto Serif CJK SC", FontFamilyValues.Modern, "02010609030101010101"),
        Font(TitleFont, "小标宋体,华文中宋,宋体,SimSun,Noto Serif CJK SC", FontFamilyValues.Roman, "02010601030101010101"),
        Font(HeadingFont, "SimHei,Heiti SC,Noto Sans CJK SC", FontFamilyValues.Modern, "02010609060101010101"),
        Font(SubheadingFont, "楷体,KaiTi,STKaiti,Noto Serif CJK SC", FontFamilyValues.Modern, "02010609060101010101"),
        Font(PageNumberFont, "SimSun,Songti SC,Noto Serif CJK SC", FontFamilyValues.Auto, "02010600030101010101"),
        new Font(new Panose1Number { Val = "02020603050405020304" }, new FontCharSet { Val = "00" }, new FontFamily { Val = FontFamilyValues.Roman }, new Pitch { Val = FontPitchValues.Variable }) { Name = LatinFont });

    private static RunFonts Fonts(string eastAsia) => new() { Ascii = LatinFont, HighAnsi = LatinFont, EastAsia = eastAsia, ComplexScript = LatinFont };

    private static Font Font(string name, string others, FontFamilyValues family, string panose) => new(
        new AltName { Val = others },
        new Panose1Number { Val = panose },
        new FontCharSet { Val = "86" },
        new FontFamily { Val = family },
        new Pitch { Val = FontPitchValues.Default })
    { Name = name };

    private static Style Style(
        string id,
        string name,
        string font,
        int size,
        JustificationValues? alignment = null,
        int? line = null,
        int before = 0,
        int after = 0,
        int firstLine = 0,
        int leftIndent = 0,
        int rightIndent = 0,
        int? outline = null,
        bool bold = false,
        bool keepNext = false)
    {
        var paragraph = new StyleParagraphProperties();
        if (keepNext)
            paragraph.Append(new KeepNext());
        paragraph.Append(new WidowControl { Val = false });
        var spacing = new SpacingBetweenLines { Before = $"{before}", After = $"{after}" };
        if (line is { } pitch)
            (spacing.Line, spacing.LineRule) = ($"{pitch}", size >= Size3 || name == "Brief" ? LineSpacingRuleValues.Exact : LineSpacingRuleValues.AtLeast);
        paragraph.Append(spacing);

        // Both forms: programs that do not know an indent in characters take the twentieths of a point.
        if (firstLine + leftIndent + rightIndent > 0)
        {
            var indentation = new Indentation();
            if (firstLine > 0)
                (indentation.FirstLineChars, indentation.FirstLine) = (firstLine * 100, $"{firstLine * size * 10}");
            if (leftIndent > 0)
                (indentation.LeftChars, indentation.Left) = (leftIndent * 100, $"{leftIndent * size * 10}");
            if (rightIndent > 0)
                (indentation.RightChars, indentation.Right) = (rightIndent * 100, $"{rightIndent * size * 10}");
            paragraph.Append(indentation);
        }

        // The grid of 22 lines is for the body; tables are set closer.
        if (size != Size3)
            paragraph.InsertBefore(new SnapToGrid { Val = false }, spacing);
        if (alignment is { } justification)
            paragraph.Append(new Justification { Val = justification });
        if (outline is { } level)
            paragraph.Append(new OutlineLevel { Val = level });
        var run = new StyleRunProperties(Fonts(font));
        if (bold)
            run.Append(new Bold());
        if (size == Size3)
            run.Append(new Spacing { Val = CharacterSpacing });
        run.Append(new FontSize { Val = $"{size}" }, new FontSizeComplexScript { Val = $"{size}" });
        return new Style(new StyleName { Val = name }, new BasedOn { Val = "Normal" }, new PrimaryStyle(), paragraph, run) { Type = StyleValues.Paragraph, StyleId = id, CustomStyle = name.Contains(' ', StringComparison.Ordinal) && char.IsUpper(name[0]) && name != "Body Text" };
    }
}
