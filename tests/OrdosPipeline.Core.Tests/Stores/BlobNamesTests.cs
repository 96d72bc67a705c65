using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Stores;

namespace OrdosPipeline.Core.Tests.Stores;

public class BlobNamesTests
{
    [Fact]
    public void A_submission_is_one_version_of_one_path()
    {
        var id = BlobNames.SubmissionId("statistics/2023.xlsx", "0x1");
        Assert.Matches("^[0-9a-f]{20}$", id);
        Assert.Equal(id, BlobNames.SubmissionId("statistics/2023.xlsx", "\"0x1\""));
        Assert.NotEqual(id, BlobNames.SubmissionId("statistics/2023.xlsx", "0x2"));
        Assert.NotEqual(id, BlobNames.SubmissionId("energy/2023.xlsx", "0x1"));
    }

    [Theory]
    [InlineData("市统计局/2023/三季度.xlsx", "市统计局", "statistics/2023/三季度.xlsx.id")]
    [InlineData("statistics/a.csv", "statistics", "statistics/a.csv.id")]
    [InlineData("a.csv", "", "statistics/a.csv.id")]
    [InlineData("/a.csv", "", "statistics//a.csv.id")]
    public void Feedback_lies_under_the_department_with_the_rest_of_the_path(string path, string segment, string stem)
    {
        Assert.Equal(segment, BlobNames.DepartmentSegment(path));
        Assert.Equal((stem + ".xlsx", stem + ".json"), (BlobNames.FeedbackWorkbook("statistics", path, "id"), BlobNames.FeedbackJson("statistics", path, "id")));
    }

    [Fact]
    public void Without_a_department_feedback_has_a_folder_all_the_same() => Assert.Equal("_/a.csv.id.xlsx", BlobNames.FeedbackWorkbook("", "a.csv", "id"));

    [Fact]
    public void The_record_and_the_reports_have_their_places()
    {
        Assert.Equal("ordos-14/statistics/id.json", BlobNames.AcceptedDocument("ordos-14", "statistics", "id"));
        Assert.Equal("ordos-14/2023Q3/v12/report.html", BlobNames.Report("ordos-14", new ReportingQuarter(2023, 3), 12, "report.html"));
    }
}
