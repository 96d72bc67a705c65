using System.Globalization;
using System.Net;
using System.Runtime.CompilerServices;
using System.Text;

namespace OrdosPipeline.Documents.Reports.Html;

/// <summary>
/// Markup. What is interpolated into <see cref="Of"/> is text and is encoded, unless it is markup itself, so that nothing
/// a department writes can become part of the page.
/// </summary>
internal readonly struct Html
{
    private readonly string? markup;

    private Html(string markup) => this.markup = markup;

    public static Html Empty { get; }

    public static Html Of(Template template) => new(template.ToMarkup());

    /// <summary>Text, encoded.</summary>
    public static Html Text(string text) => new(WebUtility.HtmlEncode(text));

    /// <summary>Takes <paramref name="markup"/> as it is: for what this product writes itself, such as a chart or a style sheet.</summary>
    public static Html Raw(string markup) => new(markup);

    public static Html Join(IEnumerable<Html> parts) => new(string.Concat(parts.Select(part => part.markup)));

    public static Html Join(string separator, IEnumerable<Html> parts) => new(string.Join(WebUtility.HtmlEncode(separator), parts.Select(part => part.markup)));

    public bool IsEmpty => string.IsNullOrEmpty(markup);

    public override string ToString() => markup ?? "";

    /// <summary>Collects the parts of an interpolated string.</summary>
    [InterpolatedStringHandler]
    public readonly ref struct Template(int literalLength, int formattedCount)
    {
        private readonly StringBuilder builder = new(literalLength + formattedCount * 16);

        public void AppendLiteral(string literal) => builder.Append(literal);

        public void AppendFormatted(Html html) => builder.Append(html.markup);

        public void AppendFormatted(string? text) => builder.Append(WebUtility.HtmlEncode(text));

        public void AppendFormatted(int number) => builder.Append(number.ToString(CultureInfo.InvariantCulture));

        public void AppendFormatted(IEnumerable<Html> parts)
        {
            foreach (var part in parts)
                builder.Append(part.markup);
        }

        public string ToMarkup() => builder.ToString();
    }
}
