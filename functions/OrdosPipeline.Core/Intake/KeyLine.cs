using System.Text.RegularExpressions;
using OrdosPipeline.Core.Plan;

namespace OrdosPipeline.Core.Intake;

public enum KeyLineKind
{
    /// <summary>填报单位</summary>
    Department,

    /// <summary>报告期</summary>
    Period,

    /// <summary>单位：亿元</summary>
    Unit,

    /// <summary>地区</summary>
    Region,

    /// <summary>指标：固定资产投资, for a table without a column of names.</summary>
    Indicator,

    /// <summary>填表人, 联系电话 and the like: known, and of no use.</summary>
    Other,
}

/// <summary>A line above a table that says something about all its rows.</summary>
/// <param name="Kind">What it says.</param>
/// <param name="Value">What stands behind the colon.</param>
/// <param name="Address">The cell of the value.</param>
public sealed partial record KeyLine(KeyLineKind Kind, string Value, CellAddress Address)
{
    private const int LongestCell = 300;

    /// <summary>Whether <paramref name="text"/> begins as notes and signatures do.</summary>
    public static bool IsNote(string text) => text.Length > 0 && Note().IsMatch(CompactText.Of(text.Length > 60 ? text[..60] : text));

    /// <summary>Whether <paramref name="text"/> begins as the line does in which people sign for a table.</summary>
    internal static bool IsSignature(string text) => text.Length > 0 && Signature().IsMatch(CompactText.Of(text.Length > 60 ? text[..60] : text));

    /// <summary>Whether <paramref name="text"/> begins with a key and a colon.</summary>
    internal static bool IsKeyLine(string text) => text.Length <= LongestCell && Key().Match(CompactSpaced(text)) is { Success: true, Index: <= 1 };

    /// <summary>The key lines in one row, each in a cell of its own, several in one cell, or key and value in two cells.</summary>
    internal static IEnumerable<KeyLine> In(Grid grid, SheetRow row)
    {
        if (Pair(grid, row) is { } pair)
        {
            yield return pair;
            yield break;
        }

        for (var column = 1; column <= row.Cells.Count; column++)
        {
            var cell = row.At(column);
            if (cell.Kind != CellKind.Text || cell.Text.Length > LongestCell)
                continue;
            var text = CompactSpaced(cell.Text);
            var matches = Key().Matches(text);
            for (var index = 0; index < matches.Count; index++)
            {
                var start = matches[index].Index + matches[index].Length;
                var end = index + 1 < matches.Count ? matches[index + 1].Index : text.Length;
                var value = text[start..end].Trim(' ', ';', '；', ',', '，', '、', '。', '|');
                if (!Balanced().IsMatch(value))
                    value = value.Trim(' ', '(', ')', '[', ']', ',', '，');
                var at = column;
                if (value.Length == 0 && index == matches.Count - 1)
                {
                    // The value stands in the next cell, unless that has a key of its own.
                    at = column + 1;
                    while (at <= row.Cells.Count && row.At(at).IsBlank)
                        at++;
                    var next = row.At(at);
                    value = next.Kind == CellKind.Text && Key().IsMatch(CompactSpaced(next.Text)) ? "" : next.Text.Trim();
                }

                if (value.Length > 0)
                    yield return new KeyLine(matches[index].Groups[2].Success ? KeyLineKind.Department : KindOf(matches[index].Groups[1].Value), value, grid.Address(row.Number, at));
            }
        }
    }

    // 报告期 and its value in two cells of a row of their own, without a colon.
    private static KeyLine? Pair(Grid grid, SheetRow row)
    {
        var filled = Enumerable.Range(1, row.Cells.Count).Where(column => !row.At(column).IsBlank).Take(3).ToList();
        if (filled.Count != 2 || row.At(filled[0]) is not { Kind: CellKind.Text, Text.Length: <= 8 } key)
            return null;
        KeyLineKind? kind = CompactText.Of(key.Text) switch
        {
            "报告期" or "报告期别" or "统计期" or "统计期间" or "数据期间" or "报送期" or "填报期" => KeyLineKind.Period,
            "填报单位" or "报送单位" or "填报部门" or "报送部门" or "上报单位" => KeyLineKind.Department,
            "单位" or "计量单位" or "金额单位" => KeyLineKind.Unit,
            _ => null,
        };
        if (kind == KeyLineKind.Period && PeriodText.Read(row.At(filled[1])).Outcome is not (PeriodOutcome.Read or PeriodOutcome.YearMissing))
            return null;
        return kind is { } known ? new KeyLine(known, row.At(filled[1]).Text.Trim(), grid.Address(row.Number, filled[1])) : null;
    }

    // Blanks within a key go (单 位：), a blank between two key lines stays.
    private static string CompactSpaced(string text) => KeyBlanks().Replace(CompactText.HalfWidth(text), "").Replace('\n', ' ').Replace('\r', ' ');

    private static KeyLineKind KindOf(string key) => key switch
    {
        "单位" or "计量单位" or "数值单位" or "金额单位" => KeyLineKind.Unit,
        "指标" or "指标名称" or "统计指标" => KeyLineKind.Indicator,
        "地区" or "区域" or "所属地区" or "填报地区" => KeyLineKind.Region,
        _ when key.EndsWith("单位", StringComparison.Ordinal) || key.EndsWith("部门", StringComparison.Ordinal) => KeyLineKind.Department,
        _ when key.Contains("日期", StringComparison.Ordinal) || key.Contains("填报时间", StringComparison.Ordinal) || key.Contains("填表", StringComparison.Ordinal)
            || key.EndsWith('人') || key.Contains("电话", StringComparison.Ordinal) || key.Contains("负责", StringComparison.Ordinal) => KeyLineKind.Other,
        _ => KeyLineKind.Period,
    };

    [GeneratedRegex(@"(?<![\u4e00-\u9fff])((?:填报|报送|上报|制表|编制|报告|填表|汇总|提供)(?:单位|部门)|(?:计量|数值|金额)?单位|报告期别?|统计期间?|数据期间?|所属期间?|报送期|填报期|期间|统计时间|数据时间|报告时间|指标名称|统计指标|指标|所属地区|填报地区|地区|区域|(?:填报|报出|报送|制表|上报)(?:日期|时间)|填表人|填报人|审核人|制表人|负责人|单位负责人|统计负责人|联系人|联系电话|电话)\s*(\((?:加盖)?(?:盖章|公章|签章|章)\)\s*)?:", RegexOptions.CultureInvariant)]
    private static partial Regex Key();

    [GeneratedRegex(@"(?<=(?:^|[^\u4e00-\u9fff])单)[ \t]+(?=位[ \t]*:)", RegexOptions.CultureInvariant)]
    private static partial Regex KeyBlanks();

    [GeneratedRegex(@"^(?:注[0-9]?[:.、]|备注[:]|说明[:]|填表说明|填报说明|注释|附注|附件|附表|数据来源[:]|资料来源[:]|填表人|填报人|审核人|制表人|复核人|负责人|单位负责人|统计负责人|分管领导|联系人|联系电话|电话[:]|填报日期|报出日期|填表日期|制表日期|填报时间|报送时间|填报单位[:(]|(?:\(?盖章\)?))", RegexOptions.CultureInvariant)]
    private static partial Regex Note();

    [GeneratedRegex(@"^(?:填表人|填报人|审核人|制表人|复核人|负责人|单位负责人|统计负责人|分管领导|联系人|联系电话|电话[:]|(?:填报|报出|填表|制表)日期|(?:填报|报送)时间|\(?盖章\)?)", RegexOptions.CultureInvariant)]
    private static partial Regex Signature();

    // 固定资产投资(亿元) keeps its brackets, 亿元) of a line that stands in brackets as a whole does not.
    [GeneratedRegex(@"^[^()\[\]]+\([^()\[\]]+\)$", RegexOptions.CultureInvariant)]
    private static partial Regex Balanced();
}
