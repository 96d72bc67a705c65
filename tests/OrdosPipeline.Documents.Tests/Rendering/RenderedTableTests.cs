using CsCheck;
using OrdosPipeline.Core.Normalisation;
using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Validation;
using OrdosPipeline.Documents.Tests.Reading;
using OrdosPipeline.Testing;

namespace OrdosPipeline.Documents.Tests.Rendering;

/// <summary>Whatever the layout, the format, the encoding and the decoration: what was reported is what is read.</summary>
public sealed class RenderedTableTests
{
    private static readonly PlanCatalogue Plan = TestPlan.Ordos14();
    private static readonly Indicator[] Indicators = [.. new[] { "H03", "H01", "H04", "T229", "H24", "H08" }.Select(id => Plan.FindIndicator(id)!)];
    private static readonly Region[] Regions = [.. Plan.Regions.Take(4)];

    /// <summary>Each ends on another day, so that no two are one for a stock.</summary>
    private static readonly Period[] Periods = [Period.FullYear(2022), Period.Quarter(2023, 1), Period.QuarterYearToDate(2023, 2), Period.QuarterYearToDate(2023, 3), Period.FullYear(2023)];

    // Of a table of indicators by regions by periods some cells are filled: 0 leaves one out.
    private static readonly Gen<List<Reported>> GenReported = Gen.Select(Gen.Int[1, 4], Gen.Int[1, 3], Gen.Int[1, 3], Gen.Int[0, 2], Gen.Int[0, 999].Array[36]).Select((indicators, regions, periods, start, values) =>
    {
        List<Reported> reported =
        [
            .. from indicator in Enumerable.Range(0, indicators)
               from region in Enumerable.Range(0, regions)
               from period in Enumerable.Range(0, periods)
               let value = values[(((indicator * regions) + region) * periods) + period]
               where value > 100
               select new Reported(Indicators[indicator + start], Regions[region], Periods[period + start], Value(Indicators[indicator + start], value)),
        ];
        return reported.Count > 0 ? reported : [new Reported(Indicators[start], Regions[0], Periods[start], Value(Indicators[start], 125))];
    });

    private static readonly Gen<Rendering> GenRendering = Gen.Select(
        Gen.Select(Gen.Int[0, 4], Gen.Int[0, 5], Gen.Int[0, 4], Gen.Int[0, 5], Gen.Int[0, 9], Gen.Int[0, 11], Gen.Int[0, 4]),
        Gen.Select(Gen.Bool, Gen.Bool, Gen.Bool, Gen.Bool, Gen.Bool, Gen.Bool, Gen.Bool)).Select((n, b) => new Rendering
        {
            Layout = (TableLayoutKind)n.Item1,
            Name = (NameForm)n.Item2,
            Unit = (UnitPlace)n.Item3,
            Value = (ValueForm)n.Item4,
            File = (FileForm)n.Item5,
            Spelling = n.Item6,
            ColumnShift = n.Item7,
            HasTitle = b.Item1,
            HasKeyLines = b.Item2,
            HasNotes = b.Item3,
            HasBlankRows = b.Item4,
            HasExtraColumns = b.Item5,
            LeavesOutRepeats = b.Item6,
            IsInSmallerUnit = b.Item7,
        });

    [Fact]
    public void A_table_in_any_layout_reads_back_to_the_same_observations() =>
        Gen.Select(GenReported, GenRendering).Sample(
            (reported, rendering) => Expected(reported) == Read(reported, rendering),
            iter: 3_000,
            print: t => $"{t.Item2}\n{TableRenderer.Render(t.Item2, t.Item1)}\nexpected\n{Expected(t.Item1)}\nread\n{Read(t.Item1, t.Item2)}");

    private static decimal Value(Indicator indicator, int number) => indicator.Unit.Symbol switch
    {
        "元" => 1_000 + (number * 21),
        "%" => number / 20m,
        _ => number * 1.25m,
    };

    private static string Expected(List<Reported> reported) =>
        Lines(reported.Select(value => (value.Indicator.Id, value.Region.Code, value.Period.KeyFor(value.Indicator.Measure).ToString(), value.Value)));

    /// <summary>The observations, and the findings that say that something was not understood.</summary>
    private static string Read(List<Reported> reported, Rendering rendering)
    {
        var file = TableFile.Write(TableRenderer.Render(rendering, reported), rendering.File);
        var submission = SheetBuilder.Check(WorkbookOpenerTests.Open(file), asOf: "2024-01-31");
        return string.Concat(submission.Findings.Where(finding => finding.Severity == Severity.Error).Select(finding => $"{finding.Code} {finding.Cell} {finding.Message}\n"))
            + Lines(Normaliser.Observations(submission, Plan).Select(o => (o.Key.Indicator, o.Key.Region, o.Key.Period.ToString(), o.Value!.Value)));
    }

    private static string Lines(IEnumerable<(string Indicator, string Region, string Period, decimal Value)> values) =>
        string.Join('\n', values.Select(value => FormattableString.Invariant($"{value.Indicator} {value.Region} {value.Period} {value.Value:0.############}")).Order(StringComparer.Ordinal));
}
