using System.Collections.Frozen;
using OrdosPipeline.Core.Plan;

namespace OrdosPipeline.Core.Intake;

/// <summary>Reads the value of a yes/no indicator; yes is 1 and no is 0.</summary>
public static class YesNoText
{
    private static readonly FrozenDictionary<string, decimal> Words = Spellings(
        (1, ["是", "已完成", "完成", "达到", "已达到", "达标", "已达标", "已建成", "建成", "已实现", "实现", "已创建", "创建成功", "已建立", "√", "✓", "✔", "☑", "有", "对", "Y", "YES", "TRUE", "1"]),
        (0, ["否", "未完成", "没完成", "未达到", "未达标", "未建成", "未实现", "未创建", "未建立", "正在推进", "推进中", "×", "✗", "✘", "✕", "☒", "X", "没有", "不是", "N", "NO", "FALSE", "0"]));

    /// <summary>The value of <paramref name="cell"/>; the outcomes are those of a number without a unit.</summary>
    public static NumberReading Read(Cell cell)
    {
        switch (cell.Kind)
        {
            case CellKind.Blank:
                return NumberOutcome.Blank;
            case CellKind.Error:
                return NumberOutcome.FormulaError;
            case CellKind.Boolean:
                return new(NumberOutcome.Read, cell.Number);
            case CellKind.Number:
                return cell.Number is 0 or 1 && !cell.IsPercent ? new NumberReading(NumberOutcome.Read, cell.Number) : NumberOutcome.Unreadable;
            case CellKind.Text:
                var compact = CompactText.Of(cell.Text);
                if (Words.TryGetValue(compact, out var value))
                    return new(NumberOutcome.Read, value);
                if (compact is "撤回" or "(撤回)" or "【撤回】")
                    return NumberOutcome.Withdrawn;
                if (compact.Length > 0 && compact[0] == '#')
                    return NumberOutcome.FormulaError;
                return MissingMarks.IsMissing(compact) ? NumberOutcome.Missing : NumberOutcome.Unreadable;
            default:
                return NumberOutcome.Unreadable;
        }
    }

    private static FrozenDictionary<string, decimal> Spellings(params ReadOnlySpan<(decimal Value, string[] Words)> groups)
    {
        var spellings = new Dictionary<string, decimal>(StringComparer.Ordinal);
        foreach (var (value, words) in groups)
        {
            foreach (var word in words)
                spellings.Add(CompactText.Of(word), value);
        }

        return spellings.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
