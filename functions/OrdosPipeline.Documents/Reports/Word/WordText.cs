using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using OrdosPipeline.Core.Progress;

namespace OrdosPipeline.Documents.Reports.Word;

/// <summary>Paragraphs and runs.</summary>
internal static class WordText
{
    public static Paragraph Paragraph(string style, string text) => Paragraph(style, Run(text));

    public static Paragraph Paragraph(string style, params ReadOnlySpan<OpenXmlElement> runs) =>
        new([new ParagraphProperties(new ParagraphStyleId { Val = style }), .. runs]);

    public static Run Run(string text, string? color = null, bool isBold = false)
    {
        var run = new Run();
        if (color is not null || isBold)
        {
            var properties = new RunProperties();
            if (isBold)
                properties.Append(new Bold());
            if (color is not null)
                properties.Append(new Color { Val = color });
            run.Append(properties);
        }

        run.Append(Text(text));
        return run;
    }

    /// <summary>One run with a break between the lines.</summary>
    public static Run Lines(IReadOnlyList<string> lines) =>
        new(lines.SelectMany((line, index) => index == 0 ? new OpenXmlElement[] { Text(line) } : [new Break(), Text(line)]));

    public static Paragraph KeptWithNext(Paragraph paragraph)
    {
        paragraph.ParagraphProperties!.InsertAfter(new KeepNext(), paragraph.ParagraphProperties.ParagraphStyleId);
        return paragraph;
    }

    /// <summary>The colour of a status's word, dark enough on white; the sign beside it says the same.</summary>
    public static string? ColorOf(StatusTone tone) => tone switch
    {
        StatusTone.Good => "1B7F4D",
        StatusTone.Fair => "2563A8",
        StatusTone.Slow => "8F5600",
        StatusTone.Bad => "B3261E",
        _ => "5F6A75",
    };

    private static Text Text(string text) => new(Printable(text)) { Space = SpaceProcessingModeValues.Preserve };

    /// <summary>Without the characters that XML cannot hold, which a cell of a workbook can.</summary>
    private static string Printable(string text) => string.Concat(text.Select(c => c < ' ' && c is not '\t' || c is '\uFFFE' or '\uFFFF' || (char.IsSurrogate(c) && text.Length == 1) ? ' ' : c));
}
