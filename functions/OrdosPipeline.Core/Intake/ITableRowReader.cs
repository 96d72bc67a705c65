namespace OrdosPipeline.Core.Intake;

/// <summary>Takes the rows below one header, one after the other.</summary>
internal interface ITableRowReader
{
    /// <summary>Reads a row of the table, or notes why it holds nothing to read.</summary>
    void Read(SheetRow row);

    /// <summary>What was read.</summary>
    TableReading Table();
}
