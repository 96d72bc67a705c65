namespace OrdosPipeline.Documents.Reports.Wording;

/// <summary>The languages that reports are written in.</summary>
public enum ReportLanguage
{
    Chinese,
    English,
}

public static class ReportLanguages
{
    public static IReadOnlyList<ReportLanguage> All { get; } = [ReportLanguage.Chinese, ReportLanguage.English];

    /// <summary>As the option <c>lang</c> has it: zh or en.</summary>
    public static string Code(this ReportLanguage language) => language == ReportLanguage.English ? "en" : "zh";

    /// <summary>Reads zh or en.</summary>
    public static bool TryParse(string code, out ReportLanguage language)
    {
        language = code == "en" ? ReportLanguage.English : ReportLanguage.Chinese;
        return code is "zh" or "en";
    }

    /// <summary>The BCP 47 tag that documents carry.</summary>
    public static string Tag(this ReportLanguage language) => language == ReportLanguage.English ? "en" : "zh-CN";

    /// <summary>A report's file name in this language: <c>report.html</c>, <c>report.en.html</c>.</summary>
    /// <param name="language">Of the report.</param>
    /// <param name="stem">Such as <c>report</c>.</param>
    /// <param name="extension">Without the dot.</param>
    public static string FileName(this ReportLanguage language, string stem, string extension) =>
        language == ReportLanguage.English ? $"{stem}.en.{extension}" : $"{stem}.{extension}";
}
