namespace OrdosPipeline.Core.Intake;

/// <summary>What a column of a table holds.</summary>
public enum ColumnRole
{
    /// <summary>Something that the system does not use.</summary>
    Unknown,

    /// <summary>序号: known, and of no use.</summary>
    Serial,
    IndicatorCode,
    IndicatorName,
    Region,
    Period,
    Value,
    Unit,
    Remark,
    ProjectCode,
    ProjectName,
    State,
    Progress,
    Investment,

    /// <summary>完成量, of the physical works.</summary>
    Quantity,

    /// <summary>Which physical works a quantity is of.</summary>
    QuantityName,

    /// <summary>存在问题</summary>
    Problem,

    /// <summary>What a template shows beside the cells to fill in: known, and never a report.</summary>
    Reference,
}
