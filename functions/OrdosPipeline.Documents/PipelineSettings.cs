using System.Globalization;
using OrdosPipeline.Core;
using OrdosPipeline.Core.Intake;
using OrdosPipeline.Core.Progress;

namespace OrdosPipeline.Documents;

/// <summary>Reads the settings of the pipelines; functions/README.md lists them. What is not set keeps its default.</summary>
internal static class PipelineSettings
{
    public static IntakeLimits IntakeLimits(Func<string, string?> setting) => new()
    {
        FileBytes = Number(setting, "Intake:FileBytes", Core.Intake.IntakeLimits.Default.FileBytes),
        UnpackedBytes = Number(setting, "Intake:UnpackedBytes", Core.Intake.IntakeLimits.Default.UnpackedBytes),
        ZipEntries = (int)Number(setting, "Intake:ZipEntries", Core.Intake.IntakeLimits.Default.ZipEntries),
        Cells = (int)Number(setting, "Intake:Cells", Core.Intake.IntakeLimits.Default.Cells),
        CellCharacters = (int)Number(setting, "Intake:CellCharacters", Core.Intake.IntakeLimits.Default.CellCharacters),
        CheckingTime = TimeSpan.FromSeconds((double)Number(setting, "Intake:CheckingSeconds", (decimal)Core.Intake.IntakeLimits.Default.CheckingTime.TotalSeconds)),
    };

    public static ProgressSettings ProgressSettings(Func<string, string?> setting) => new()
    {
        AheadRatio = Number(setting, "Progress:AheadRatio", Core.Progress.ProgressSettings.Default.AheadRatio),
        OnScheduleRatio = Number(setting, "Progress:OnScheduleRatio", Core.Progress.ProgressSettings.Default.OnScheduleRatio),
        BehindRatio = Number(setting, "Progress:BehindRatio", Core.Progress.ProgressSettings.Default.BehindRatio),
        ApproximateTolerance = Number(setting, "Progress:ApproximateTolerance", Core.Progress.ProgressSettings.Default.ApproximateTolerance),
        StaleQuarterly = Number(setting, "Progress:StaleQuarterly", Core.Progress.ProgressSettings.Default.StaleQuarterly),
        StaleYearly = Number(setting, "Progress:StaleYearly", Core.Progress.ProgressSettings.Default.StaleYearly),
    };

    public static CompletenessSettings CompletenessSettings(Func<string, string?> setting) => new()
    {
        DeadlineDays = (int)Number(setting, "Completeness:DeadlineDays", new CompletenessSettings().DeadlineDays),
    };

    public static MissedSubmissionsOptions Sweep(Func<string, string?> setting) => new()
    {
        Patience = TimeSpan.FromMinutes((double)Number(setting, "Sweep:PatienceMinutes", (decimal)new MissedSubmissionsOptions().Patience.TotalMinutes)),
    };

    private static long Number(Func<string, string?> setting, string name, long ifUnset) => decimal.ToInt64(Number(setting, name, (decimal)ifUnset));

    private static decimal Number(Func<string, string?> setting, string name, decimal ifUnset)
    {
        if (setting(name) is not { Length: > 0 } text)
            return ifUnset;
        return decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number > 0
            ? number
            : throw new InvalidOperationException($"The setting {name} must be a positive number, not '{text}'.");
    }
}
