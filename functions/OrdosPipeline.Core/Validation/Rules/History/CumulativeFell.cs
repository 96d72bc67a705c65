using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Validation.History;

namespace OrdosPipeline.Core.Validation.Rules.History;

/// <summary>What only adds up cannot become less: a flow within a year, a running total over the plan.</summary>
internal sealed class CumulativeFell() : Rule<SeriesSubject>(
    FindingCodes.CumulativeFell,
    Severity.Warning,
    "累计数减少",
    "Cumulative value fell",
    "{where}的“{found}”是累计数，{relation}（{other}，{from}），累计数不应减少。请核对；如属核减等情况可不改，建议在备注中说明。",
    "{where}: “{found}” is a cumulative value and {relation} ({other}, {from}); such a value does not fall. Check it; leave it if it was corrected downwards, and say so in the remark.")
{
    internal override Fault? Find(SeriesSubject subject, CheckContext context)
    {
        var (item, indicator) = (subject.Item, subject.Item.Indicator);
        if (subject.Series is not { } series || item.Value is not { } value || !OnlyAddsUp(indicator) || !IsCumulative(item.Period, indicator.Measure))
            return null;
        var comparable = series.Known.Where(known =>
            IsCumulative(known.Period, indicator.Measure) && (indicator.Measure == Measure.Count || known.Period.Year == item.Period.Year)).ToList();
        if (comparable.LastOrDefault(known => known.Period < item.Period) is { Period.Year: > 0 } previous && previous.Value > value)
            return Fault(item, previous, "小于", "less than");
        // Where both stand in the file, the later one is to blame.
        if (comparable.FirstOrDefault(known => known.Period > item.Period && known.From is not null) is { Period.Year: > 0 } next && next.Value < value)
            return Fault(item, next, "大于", "more than");
        return null;
    }

    private static bool OnlyAddsUp(Indicator indicator) => indicator.Measure == Measure.Count || indicator is { Measure: Measure.Flow, PlausibleMin: >= 0 };

    private static bool IsCumulative(Period period, Measure measure) => measure == Measure.Count || period.StartsInJanuary;

    private static Fault Fault(ValueItem item, KnownValue other, string chinese, string english)
    {
        var months = HistoryText.Months(other.Period, item.Indicator.Measure);
        return new Fault(
            item.Amount.Cell,
            new Detail("relation", $"{chinese}{months}的累计数", $"{english} that of {months}"),
            new Detail("other", HistoryText.Value(other.Value, item.Indicator)),
            other.From is { } upload
                ? new Detail("from", $"见{upload.Day}上传的“{upload.FileName}”", $"in “{upload.FileName}” of {upload.Day}")
                : new Detail("from", "见本文件", "in this file"));
    }
}
