using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Reporting;

namespace OrdosPipeline.Core.Tests.Reporting;

/// <summary>The figures that a version changes of the one published before it.</summary>
public class SummaryComparisonTests
{
    [Fact]
    public async Task Each_changed_figure_stands_with_old_and_new_and_its_cause()
    {
        var then = await SummaryRows.OfAsync(SampleSummary.Of("2023Q4"), CancellationToken.None);
        var now = await SummaryRows.OfAsync(
            SampleSummary.Of("2023Q4", [.. SampleSummary.Observations.Where(value => value.Key.Indicator != "H09"), SampleSummary.Observation("H09", "2023", 4.6m)]), CancellationToken.None);

        var differences = SummaryComparison.Between(Head(), then, now, row => new([$"because of {row.Id}"], []));

        Assert.Equal((2, DateTimeOffset.UnixEpoch), (differences.Version, differences.AsOf));
        Assert.Equal(
            [
                ("H09", "Status", "held", "breached"), ("H09", "Value", "3.1", "4.6"), ("H09", "Margin", "1.4", "-0.1"),
                ("T227", "Status", "held", "breached"), ("T227", "Value", "3.1", "4.6"), ("T227", "Margin", "1.4", "-0.1"),
            ],
            differences.Changes.Select(change => (change.Id, change.Column, change.Old, change.New)));
        Assert.All(differences.Changes, change => Assert.Equal([$"because of {change.Id}"], change.Submissions));
        Assert.All(differences.Changes, change => Assert.Equal("城镇登记失业率", change.Name[..7]));
    }

    [Fact]
    public async Task A_row_that_is_gone_or_new_is_a_change_of_each_of_its_figures()
    {
        var with = await SummaryRows.OfAsync(SampleSummary.Of("2023Q4"), CancellationToken.None);
        var without = await SummaryRows.OfAsync(SampleSummary.Of("2023Q4", decisions: []), CancellationToken.None);

        var gone = SummaryComparison.Between(Head(), with, without, _ => FigureCauses.None).Changes;
        Assert.Contains(gone, change => change is { Kind: "region", Id: "H17.150602", Column: "Value", Old: "92.5", New: null });
        Assert.Contains(SummaryComparison.Between(Head(), without, with, _ => FigureCauses.None).Changes, change => change is { Id: "H17.150602", Column: "Value", Old: null, New: "92.5" });
        Assert.Contains(gone, change => change is { Kind: "indicator", Id: "H23", Column: "Target", Old: "20", New: "16" });
        Assert.Empty(SummaryComparison.Between(Head(), with, with, _ => FigureCauses.None).Changes);
    }

    [Fact]
    public void Every_figure_is_a_column() =>
        Assert.All(SummaryColumns.Figures, name => Assert.Contains(SummaryColumns.All, column => column.Name == name));

    private static SummaryHead Head() => new()
    {
        Plan = "ordos-14",
        Quarter = new ReportingQuarter(2023, 4),
        Version = 2,
        State = SummaryState.Published,
        Inputs = "",
        AsOf = DateTimeOffset.UnixEpoch,
    };
}
