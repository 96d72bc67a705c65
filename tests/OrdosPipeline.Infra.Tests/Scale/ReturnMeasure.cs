using OrdosPipeline.Core.Stores;
using OrdosPipeline.Infra.Tests.Roles;
using OrdosPipeline.Testing;

namespace OrdosPipeline.Infra.Tests.Scale;

/// <summary>What one return costs in requests, counted while the real flows run over Azurite.</summary>
/// <param name="Values">In the return.</param>
/// <param name="BlobReads">Requests that read, list or look at blobs.</param>
/// <param name="BlobWrites">Requests that write blobs.</param>
/// <param name="TableRequests">Requests to tables; a batch is one.</param>
/// <param name="RowsWritten">Rows written, by table; a row that is written twice counts twice.</param>
internal sealed record ReturnMeasure(int Values, int BlobReads, int BlobWrites, int TableRequests, IReadOnlyDictionary<string, int> RowsWritten)
{
    public const int StandardValues = 100;

    private static readonly Lazy<Task<ReturnMeasure>> Measured = new(MeasureAsync);

    public int LedgerRows => RowsWritten.GetValueOrDefault(TableNames.Submissions);

    /// <summary>A first return of <see cref="StandardValues"/> values, checked and applied.</summary>
    public static Task<ReturnMeasure> StandardAsync() => Measured.Value;

    private static async Task<ReturnMeasure> MeasureAsync()
    {
        await using var system = await RecordedSystem.CreateAsync("functions", "plan");
        var path = await system.UploadAsync("statistics/a.csv", RecordedSystem.Return(TestPlan.Ordos14(), "statistics", StandardValues));
        await system.ProcessAsync(path);
        var operations = system.Recording.Operations.ToList();
        var rows = operations.Where(operation => operation.IsTable && operation.IsWrite).CountBy(operation => operation.On).ToDictionary(StringComparer.Ordinal);
        Assert.Equal(StandardValues, rows[TableNames.Observations]);
        Assert.Equal(StandardValues, rows[TableNames.ObservationHistory]);
        return new ReturnMeasure(
            StandardValues,
            operations.Count(operation => !operation.IsTable && !operation.IsWrite),
            operations.Count(operation => !operation.IsTable && operation.IsWrite),
            operations.Where(operation => operation.IsTable).Select(operation => operation.Request).Distinct().Count(),
            rows);
    }
}
