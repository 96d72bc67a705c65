namespace OrdosPipeline.Core.Intake;

/// <summary>Takes the rows below one header, one after the other.</summary>
internal interface ITableRowReader
{
    /// <summary>Whether the row was one of the table: false for headings, notes and blank rows.</summary>
    bool Read(SheetRow row);

    /// <summary>What was read.</summary>
    TableReading Table();
}
