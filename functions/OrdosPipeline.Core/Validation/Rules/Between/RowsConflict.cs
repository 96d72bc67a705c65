namespace OrdosPipeline.Core.Validation.Rules.Between;

internal sealed class RowsConflict() : Rule<RepeatSubject>(
    FindingCodes.RowsConflict,
    Severity.Error,
    "同一数据前后不一",
    "Rows contradict each other",
    "{where}与{other}都是{subject}，但{differences}。请只保留正确的一个。",
    "{where} and {other} are both about {subject} but differ: {differences}. Keep the right one only.")
{
    private const int MostNamed = 3;

    internal override Fault? Find(RepeatSubject subject, CheckContext context) => subject.Differences.Count > 0 ? Repeats.Fault(subject, Differences(subject)) : null;

    private static Detail Differences(RepeatSubject subject)
    {
        var named = subject.Differences.Take(MostNamed).Select(difference => (
            (difference.Own ?? difference.Other)!.Name, (difference.Own ?? difference.Other)!.NameEn, Own: difference.Own?.Text, Other: difference.Other?.Text)).ToList();
        return new Detail(
            "differences",
            string.Join("，", named.Select(difference => $"{difference.Name}不同（{Quoted(difference.Own, "未填")}和{Quoted(difference.Other, "未填")}）")),
            string.Join("; ", named.Select(difference => $"{difference.NameEn} {Quoted(difference.Own, "blank")} and {Quoted(difference.Other, "blank")}")));
    }

    private static string Quoted(string? text, string blank) => text is null ? blank : $"“{text}”";
}
