using System.Globalization;
using OrdosPipeline.Core.Validation.History;

namespace OrdosPipeline.Core.Validation.Rules.History;

internal sealed class ValueFarFromTrend() : Rule<SeriesSubject>(
    FindingCodes.ValueFarFromTrend,
    Severity.Warning,
    "明显偏离趋势",
    "Far from the trend",
    "{where}的数值“{found}”明显偏离以往的变化：{basis}{change}，以往{points}次变化的中位数为{median}，稳健得分{score}，超过阈值{threshold}（偏差除以1.4826倍绝对中位差）。请核对；如无误可不改，建议在备注中说明原因。",
    "{where}: the value “{found}” is far from how the series changed before: {basis} {change}, the median of {points} earlier changes is {median}, the robust score {score} exceeds {threshold} (deviation by 1.4826 times the median absolute deviation). Check it; leave it if it is right, and say why in the remark.")
{
    internal override Fault? Find(SeriesSubject subject, CheckContext context)
    {
        var item = subject.Item;
        if (subject.Series is not { } series || item.Value is not { } value
            || Trend.Of(series, item.Indicator, item.Period, value, context.History.TrendPoints) is not { } trend || trend.Score <= context.History.TrendScore)
            return null;
        return new Fault(
            item.Amount.Cell,
            trend.IsYearOnYear ? new Detail("basis", "比上年同期", "on the same months of the year before") : new Detail("basis", "比上期", "on the period before"),
            new Detail("change", Text(trend.Change, trend)),
            new Detail("points", trend.Points.ToString(CultureInfo.InvariantCulture)),
            new Detail("median", Text(trend.Median, trend)),
            new Detail("score", trend.Score.ToString("0.0", CultureInfo.InvariantCulture)),
            new Detail("threshold", HistoryText.Number(context.History.TrendScore)));

        string Text(decimal change, Trend of) => of.IsRelative
            ? (change * 100).ToString("+0.#;-0.#;0", CultureInfo.InvariantCulture) + "%"
            : change.ToString("+0.####;-0.####;0", CultureInfo.InvariantCulture) + item.Indicator.Unit.Symbol;
    }
}
