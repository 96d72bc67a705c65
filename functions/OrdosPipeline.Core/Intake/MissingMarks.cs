using System.Collections.Frozen;

namespace OrdosPipeline.Core.Intake;

/// <summary>What departments write for a value that they do not have. It is not reported; it is not zero.</summary>
internal static class MissingMarks
{
    private static readonly FrozenSet<string> Words = new[]
    {
        "无", "暂无", "无数据", "暂无数据", "暂缺", "缺", "未统计", "暂未统计", "N/A", "NA", "N.A.", "N.A", "NULL", "NONE", "NIL",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <param name="compact">Without blanks, in half width and upper case.</param>
    public static bool IsMissing(string compact)
    {
        if (compact.Length == 0)
            return false;
        foreach (var c in compact)
        {
            if (c is not ('-' or '‐' or '‑' or '‒' or '–' or '—' or '―' or '─' or '一' or '/' or '\\' or '.' or '…' or '*' or '−' or '⋯'))
                return Words.Contains(compact);
        }

        // A lone 一 is the number one, 一一 a pair of typed dashes; a lone full stop is a slip.
        return compact is not ("一" or "." or "*");
    }
}
