using Azure.Data.Tables;
using OrdosPipeline.Core.Normalisation;
using OrdosPipeline.Core.Plan;

namespace OrdosPipeline.Storage;

/// <summary>How <see cref="RevisedRows{T}"/> keeps one kind of row: its keys, its entities, and when two uploads say the same.</summary>
/// <param name="plans">Where names beside codes come from.</param>
internal abstract class RevisedRowForm<T>(PlanLibrary plans)
{
    protected PlanLibrary Plans { get; } = plans;

    public abstract Origin OriginOf(T row);

    public abstract string Partition(T row);

    public abstract string CurrentKey(T row);

    public abstract string HistoryKey(T row);

    /// <summary>Whether the later of two rows of one key revises nothing.</summary>
    public abstract bool SayTheSame(T earlier, T later);

    public abstract TableEntity Current(T row, int revision);

    public abstract TableEntity History(T row);

    /// <summary>The row of an entity of either table.</summary>
    public abstract T Read(TableEntity entity);

    protected TableRow SetOrigin(TableRow row, Origin origin) => row
        .Set("Submission", origin.Submission)
        .Set("ReportedBy", origin.ReportedBy.Length == 0 ? null : origin.ReportedBy)
        .Set("ReportedByName", Name(origin.ReportedBy))
        .Set("Path", origin.Path.Length == 0 ? null : origin.Path)
        .Set("UploadedAt", origin.UploadedAt)
        .Set("Sheet", origin.Sheet)
        .Set("Cell", origin.Cell)
        .Set("Text", origin.Text);

    /// <summary>The Chinese name of a department of the plan's.</summary>
    protected string? Name(string? department) => department is null ? null : Plans.DepartmentName(department);

    protected static Origin ReadOrigin(TableEntity entity) => new(
        TableRow.Text(entity, "Submission"),
        TableRow.Instant(entity, "UploadedAt"),
        entity.GetString("Sheet"),
        TableRow.Text(entity, "Cell"),
        TableRow.Text(entity, "Text"))
    {
        Path = TableRow.Text(entity, "Path"),
        ReportedBy = TableRow.Text(entity, "ReportedBy"),
    };
}
