using OrdosPipeline.Core.Plan;

namespace OrdosPipeline.Core.Reporting;

/// <summary>A relation between series that the quarter's values do not keep.</summary>
/// <param name="Rule">Id of the rule.</param>
/// <param name="Region">GB/T 2260 code.</param>
/// <param name="Period">In which the values do not agree.</param>
/// <param name="Indicators">Ids of the indicators that it is about.</param>
/// <param name="Message">What does not agree, in Chinese.</param>
/// <param name="MessageEn">In English.</param>
public sealed record BrokenConsistency(
    string Rule, string Region, Period Period, IReadOnlyList<string> Indicators, string Message, string MessageEn);
