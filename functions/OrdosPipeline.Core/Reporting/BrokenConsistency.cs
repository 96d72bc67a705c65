using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Plan.Consistency;
using OrdosPipeline.Core.Progress;

namespace OrdosPipeline.Core.Reporting;

/// <summary>A relation between series that the quarter's values do not keep.</summary>
/// <param name="Rule">Id of the rule.</param>
/// <param name="Region">GB/T 2260 code.</param>
/// <param name="Period">In which the values do not agree.</param>
/// <param name="Indicators">Ids of the indicators that it is about.</param>
/// <param name="Message">What does not agree, in Chinese.</param>
/// <param name="MessageEn">In English.</param>
public sealed record BrokenConsistency(
    string Rule, string Region, Period Period, IReadOnlyList<string> Indicators, string Message, string MessageEn)
{
    /// <summary>Says of a broken rule what does not agree, with the numbers.</summary>
    public static BrokenConsistency Of(BrokenRule broken)
    {
        ArgumentNullException.ThrowIfNull(broken);
        var rule = broken.Rule;
        var sides = $"{rule.Formula} ({rule.Left.Filled(ValueOf)} / {rule.Right.Filled(ValueOf)})";
        return new(
            rule.Id, broken.Region, broken.Period, [.. rule.Operands.Select(operand => operand.Indicator).Distinct()],
            $"{rule.Text}，实际不符：{broken.Period}，{sides}", $"{rule.TextEn}, but in {broken.Period} they do not: {sides}");

        decimal? ValueOf(ConsistencyOperand operand) =>
            broken.Observations.FirstOrDefault(known => known.Key.Indicator == operand.Indicator && known.Key.Region == (operand.Region ?? broken.Region))?.Value;
    }
}
