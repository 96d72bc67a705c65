using System.Globalization;
namespace OrdosPipeline.Core.Validation.Rules.Row;

internal sealed class PeriodInFuture() : Rule<PeriodSubject>(
    FindingCodes.PeriodInFuture,
    Severity.Error,
    "期间还没有结束",
    "Period not ended yet",
    "{where}的期间“{found}”到{asof}还没有结束，不能报送。请核对年份和月份；如果没有写错，请等该期间结束后再报送。",
    "{where}: the period “{found}” had not ended by {asof}. Check year and month; if they are right, report it when the period has ended.")
{
    internal override Fault? Find(PeriodSubject subject, CheckContext context) => subject.Period.IsRead && subject.Period.Period.LastDay > context.AsOf
            ? new Fault(subject.At, new Detail("asof", context.AsOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)))
            : null;
}
