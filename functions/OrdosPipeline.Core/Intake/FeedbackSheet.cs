namespace OrdosPipeline.Core.Intake;

/// <summary>The sheet that feedback adds to a workbook.</summary>
public static class FeedbackSheet
{
    /// <summary>A department hands in the returned workbook again: intake skips a sheet of this name, feedback replaces it.</summary>
    public const string Name = "校验结果";
}
