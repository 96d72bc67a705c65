using Azure.Data.Tables;
using OrdosPipeline.Core.Normalisation;
using OrdosPipeline.Core.Plan;

namespace OrdosPipeline.Storage;

/// <summary>Observations as rows of Observations and ObservationHistory. A withdrawal is a row without value.</summary>
internal sealed class ObservationForm(PlanLibrary plans) : RevisedRowForm<Observation>(plans)
{
    public const string Reported = "reported";
    public const string Withdrawn = "withdrawn";

    public override Origin OriginOf(Observation row) => row.Origin;

    public override string Partition(Observation row) => TableKeys.ObservationPartition(row.Key.Plan, row.Key.Indicator);

    public override string CurrentKey(Observation row) => TableKeys.ObservationRow(row.Key.Region, row.Key.Period);

    public override string HistoryKey(Observation row) => TableKeys.ObservationHistoryRow(row.Key.Region, row.Key.Period, row.Origin);

    public override bool SayTheSame(Observation earlier, Observation later) => earlier.Value == later.Value;

    public override TableEntity Current(Observation row, int revision) =>
        Fill(new TableRow(TableDefinitions.Observations, Partition(row), CurrentKey(row)), row).Set("Revision", revision).Entity;

    public override TableEntity History(Observation row) =>
        Fill(new TableRow(TableDefinitions.ObservationHistory, Partition(row), HistoryKey(row)), row).Entity;

    public override Observation Read(TableEntity entity) => new()
    {
        Key = new(
            TableRow.Text(entity, "Plan"),
            TableRow.Text(entity, "Indicator"),
            TableRow.Text(entity, "Region"),
            Period.Parse(TableRow.Text(entity, "Period"))),
        Value = TableRow.Number(entity, "Value"),
        Origin = ReadOrigin(entity),
        Remark = TableRow.Text(entity, "Remark"),
    };

    private TableRow Fill(TableRow entity, Observation row)
    {
        var plan = Plans.Find(row.Key.Plan);
        var indicator = plan?.FindIndicator(row.Key.Indicator);
        entity
            .Set("Plan", row.Key.Plan)
            .Set("Indicator", row.Key.Indicator)
            .Set("IndicatorName", indicator?.Name)
            .Set("Region", row.Key.Region)
            .Set("RegionName", plan?.FindRegion(row.Key.Region)?.Name)
            .Set("Period", row.Key.Period.ToString())
            .Set("Year", row.Key.Period.Year)
            .Set("Quarter", row.Key.Period.EndQuarter.ToString())
            .Set("Value", row.Value)
            .Set("Unit", indicator?.Unit.Symbol)
            .Set("State", row.IsWithdrawn ? Withdrawn : Reported)
            .Set("Department", indicator?.Department)
            .Set("DepartmentName", Name(indicator?.Department))
            .Set("Part", indicator?.Part)
            .Set("Attribute", Words<IndicatorAttribute>.Of(indicator?.Attribute))
            .Set("Remark", row.Remark);
        return SetOrigin(entity, row.Origin);
    }
}
