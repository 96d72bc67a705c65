namespace OrdosPipeline.Core.Intake;

/// <summary>Why a row that is not blank was not read as a row of values.</summary>
public enum SkipReason
{
    /// <summary>What stands above a table and is neither key line nor note.</summary>
    Title,

    /// <summary>填报单位：, 报告期：, 单位：.</summary>
    KeyLine,

    /// <summary>注：, 附件, 数据来源：.</summary>
    Note,

    /// <summary>填表人：, 审核人：, 联系电话：.</summary>
    Signature,

    /// <summary>A name that is no indicator's and no project's, without values.</summary>
    Heading,

    /// <summary>An indicator or project of the plan, without values.</summary>
    NotReported,

    /// <summary>Neither name nor value.</summary>
    NothingToRead,

    /// <summary>合计 and 总计 among the names.</summary>
    Total,

    /// <summary>The table lacks a column without which no row can be used.</summary>
    ColumnMissing,
}

/// <param name="At">The first cell of the row with words, else with anything; of a transposed table, the row is a column of the sheet.</param>
/// <param name="Reason">Why it was skipped.</param>
/// <param name="Text">What a person sees in that cell.</param>
public sealed record SkippedRow(CellAddress At, SkipReason Reason, string Text);
