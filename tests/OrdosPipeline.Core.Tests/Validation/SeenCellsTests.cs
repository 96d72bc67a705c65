using CsCheck;
using OrdosPipeline.Core.Intake;
using OrdosPipeline.Core.Validation;

namespace OrdosPipeline.Core.Tests.Validation;

public sealed class SeenCellsTests
{
    [Fact]
    public void A_cell_is_new_once_for_each_code_and_sheet() =>
        Gen.Select(Gen.Int[0, 1], Gen.Int[-1, 1], Gen.Int[1, 300], Gen.Int[1, 3]).Array[1, 200].Sample(adds =>
        {
            var (seen, known) = (new SeenCells(), new HashSet<(int, int, int, int)>());
            Assert.All(adds, add => Assert.Equal(known.Add(add), seen.Add(add.Item1 == 0 ? "a" : "b", add.Item2, new CellAddress(add.Item3, add.Item4))));
        });
}
