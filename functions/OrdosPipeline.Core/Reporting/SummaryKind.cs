using OrdosPipeline.Core.Plan;

namespace OrdosPipeline.Core.Reporting;

/// <summary>What a summary is besides the monitoring of its quarter. All are made by the same engine; their wording differs.</summary>
public enum SummaryKind
{
    /// <summary>季度监测</summary>
    Quarterly,

    /// <summary>年度评价: of every fourth quarter.</summary>
    Annual,

    /// <summary>中期评估: of the quarter that ends the first half of the plan.</summary>
    MidTerm,

    /// <summary>总结评估: of the plan's last quarter. Targets are achieved or not; the schedule no longer matters.</summary>
    Final,
}

public static class SummaryKinds
{
    /// <summary>Follows from the plan's years alone: of 2021–2025, 2025Q4 is final, 2023Q2 mid-term, the other fourth quarters annual.</summary>
    public static SummaryKind Of(PlanYears years, ReportingQuarter quarter)
    {
        var quarters = (years.Last - years.First + 1) * 4;
        var number = (quarter.Year - years.First) * 4 + quarter.Number;
        return number == quarters ? SummaryKind.Final
            : number == quarters / 2 ? SummaryKind.MidTerm
            : quarter.Number == 4 ? SummaryKind.Annual
            : SummaryKind.Quarterly;
    }

    /// <summary>The code in JSON, such as <c>mid-term</c>.</summary>
    public static string Code(this SummaryKind kind) => kind switch
    {
        SummaryKind.MidTerm => "mid-term",
        _ => kind.ToString().ToLowerInvariant(),
    };
}
