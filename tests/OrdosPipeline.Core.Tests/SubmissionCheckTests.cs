using OrdosPipeline.Core.Intake;
using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Stores;
using OrdosPipeline.Core.Validation;
using OrdosPipeline.Core.Validation.History;
using OrdosPipeline.Testing;

namespace OrdosPipeline.Core.Tests;

/// <summary>Which plan, which department and which day a submission is checked for, with two plans side by side.</summary>
public class SubmissionCheckTests
{
    private static readonly SheetBuilder ForOrdos14 = SheetBuilder.Of("指标编码|期间|数值|单位", "H01|2025年|5.1|%", "H24|2025年|25|%");
    private static readonly SheetBuilder ForMini16 = SheetBuilder.Of("指标编码|期间|数值|单位", "A1|2026年一季度|6.1|%");
    private static readonly SheetBuilder ForNone = SheetBuilder.Of("指标编码|期间|数值|单位");

    [Fact]
    public void A_return_on_the_plan_that_ended_is_one_of_it_though_another_is_in_force() =>
        Assert.Equal(("ordos-14", 2), PlanOf(ForOrdos14, "statistics/2025.xlsx", "2026-04-10T00:00:00Z"));

    [Fact]
    public void A_return_on_the_new_plan_is_one_of_it() =>
        Assert.Equal(("mini-16", 1), PlanOf(ForMini16, "statistics/2026.xlsx", "2026-04-10T00:00:00Z"));

    [Theory]
    [InlineData("2025-12-31T15:59:59Z", "ordos-14")]
    [InlineData("2025-12-31T16:00:00Z", "mini-16")]
    public void A_tie_goes_to_the_plan_in_force_on_the_day_of_the_upload_in_China(string uploadedAt, string plan) =>
        Assert.Equal((plan, 0), PlanOf(ForNone, "statistics/empty.xlsx", uploadedAt));

    [Theory]
    [InlineData("statistics/mini-16/2025.xlsx", "mini-16")]
    [InlineData("statistics/ordos-14/mini-16", "ordos-14")]
    public void A_folder_named_by_a_plan_decides(string path, string plan) =>
        Assert.Equal(plan, PlanOf(ForOrdos14, path, "2026-04-10T00:00:00Z").Plan);

    [Theory]
    [InlineData("2026-03-30T15:59:59Z", "period-in-future")]
    [InlineData("2026-03-30T16:00:00Z", null)]
    public void A_period_has_ended_when_its_last_day_is_the_day_of_the_upload_in_China(string uploadedAt, string? finding) =>
        Assert.Equal(finding, Check(ForMini16, "statistics/q1.xlsx", uploadedAt).Findings.FirstOrDefault(found => found.Severity == Severity.Error)?.Code);

    [Theory]
    [InlineData("statistics", "statistics")]
    [InlineData("鄂尔多斯市统计局", "statistics")]
    [InlineData("东城区", "east")]
    [InlineData("没有的部门", "没有的部门")]
    public void A_department_of_any_plan_is_known_by_its_code_and_another_keeps_its_folder(string folder, string department) =>
        Assert.Equal(department, Check(ForNone, $"{folder}/a.xlsx", "2024-01-01T00:00:00Z").Submission.Department);

    [Fact]
    public void A_file_in_no_folder_has_no_department()
    {
        var submission = Check(ForOrdos14, "a.xlsx", "2026-01-10T00:00:00Z");
        Assert.Equal("", submission.Submission.Department);
        Assert.Contains("department-unknown", submission.FindingCounts.Keys);
    }

    [Fact]
    public void The_entry_and_the_record_are_of_the_same_upload()
    {
        var file = File("statistics/a.xlsx", "2026-01-10T00:00:00Z");
        var check = new SubmissionCheck(new PlanLibrary([TestPlan.Ordos14(), TestPlan.Mini16()]), new Opener(ForNone), IntakeLimits.Default, HistorySettings.Default, TimeProvider.System);
        var entry = check.Receive(file);
        var recorded = check.Start(check.Open(file, CancellationToken.None), file, CancellationToken.None).Submission;
        Assert.Equal((BlobNames.SubmissionId("statistics/a.xlsx", "0x1"), "statistics/a.xlsx", "0x1", 7L, "hash", "clerk"), (entry.Id, entry.Path, entry.ETag, entry.Bytes, entry.Sha256, entry.SubmittedBy));
        Assert.Equal((entry.Id, entry.Path, entry.ETag, entry.Bytes, entry.Sha256, entry.SubmittedBy), (recorded.Id, recorded.Path, recorded.ETag, recorded.Bytes, recorded.Sha256, recorded.SubmittedBy));
    }

    private static (string Plan, int Values) PlanOf(SheetBuilder sheet, string path, string uploadedAt)
    {
        var submission = Check(sheet, path, uploadedAt);
        return (submission.Submission.Plan, submission.Values.Count);
    }

    private static CheckedSubmission Check(SheetBuilder sheet, string path, string uploadedAt)
    {
        // The older plan stands last, so that the order in which plans are loaded decides nothing.
        var check = new SubmissionCheck(new PlanLibrary([TestPlan.Mini16(), TestPlan.Ordos14()]), new Opener(sheet), IntakeLimits.Default, HistorySettings.Default, TimeProvider.System);
        var file = File(path, uploadedAt);
        return check.Finish(check.Start(check.Open(file, CancellationToken.None), file, CancellationToken.None), before: null, CancellationToken.None);
    }

    private static IncomingFile File(string path, string uploadedAt) =>
        new(new IncomingVersion(path, "0x1", DateTimeOffset.Parse(uploadedAt, null), 7), "hash", "clerk", Stream.Null);

    private sealed class Opener(SheetBuilder sheet) : IWorkbookOpener
    {
        public OpenedFile Open(Stream content, IntakeLimits limits, CancellationToken cancellationToken) => OpenedFile.Of(sheet.Workbook());
    }
}
