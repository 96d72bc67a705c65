using System.Globalization;
using OrdosPipeline.Core;
using OrdosPipeline.Core.Intake;
using OrdosPipeline.Core.Progress;
using OrdosPipeline.Core.Validation.History;

namespace OrdosPipeline.Documents;

/// <summary>Reads the settings of the pipelines; functions/README.md lists them. What is not set keeps its default.</summary>
internal static class PipelineSettings
{
    public static IntakeLimits IntakeLimits(Func<string, string?> setting) => new()
    {
        FileBytes = Whole(setting, "Intake:FileBytes", Core.Intake.IntakeLimits.Default.FileBytes, long.MaxValue),
        UnpackedBytes = Whole(setting, "Intake:UnpackedBytes", Core.Intake.IntakeLimits.Default.UnpackedBytes, long.MaxValue),
        ZipEntries = (int)Whole(setting, "Intake:ZipEntries", Core.Intake.IntakeLimits.Default.ZipEntries, int.MaxValue),
        Cells = (int)Whole(setting, "Intake:Cells", Core.Intake.IntakeLimits.Default.Cells, int.MaxValue),
        CellCharacters = (int)Whole(setting, "Intake:CellCharacters", Core.Intake.IntakeLimits.Default.CellCharacters, int.MaxValue),
        CheckingTime = TimeSpan.FromSeconds((double)Number(setting, "Intake:CheckingSeconds", (decimal)Core.Intake.IntakeLimits.Default.CheckingTime.TotalSeconds)),
    };

    public static HistorySettings HistorySettings(Func<string, string?> setting) => new()
    {
        TrendScore = Number(setting, "History:TrendScore", Core.Validation.History.HistorySettings.Default.TrendScore),
        TrendPoints = (int)Whole(setting, "History:TrendPoints", Core.Validation.History.HistorySettings.Default.TrendPoints, int.MaxValue),
    };

    public static ProgressSettings ProgressSettings(Func<string, string?> setting)
    {
        var settings = ReadProgressSettings(setting);
        return settings.AheadRatio >= settings.OnScheduleRatio && settings.OnScheduleRatio >= settings.BehindRatio
            ? settings
            : throw new InvalidOperationException("The settings Progress:AheadRatio, Progress:OnScheduleRatio and Progress:BehindRatio must descend in this order.");
    }

    public static CompletenessSettings CompletenessSettings(Func<string, string?> setting) => new()
    {
        DeadlineDays = (int)Whole(setting, "Completeness:DeadlineDays", new CompletenessSettings().DeadlineDays, most: 3650),
    };

    public static MissedSubmissionsOptions Sweep(Func<string, string?> setting) => new()
    {
        Patience = TimeSpan.FromMinutes((double)Number(setting, "Sweep:PatienceMinutes", (decimal)new MissedSubmissionsOptions().Patience.TotalMinutes)),
    };

    public static NoticeSettings Notices(Func<string, string?> setting) => new()
    {
        DaysBefore = (int)Whole(setting, "Notices:DaysBefore", new NoticeSettings().DaysBefore, most: 60),
        Webhook = setting("Notices:Webhook") is { Length: > 0 } address
            ? Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
                ? uri
                : throw new InvalidOperationException($"The setting Notices:Webhook must be an http or https address, not '{address}'.")
            : null,
    };

    private static ProgressSettings ReadProgressSettings(Func<string, string?> setting) => new()
    {
        AheadRatio = Number(setting, "Progress:AheadRatio", Core.Progress.ProgressSettings.Default.AheadRatio),
        OnScheduleRatio = Number(setting, "Progress:OnScheduleRatio", Core.Progress.ProgressSettings.Default.OnScheduleRatio),
        BehindRatio = Number(setting, "Progress:BehindRatio", Core.Progress.ProgressSettings.Default.BehindRatio),
        ApproximateTolerance = Number(setting, "Progress:ApproximateTolerance", Core.Progress.ProgressSettings.Default.ApproximateTolerance),
        StaleQuarterly = Number(setting, "Progress:StaleQuarterly", Core.Progress.ProgressSettings.Default.StaleQuarterly),
        StaleYearly = Number(setting, "Progress:StaleYearly", Core.Progress.ProgressSettings.Default.StaleYearly),
    };

    private static long Whole(Func<string, string?> setting, string name, long ifUnset, long most)
    {
        var number = Number(setting, name, ifUnset);
        return number <= most && decimal.IsInteger(number)
            ? (long)number
            : throw new InvalidOperationException($"The setting {name} must be a whole number of at most {most}, not '{setting(name)}'.");
    }

    private static decimal Number(Func<string, string?> setting, string name, decimal ifUnset)
    {
        if (setting(name) is not { Length: > 0 } text)
            return ifUnset;
        return decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number > 0
            ? number
            : throw new InvalidOperationException($"The setting {name} must be a positive number, not '{text}'.");
    }
}
