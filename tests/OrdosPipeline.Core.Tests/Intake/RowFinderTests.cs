using CsCheck;
using OrdosPipeline.Core.Intake;

namespace OrdosPipeline.Core.Tests.Intake;

public sealed class RowFinderTests
{
    [Fact]
    public void Rows_are_found_by_their_number_in_whatever_order_they_are_asked_for() =>
        Gen.Select(Gen.Int[1, 4].Array[0, 600], Gen.Int[0, 1_500].Array[1, 400]).Sample((gaps, asked) =>
        {
            var rows = Rows(gaps);
            var byNumber = rows.ToDictionary(row => row.Number);
            var finder = new RowFinder(rows);
            Assert.All(asked, number => Assert.Same(byNumber.GetValueOrDefault(number), finder.Find(number)));
        });

    [Fact]
    public void Going_down_looks_at_each_row_a_few_times_and_a_row_above_is_remembered()
    {
        var rows = new Counted(Rows([.. Enumerable.Repeat(2, 10_000)]));
        var finder = new RowFinder(rows);
        for (var number = 2; number <= 20_000; number += 2)
        {
            Assert.Equal(number, finder.Find(number)!.Number);
            // As of a name merged down the whole sheet.
            Assert.Equal(2, finder.Find(2)!.Number);
        }

        Assert.InRange(rows.Asked, 10_000, 80_000);
    }

    private static SheetRow[] Rows(int[] gaps)
    {
        var number = 0;
        return [.. gaps.Select(gap => new SheetRow(number += gap, []))];
    }

    private sealed class Counted(IReadOnlyList<SheetRow> rows) : IReadOnlyList<SheetRow>
    {
        public int Asked { get; private set; }

        public int Count => rows.Count;

        public SheetRow this[int index]
        {
            get
            {
                Asked++;
                return rows[index];
            }
        }

        public IEnumerator<SheetRow> GetEnumerator() => rows.GetEnumerator();

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
