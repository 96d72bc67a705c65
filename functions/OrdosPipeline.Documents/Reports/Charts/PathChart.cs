using System.Globalization;
using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Progress;
using OrdosPipeline.Documents.Reports.Wording;
using OxyPlot;
using OxyPlot.Axes;
using OxyPlot.Series;

namespace OrdosPipeline.Documents.Reports.Charts;

/// <summary>
/// The path of an indicator: what was reached when, the schedule, the plan's baseline and target, and where it would be
/// at the horizon. The axis of time names a year at its end, where its figure stands.
/// </summary>
internal static class PathChart
{
    private const double Width = 380;
    private const double Height = 210;
    private const double SparklineWidth = 120;
    private const double SparklineHeight = 32;

    /// <summary>Fonts that have Chinese on each system; generic ones last.</summary>
    private const string Fonts = "'Noto Sans CJK SC','Source Han Sans SC','Microsoft YaHei','PingFang SC',sans-serif";

    /// <summary>Whether there is anything to draw: a figure, or a schedule.</summary>
    public static bool CanDraw(Assessment assessment) => assessment.Path.Points.Count > 0 || assessment.Path.Schedule.Count > 0;

    public static ChartSvg Draw(Indicator indicator, Assessment assessment, PlanYears years)
    {
        var path = assessment.Path;
        var model = Model(years, path);
        model.Axes[0].LabelFormatter = at => (years.First - 1 + at).ToString("0", CultureInfo.InvariantCulture);
        AddSchedule(model, path, 1.5);
        if (ShownProjection.Of(indicator, assessment) is { } projection && path.Target is { } end)
            AddProjection(model, path, projection, (double)end.At);
        AddPoints(model, path, path.Quantity is PathQuantity.Rate or PathQuantity.Amount ? 1 : 2, 3.5);
        if (path.Baseline is { } baseline)
            AddMark(model, baseline, MarkerType.Square, ChartColors.Schedule, 4);
        if (path.Target is { } target)
            AddMark(model, target, MarkerType.Diamond, ChartColors.Target, 5);
        return ChartSvg.Of(model, Width, Height);
    }

    /// <summary>The same without axes, as small as a word.</summary>
    public static ChartSvg DrawSmall(Assessment assessment, PlanYears years)
    {
        var path = assessment.Path;
        var model = Model(years, path);
        foreach (var axis in model.Axes)
            axis.IsAxisVisible = false;
        model.Padding = new OxyThickness(3);
        model.PlotAreaBorderThickness = new OxyThickness(0);
        AddSchedule(model, path, 1);
        AddPoints(model, path, 1.5, 2);
        if (path.Target is { } target)
            AddMark(model, target, MarkerType.Diamond, ChartColors.Target, 3);
        return ChartSvg.Of(model, SparklineWidth, SparklineHeight);
    }

    private static PlotModel Model(PlanYears years, AssessmentPath path)
    {
        var model = new PlotModel
        {
            DefaultFont = Fonts,
            DefaultFontSize = 11,
            TextColor = Color(ChartColors.Text),
            Padding = new OxyThickness(18, 8, 14, 2),
            PlotAreaBorderThickness = new OxyThickness(0, 0, 0, 1),
            PlotAreaBorderColor = Color(ChartColors.Schedule),
            Culture = CultureInfo.InvariantCulture,
        };
        var start = Math.Min(0, path.Baseline is { } baseline ? (double)baseline.At : 0);
        model.Axes.Add(new LinearAxis
        {
            Position = AxisPosition.Bottom,
            Minimum = start - 0.15,
            Maximum = years.Last - years.First + 1.15,
            MajorStep = 1,
            MinorTickSize = 0,
            AxislineStyle = LineStyle.None,
            TicklineColor = Color(ChartColors.Schedule),
        });
        model.Axes.Add(new LinearAxis
        {
            Position = AxisPosition.Left,
            MajorGridlineStyle = LineStyle.Solid,
            MajorGridlineColor = Color(ChartColors.Grid),
            TickStyle = TickStyle.None,
            AxislineStyle = LineStyle.None,
            MinimumPadding = 0.08,
            MaximumPadding = 0.12,
            IntervalLength = 42,
            StringFormat = "#,##0.######",
        });
        return model;
    }

    private static void AddSchedule(PlotModel model, AssessmentPath path, double thickness)
    {
        if (path.Schedule.Count == 0)
            return;
        var line = new LineSeries { Color = Color(ChartColors.Schedule), StrokeThickness = thickness, LineStyle = LineStyle.Dash };
        line.Points.AddRange(path.Schedule.Select(corner => new DataPoint((double)corner.At, (double)corner.Value)));
        model.Series.Add(line);
    }

    private static void AddPoints(PlotModel model, AssessmentPath path, double thickness, double size)
    {
        if (path.Points.Count == 0)
            return;
        var line = new LineSeries
        {
            Color = Color(ChartColors.Actual),
            StrokeThickness = thickness,
            MarkerType = MarkerType.Circle,
            MarkerSize = size,
            MarkerFill = Color(ChartColors.Actual),
        };

        // What grows from the start of the plan starts there, whether or not anything was reported then.
        if (path.Quantity is PathQuantity.Total or PathQuantity.Change && path.Schedule is [var origin, ..] && origin.At < path.Points[0].At)
        {
            var first = new LineSeries { Color = Color(ChartColors.Actual), StrokeThickness = thickness };
            first.Points.Add(new DataPoint((double)origin.At, (double)origin.Value));
            first.Points.Add(new DataPoint((double)path.Points[0].At, (double)path.Points[0].Value));
            model.Series.Add(first);
        }
        else if (path is { Quantity: PathQuantity.Level, Baseline: { } baseline } && baseline.At < path.Points[0].At)
        {
            line.Points.Add(new DataPoint((double)baseline.At, (double)baseline.Value));
        }

        line.Points.AddRange(path.Points.Select(point => new DataPoint((double)point.At, (double)point.Value)));
        model.Series.Add(line);
    }

    /// <summary>A dotted line from the latest figure to the value projected, with its range as a bar.</summary>
    private static void AddProjection(PlotModel model, AssessmentPath path, Projection projection, double at)
    {
        var range = new LineSeries { Color = Color(ChartColors.Projection), StrokeThickness = 5 };
        range.Points.Add(new DataPoint(at, (double)projection.Low));
        range.Points.Add(new DataPoint(at, (double)projection.High));
        range.Color = OxyColor.FromAColor(90, Color(ChartColors.Projection));
        model.Series.Add(range);
        var line = new LineSeries { Color = Color(ChartColors.Projection), StrokeThickness = 1.5, LineStyle = LineStyle.Dot };
        if (path.Quantity != PathQuantity.Rate && path.Points is [.., var last])
            line.Points.Add(new DataPoint((double)last.At, (double)last.Value));
        line.Points.Add(new DataPoint(at, (double)projection.Value));
        line.MarkerType = MarkerType.Circle;
        line.MarkerSize = 2.5;
        line.MarkerFill = Color(ChartColors.Projection);
        model.Series.Add(line);
    }

    private static void AddMark(PlotModel model, LinePoint point, MarkerType type, string color, double size)
    {
        var mark = new ScatterSeries
        {
            MarkerType = type,
            MarkerSize = size,
            MarkerFill = type == MarkerType.Square ? OxyColors.White : Color(color),
            MarkerStroke = Color(color),
            MarkerStrokeThickness = 1.5,
        };
        mark.Points.Add(new ScatterPoint((double)point.At, (double)point.Value));
        model.Series.Add(mark);
    }

    private static OxyColor Color(string hex) => OxyColor.Parse("#" + hex);
}
