using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Reporting;
using OrdosPipeline.Core.Stores;
using OrdosPipeline.Core.Validation;

namespace OrdosPipeline.Documents.Feedback;

/// <summary>What feedback tells the clerk beside the findings themselves.</summary>
internal static class FeedbackTexts
{
    /// <summary>More is read by nobody; <c>ordos check --explain</c> tells all.</summary>
    private const int MostLines = 120;

    /// <summary>The comment on a faulty cell.</summary>
    public static string Note(Finding finding) => $"【{finding.Severity.Chinese()}】{finding.Message}";

    /// <summary>Whether a comment is one that feedback wrote.</summary>
    public static bool IsNote(string text) => Enum.GetValues<Severity>().Any(severity => text.StartsWith($"【{severity.Chinese()}】", StringComparison.Ordinal));

    public static string Verdict(CheckedSubmission submission) => submission.Verdict switch
    {
        Core.Validation.Verdict.Rejected =>
            $"已退回，本次报送的数据均未入库。请修改下面红色各行所列的 {submission.CountOf(Severity.Error)} 处错误，然后重新报送整个文件。",
        _ when IsWithoutData(submission) => "文件已收到，没有发现错误，但没有读到填写的数据，因此没有数据入库。",
        Core.Validation.Verdict.AcceptedWithWarnings =>
            $"已接收，数据已入库，但有 {submission.CountOf(Severity.Warning)} 处需要核对。请核对下面黄色各行；如数据有误，请修改后重新报送。",
        _ => "已接收，数据已入库。本次报送没有需要修改的问题。",
    };

    public static string Counts(CheckedSubmission submission)
    {
        var counts = $"错误 {submission.CountOf(Severity.Error)} 处，警告 {submission.CountOf(Severity.Warning)} 处，提示 {submission.CountOf(Severity.Info)} 处；读取指标数值 {submission.Values.Count} 个，项目 {submission.ProjectRows.Count} 行";
        var listed = submission.Findings.Count;
        var total = submission.FindingCounts.Values.Sum();
        return total > listed ? $"{counts}；问题过多，下表只列出其中 {listed} 处（共 {total} 处）" : counts;
    }

    /// <summary>What the clerk does now, step by step.</summary>
    public static IEnumerable<string> NextSteps(FeedbackResult result)
    {
        var submission = result.File.Submission;
        var folder = BlobNames.DepartmentSegment(submission.Submission.Path) is { Length: > 0 } segment ? segment : submission.Submission.Department;
        var isReadable = result.File.Explanation.Format is not null;
        if (submission.Verdict == Core.Validation.Verdict.Rejected && !isReadable)
        {
            yield return "1. 按下面所列的办法处理原文件（本表不含原文件的内容）。";
            yield return $"2. 把处理好的文件放到报送文件夹 incoming/{folder}/，约一分钟后到 feedback/{submission.Submission.Department}/ 取新的校验结果。";
        }
        else if (submission.Verdict == Core.Validation.Verdict.Rejected)
        {
            yield return result.IsOwnWorkbook
                ? "1. 在本工作簿里直接修改：点下面“单元格”一列可跳到该处，批注里写着原因和改法。红色是错误，必须改；黄色是警告，请核对；蓝色是提示，看一眼即可。"
                : "1. 原文件的数据已转到本工作簿的后面各表，可以直接在这里修改，也可以改原文件：点下面“单元格”一列可跳到该处，批注里写着原因和改法。红色是错误，必须改；黄色是警告，请核对；蓝色是提示。";
            yield return $"2. 保存后放到报送文件夹 incoming/{folder}/（文件名可以不变，批注、颜色和本表不必删除），约一分钟后到 feedback/{submission.Submission.Department}/ 取新的校验结果。";
        }
        else if (IsWithoutData(submission))
        {
            yield return "1. 如果交的是还没有填写的模板或空表，请填写后再报送；如果填了数，请看下面“系统读到了什么”，核对表头和数值是否在同一张表里。";
        }
        else if (submission.Verdict == Core.Validation.Verdict.AcceptedWithWarnings)
        {
            yield return "1. 逐处核对黄色的单元格。数据无误的不必再报；有误的，在本工作簿里改正后再报送一次，以后一次为准。";
        }
        else
        {
            yield return "1. 不必再做什么。以后发现有误，改正后再报送一次，以后一次为准；撤回一个数，在数值格里填“撤回”。";
        }

        var uploaded = ChinaTime.DayOf(submission.Submission.UploadedAt);
        var number = submission.Verdict == Core.Validation.Verdict.Rejected ? 3 : 2;
        yield return uploaded <= result.LastDay
            ? $"{number}. {result.Quarter.Chinese()}的报送截止日期是 {result.LastDay:yyyy-MM-dd}（含当日，北京时间）。对校验结果有疑问，请联系市发展和改革委员会规划实施监测人员。"
            : $"{number}. {result.Quarter.Chinese()}的报送截止日期 {result.LastDay:yyyy-MM-dd} 已过，补报的数据照常入库，按迟报统计。对校验结果有疑问，请联系市发展和改革委员会规划实施监测人员。";
    }

    /// <summary>What was found and read, so that the clerk sees whether it is what was meant; each line with how deep it stands.</summary>
    public static IReadOnlyList<ExplanationLine> Understood(CheckedFile file)
    {
        var lines = ReadValues(file.Submission).Concat(ExplanationText.Lines(file.Explanation, "zh")).ToList();
        return lines.Count <= MostLines ? lines : [.. lines.Take(MostLines), new ExplanationLine(0, $"（其余 {lines.Count - MostLines} 行从略）")];
    }

    private static IEnumerable<ExplanationLine> ReadValues(CheckedSubmission submission)
    {
        foreach (var sheet in submission.Values.GroupBy(value => value.Sheet))
        {
            yield return new(0, $"{Place(sheet.Key)}读取指标数值 {sheet.Count()} 个，涉及指标 {sheet.Select(value => value.Indicator).Distinct().Count()} 项。");
            yield return new(1, $"期间：{Counted(sheet.GroupBy(value => value.Period).OrderBy(group => group.Key).Select(group => (group.Key.Chinese(isInstant: false), group.Count())))}。");
            yield return new(1, $"单位：{Counted(sheet.GroupBy(value => value.Unit).Select(group => (group.Key, group.Count())))}。");
        }

        foreach (var sheet in submission.ProjectRows.GroupBy(row => row.Sheet))
        {
            yield return new(0, $"{Place(sheet.Key)}读取项目 {sheet.Count()} 行。");
            yield return new(1, $"期间：{Counted(sheet.GroupBy(row => row.Period).OrderBy(group => group.Key).Select(group => (group.Key.Chinese(isInstant: true), group.Count())))}。");
        }
    }

    private static string Counted(IEnumerable<(string Text, int Count)> groups) => string.Join('、', groups.Take(12).Select(group => $"{group.Text} {group.Count} 个"));

    private static string Place(string? sheet) => sheet is null ? "文件中" : $"工作表“{sheet}”";

    private static bool IsWithoutData(CheckedSubmission submission) => submission.Values.Count == 0 && submission.ProjectRows.Count == 0;
}
