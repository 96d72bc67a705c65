using OrdosPipeline.Core;
using OrdosPipeline.Core.Intake;
using OrdosPipeline.Core.Progress;

namespace OrdosPipeline.Documents.Tests;

public class PipelineSettingsTests
{
    private static readonly string[] WholeNumbers =
        ["Intake:FileBytes", "Intake:UnpackedBytes", "Intake:ZipEntries", "Intake:Cells", "Intake:CellCharacters", "Completeness:DeadlineDays"];

    private static readonly string[] Numbers =
    [
        "Intake:CheckingSeconds", "Progress:AheadRatio", "Progress:OnScheduleRatio", "Progress:BehindRatio", "Progress:ApproximateTolerance",
        "Progress:StaleQuarterly", "Progress:StaleYearly", "Sweep:PatienceMinutes",
    ];

    public static TheoryData<string, string> Unusable
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var name in WholeNumbers.Concat(Numbers))
            {
                foreach (var text in new[] { "many", "-1", "0", "1,5", "1e3" })
                    data.Add(name, text);
            }

            foreach (var name in WholeNumbers)
                data.Add(name, "0.5");
            foreach (var name in new[] { "Intake:ZipEntries", "Intake:Cells", "Intake:CellCharacters", "Completeness:DeadlineDays" })
                data.Add(name, "4294967297");
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Unusable))]
    public void What_cannot_be_used_is_refused_by_name(string name, string text)
    {
        var exception = Assert.Throws<InvalidOperationException>(() => ReadAll(asked => asked == name ? text : null));
        Assert.Contains(name, exception.Message, StringComparison.Ordinal);
        Assert.Contains(text, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_not_set_keeps_its_default()
    {
        Assert.Equal((IntakeLimits.Default, ProgressSettings.Default, new CompletenessSettings(), new MissedSubmissionsOptions()), ReadAll(_ => null));
        Assert.Equal((IntakeLimits.Default, ProgressSettings.Default, new CompletenessSettings(), new MissedSubmissionsOptions()), ReadAll(_ => ""));
    }

    [Fact]
    public void Each_setting_reaches_its_own_place()
    {
        var given = WholeNumbers.Concat(Numbers).Select((name, index) => (name, Value: 30 - index)).ToDictionary(pair => pair.name, pair => pair.Value);
        var (limits, progress, completeness, sweep) = ReadAll(name => $"{given[name]}");
        Assert.Equal(new IntakeLimits { FileBytes = 30, UnpackedBytes = 29, ZipEntries = 28, Cells = 27, CellCharacters = 26, CheckingTime = TimeSpan.FromSeconds(24) }, limits);
        Assert.Equal(
            new ProgressSettings { AheadRatio = 23, OnScheduleRatio = 22, BehindRatio = 21, ApproximateTolerance = 20, StaleQuarterly = 19, StaleYearly = 18 },
            progress);
        Assert.Equal((25, TimeSpan.FromMinutes(17)), (completeness.DeadlineDays, sweep.Patience));
    }

    [Theory]
    [InlineData("Progress:AheadRatio", "0.9")]
    [InlineData("Progress:OnScheduleRatio", "1.06")]
    [InlineData("Progress:BehindRatio", "0.96")]
    public void Thresholds_that_do_not_descend_are_refused(string name, string text)
    {
        var exception = Assert.Throws<InvalidOperationException>(() => ReadAll(asked => asked == name ? text : null));
        Assert.Contains("must descend", exception.Message, StringComparison.Ordinal);
    }

    private static (IntakeLimits, ProgressSettings, CompletenessSettings, MissedSubmissionsOptions) ReadAll(Func<string, string?> setting) =>
        (PipelineSettings.IntakeLimits(setting), PipelineSettings.ProgressSettings(setting), PipelineSettings.CompletenessSettings(setting), PipelineSettings.Sweep(setting));
}
