using Azure.Data.Tables;
using OrdosPipeline.Core.Normalisation;
using OrdosPipeline.Core.Plan;

namespace OrdosPipeline.Storage;

/// <summary>Project reports as rows of ProjectReports and ProjectReportHistory.</summary>
internal sealed class ProjectReportForm(PlanLibrary plans) : RevisedRowForm<ProjectReport>(plans)
{
    /// <summary>
    /// An entity has at most 252 properties beside its keys and Timestamp. 23 other columns of at most two properties make
    /// 46, and a quantity has three: 46 + 3 · 68 = 250.
    /// </summary>
    public const int MostQuantities = 68;

    public override Origin OriginOf(ProjectReport row) => row.Origin;

    public override string Partition(ProjectReport row) => TableKeys.ProjectPartition(row.Key.Plan, row.Key.Project);

    public override string CurrentKey(ProjectReport row) => TableKeys.ProjectRow(row.Key.Period);

    public override string HistoryKey(ProjectReport row) => TableKeys.ProjectHistoryRow(row.Key.Period, row.Origin);

    public override bool SayTheSame(ProjectReport earlier, ProjectReport later) =>
        earlier.State == later.State
        && earlier.Progress == later.Progress
        && earlier.Investment == later.Investment
        && TableRow.Limit(earlier.Remark) == TableRow.Limit(later.Remark)
        && earlier.Quantities.Count == later.Quantities.Count
        && earlier.Quantities.All(quantity => later.Quantities.TryGetValue(quantity.Key, out var value) && value == quantity.Value);

    public override TableEntity Current(ProjectReport row, int revision) =>
        Fill(new TableRow(TableDefinitions.ProjectReports, Partition(row), CurrentKey(row)), row).Set("Revision", revision).Entity;

    public override TableEntity History(ProjectReport row) =>
        Fill(new TableRow(TableDefinitions.ProjectReportHistory, Partition(row), HistoryKey(row)), row).Entity;

    public override ProjectReport Read(TableEntity entity) => new()
    {
        Key = new(TableRow.Text(entity, "Plan"), TableRow.Text(entity, "Project"), Period.Parse(TableRow.Text(entity, "Period"))),
        State = Words<ProjectState>.ParseOptional(entity.GetString("State")),
        Progress = TableRow.Number(entity, "Progress"),
        Investment = TableRow.Number(entity, "Investment"),
        Quantities = Enumerable.Range(1, MostQuantities)
            .Select(number => (Number: number, Value: TableRow.Number(entity, $"Quantity{number}")))
            .Where(quantity => quantity.Value is not null)
            .ToDictionary(quantity => quantity.Number, quantity => quantity.Value!.Value),
        Remark = TableRow.Text(entity, "Remark"),
        Origin = ReadOrigin(entity),
    };

    private TableRow Fill(TableRow entity, ProjectReport row)
    {
        var project = Plans.Find(row.Key.Plan)?.FindProject(row.Key.Project);
        entity
            .Set("Plan", row.Key.Plan)
            .Set("Project", row.Key.Project)
            .Set("ProjectName", project?.Name)
            .Set("Department", project?.Department)
            .Set("DepartmentName", Name(project?.Department))
            .Set("Part", project?.Part)
            .Set("Period", row.Key.Period.ToString())
            .Set("Year", row.Key.Period.Year)
            .Set("Quarter", row.Key.Period.EndQuarter.ToString())
            .Set("State", Words<ProjectState>.Of(row.State))
            .Set("Progress", row.Progress)
            .Set("Investment", row.Investment)
            .Set("Remark", row.Remark);
        foreach (var (number, value) in row.Quantities)
        {
            if (number is < 1 or > MostQuantities)
                throw new InvalidOperationException($"Quantity {number} of project {row.Key.Project} has no column: a row holds quantities 1 to {MostQuantities}.");
            var quantity = project?.Quantities.FirstOrDefault(quantity => quantity.Sequence == number);
            entity.Set($"Quantity{number}", value).Set($"QuantityName{number}", quantity is null ? null : $"{quantity.Name}（{quantity.Unit}）");
        }

        return SetOrigin(entity, row.Origin);
    }
}
