namespace OrdosPipeline.Core.Plan;

/// <summary>
/// 一票否决: an indicator whose failure alone fails a performance assessment, as <c>vetoes.csv</c> states it.
/// </summary>
/// <param name="Indicator">Id.</param>
/// <param name="Name">What is vetoed by it, such as 能耗双控.</param>
/// <param name="NameEn">In English.</param>
/// <param name="Quote">The clause of the plan.</param>
public sealed record Veto(string Indicator, string Name, string NameEn, string Quote);
