using System.Globalization;
using DocumentFormat.OpenXml.Drawing.Charts;
using DocumentFormat.OpenXml.Packaging;
using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Progress;
using OrdosPipeline.Documents.Exports;
using OrdosPipeline.Documents.Reports.Charts;
using OrdosPipeline.Documents.Reports.Wording;
using static OrdosPipeline.Documents.Reports.Wording.Phrases;
using A = DocumentFormat.OpenXml.Drawing;
using DW = DocumentFormat.OpenXml.Drawing.Wordprocessing;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace OrdosPipeline.Documents.Reports.Word;

/// <summary>The path of an indicator as a chart of Word's own, with its figures in a workbook inside, so that it can be edited there.</summary>
internal sealed class WordChart(ReportLanguage language, PlanYears years)
{
    /// <summary>English Metric Units in a millimetre.</summary>
    private const long Emu = 36_000;
    private const long Width = 76 * Emu;
    private const long Height = 50 * Emu;
    private const string SheetName = "Sheet1";

    /// <summary>Adds the parts of the chart and gives the run that shows it.</summary>
    /// <param name="main">Of the document.</param>
    /// <param name="number">1-based, unique in the document.</param>
    /// <param name="name">What the chart is of.</param>
    /// <param name="description">What it shows, for those who cannot see it.</param>
    /// <param name="indicator">Of the chart.</param>
    /// <param name="assessment">With a path.</param>
    public W.Run Add(MainDocumentPart main, int number, string name, string description, Indicator indicator, Assessment assessment)
    {
        var series = OfOneLength(SeriesOf(indicator, assessment));
        var id = string.Create(CultureInfo.InvariantCulture, $"chart{number}");
        var part = main.AddNewPart<ChartPart>(id);
        var workbook = part.AddNewPart<EmbeddedPackagePart>("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "data");
        using (var content = new MemoryStream())
        {
            XlsxTables.Write([Sheet(series)], content);
            content.Position = 0;
            workbook.FeedData(content);
        }

        part.ChartSpace = Space(series, assessment);
        return Drawing(id, number, name, description);
    }

    /// <summary>What is drawn, the schedule first so that what was reached lies over it.</summary>
    private static List<ChartLine> SeriesOf(Indicator indicator, Assessment assessment)
    {
        var path = assessment.Path;
        var lines = new List<ChartLine>();
        if (path.Schedule.Count > 0)
            lines.Add(new(Labels.SchedulePath, ChartColors.Schedule, 1.25, A.PresetLineDashValues.Dash, null, [.. path.Schedule.Select(corner => (corner.At, corner.Value))]));
        if (ShownProjection.Of(indicator, assessment) is { } projection && path.Target is { } horizon)
        {
            lines.Add(new(Labels.ProjectionRange, "CDB98F", 4, null, null, [(horizon.At, projection.Low), (horizon.At, projection.High)]));
            var from = path.Quantity != PathQuantity.Rate && path.Points is [.., var last] ? [(last.At, last.Value)] : Array.Empty<(decimal, decimal)>();
            lines.Add(new(Labels.ProjectionLine, ChartColors.Projection, 1.25, A.PresetLineDashValues.SystemDot, MarkerStyleValues.Circle, [.. from, (horizon.At, projection.Value)]));
        }

        if (path.Points.Count > 0)
            lines.Add(new(Labels.Actual, ChartColors.Actual, 1.75, A.PresetLineDashValues.Solid, MarkerStyleValues.Circle, [.. path.Points.Select(point => (point.At, point.Value))]));
        if (path.Baseline is { } baseline)
            lines.Add(new(Labels.BaselineMark, ChartColors.Schedule, 0, null, MarkerStyleValues.Square, [(baseline.At, baseline.Value)]));
        if (path.Target is { } target)
            lines.Add(new(Labels.TargetMark, ChartColors.Target, 0, null, MarkerStyleValues.Diamond, [(target.At, target.Value)]));
        return lines;
    }

    /// <summary>LibreOffice draws no line that is shorter than the longest, so the last point of such a line is repeated.</summary>
    private static List<ChartLine> OfOneLength(List<ChartLine> lines)
    {
        var longest = lines.Max(line => line.Points.Count);
        return [.. lines.Select(line => line with { Points = [.. line.Points, .. Enumerable.Repeat(line.Points[^1], longest - line.Points.Count)] })];
    }

    /// <summary>Two columns for each line, below each other's names: the year, as a number, and the value.</summary>
    private SheetTable Sheet(List<ChartLine> lines)
    {
        var rows = Enumerable.Range(0, lines[0].Points.Count).Select(index => (IReadOnlyList<object?>)
            [.. lines.SelectMany(line => new object?[] { YearAt(line.Points[index].At), line.Points[index].Value })]);
        return new(
            SheetName,
            [.. lines.SelectMany(line => new[] { new SheetColumn(Labels.Period.In(language), 10, SheetFormat.Number), new SheetColumn(line.Name.In(language), 14, SheetFormat.Number) })],
            rows);
    }

    private ChartSpace Space(List<ChartLine> lines, Assessment assessment)
    {
        var chart = new ScatterChart(new ScatterStyle { Val = ScatterStyleValues.LineMarker }, new VaryColors { Val = false });
        for (var index = 0; index < lines.Count; index++)
            chart.Append(Series(lines[index], (uint)index));
        chart.Append(new AxisId { Val = 1 }, new AxisId { Val = 2 });
        var start = Math.Min(0, assessment.Path.Baseline?.At ?? 0);
        return new ChartSpace(
            new Date1904 { Val = false },
            new RoundedCorners { Val = false },
            new Chart(
                new AutoTitleDeleted { Val = true },
                new PlotArea(
                    new Layout(),
                    chart,
                    new ValueAxis(
                        new AxisId { Val = 1 },
                        new Scaling(new Orientation { Val = OrientationValues.MinMax }, new MaxAxisValue { Val = years.Last }, new MinAxisValue { Val = (double)(years.First - 1 + decimal.Floor(start)) }),
                        new Delete { Val = false },
                        new AxisPosition { Val = AxisPositionValues.Bottom },
                        new NumberingFormat { FormatCode = "0", SourceLinked = false },
                        new MajorTickMark { Val = TickMarkValues.Outside },
                        new MinorTickMark { Val = TickMarkValues.None },
                        new TickLabelPosition { Val = TickLabelPositionValues.Low },
                        new ChartShapeProperties(Line(ChartColors.Schedule, 0.75, null)),
                        Text(),
                        new CrossingAxis { Val = 2 },
                        new Crosses { Val = CrossesValues.Minimum },
                        new CrossBetween { Val = CrossBetweenValues.MidpointCategory },
                        new MajorUnit { Val = 1 }),
                    new ValueAxis(
                        new AxisId { Val = 2 },
                        new Scaling(new Orientation { Val = OrientationValues.MinMax }),
                        new Delete { Val = false },
                        new AxisPosition { Val = AxisPositionValues.Left },
                        new MajorGridlines(new ChartShapeProperties(Line(ChartColors.Grid, 0.5, null))),
                        new NumberingFormat { FormatCode = "#,##0.######", SourceLinked = false },
                        new MajorTickMark { Val = TickMarkValues.None },
                        new MinorTickMark { Val = TickMarkValues.None },
                        new TickLabelPosition { Val = TickLabelPositionValues.Low },
                        new ChartShapeProperties(new A.Outline(new A.NoFill())),
                        Text(),
                        new CrossingAxis { Val = 1 },
                        new Crosses { Val = CrossesValues.Minimum },
                        new CrossBetween { Val = CrossBetweenValues.MidpointCategory })),
                new PlotVisibleOnly { Val = true },
                new DisplayBlanksAs { Val = DisplayBlanksAsValues.Gap }),
            new ChartShapeProperties(new A.SolidFill(new A.RgbColorModelHex { Val = "FFFFFF" }), new A.Outline(new A.NoFill())),
            new ExternalData(new AutoUpdate { Val = false }) { Id = "data" });
    }

    private ScatterChartSeries Series(ChartLine line, uint index)
    {
        var (x, y) = (Column(index * 2), Column(index * 2 + 1));
        var last = line.Points.Count + 1;
        var series = new ScatterChartSeries(
            new DocumentFormat.OpenXml.Drawing.Charts.Index { Val = index },
            new Order { Val = index },
            new SeriesText(new StringReference(
                new Formula($"{SheetName}!${y}$1"),
                new StringCache(new PointCount { Val = 1 }, new StringPoint(new NumericValue(line.Name.In(language))) { Index = 0 }))),
            new ChartShapeProperties(line.Thickness == 0 ? new A.Outline(new A.NoFill()) { Width = 19050 } : Line(line.Color, line.Thickness, line.Dash)),
            line.Marker is { } marker
                ? new Marker(
                    new Symbol { Val = marker },
                    new Size { Val = (byte)(marker == MarkerStyleValues.Diamond ? 8 : 5) },
                    new ChartShapeProperties(
                        new A.SolidFill(new A.RgbColorModelHex { Val = marker == MarkerStyleValues.Square ? "FFFFFF" : line.Color }),
                        Line(line.Color, 1, null)))
                : new Marker(new Symbol { Val = MarkerStyleValues.None }),
            new XValues(new NumberReference(new Formula(string.Create(CultureInfo.InvariantCulture, $"{SheetName}!${x}$2:${x}${last}")), Cache(line.Points.Select(point => YearAt(point.At))))),
            new YValues(new NumberReference(new Formula(string.Create(CultureInfo.InvariantCulture, $"{SheetName}!${y}$2:${y}${last}")), Cache(line.Points.Select(point => point.Value)))),
            new Smooth { Val = false });
        return series;
    }

    /// <summary>A position on the axis of time: the end of the first year stands at its number.</summary>
    private decimal YearAt(decimal at) => years.First - 1 + at;

    private static string Column(uint index) => Core.Intake.CellAddress.ColumnLetters((int)index + 1);

    private static NumberingCache Cache(IEnumerable<decimal> values)
    {
        var cache = new NumberingCache(new FormatCode("General"));
        var points = values.Select((value, index) => new NumericPoint(new NumericValue(value.ToString(CultureInfo.InvariantCulture))) { Index = (uint)index }).ToList();
        cache.Append(new PointCount { Val = (uint)points.Count });
        cache.Append(points);
        return cache;
    }

    private static A.Outline Line(string color, double points, A.PresetLineDashValues? dash)
    {
        var outline = new A.Outline(new A.SolidFill(new A.RgbColorModelHex { Val = color })) { Width = (int)(points * 12_700), CapType = A.LineCapValues.Flat };
        if (dash is { } kind)
            outline.Append(new A.PresetDash { Val = kind });
        outline.Append(new A.Round());
        return outline;
    }

    private static TextProperties Text() => new(
        new A.BodyProperties(),
        new A.ListStyle(),
        new A.Paragraph(
            new A.ParagraphProperties(new A.DefaultRunProperties(
                new A.SolidFill(new A.RgbColorModelHex { Val = ChartColors.Text }),
                new A.LatinFont { Typeface = "Times New Roman" },
                new A.EastAsianFont { Typeface = "宋体" })
            { FontSize = 800 }),
            new A.EndParagraphRunProperties { Language = "zh-CN" }));

    private static W.Run Drawing(string id, int number, string name, string description) => new(new W.Drawing(new DW.Inline(
        new DW.Extent { Cx = Width, Cy = Height },
        new DW.EffectExtent { LeftEdge = 0, TopEdge = 0, RightEdge = 0, BottomEdge = 0 },
        new DW.DocProperties { Id = (uint)number, Name = name, Description = description },
        new DW.NonVisualGraphicFrameDrawingProperties(),
        new A.Graphic(new A.GraphicData(new ChartReference { Id = id }) { Uri = "http://schemas.openxmlformats.org/drawingml/2006/chart" }))
    { DistanceFromTop = 0, DistanceFromBottom = 0, DistanceFromLeft = 0, DistanceFromRight = 0 }));

    /// <param name="Name">In the legend.</param>
    /// <param name="Color">Six hexadecimal digits.</param>
    /// <param name="Thickness">Width of the line in points; 0 for marks alone.</param>
    /// <param name="Dash">Null for a solid line.</param>
    /// <param name="Marker">Null for none.</param>
    /// <param name="Points">Position in years since the start of the plan, and value.</param>
    private sealed record ChartLine(Phrase Name, string Color, double Thickness, A.PresetLineDashValues? Dash, MarkerStyleValues? Marker, IReadOnlyList<(decimal At, decimal Value)> Points);
}
