using OrdosPipeline.Core.Progress;
using OrdosPipeline.Testing;

namespace OrdosPipeline.Core.Tests.Progress;

public class AssessmentInputTests
{
    [Fact]
    public void Blank_region_is_the_city_and_blank_value_is_not_reported()
    {
        var output = Assess("2023Q3", ("H01", "", "2021", "7.0"), ("H01", "150600", "2022", "5.4"), ("H01", " ", "2023Q3YTD", "7.0"), ("H01", "", "2022", ""));

        Assert.Empty(output.Errors);
        Assert.Equal(350, output.Assessments.Count);
        Assert.Equal(1.274438m, Math.Round(output.Assessments[0].Ratio!.Value, 6));
    }

    [Theory]
    [InlineData("2023Q3", "Z999", "", "2021", "1", "'Z999' is not an indicator")]
    [InlineData("2023Q3", "H01", "999999", "2021", "1", "'999999' is not a region")]
    [InlineData("2023Q3", "H01", "", "2021年", "1", "'2021年' is not a period")]
    [InlineData("2023Q3", "H01", "", "2021", "七", "'七' is not a number")]
    [InlineData("2023Q3", "Z999", "", "2021", "", "'Z999' is not an indicator")]
    [InlineData("2020Q4", "H01", "", "2021", "1", "2020Q4 is outside the plan's years")]
    [InlineData("2026Q1", "H01", "", "2021", "1", "2026Q1 is outside the plan's years")]
    [InlineData("2023", "H01", "", "2021", "1", "'2023' is not a quarter")]
    public void Errors_prevent_any_assessment(string quarter, string indicator, string region, string period, string value, string message)
    {
        var output = Assess(quarter, (indicator, region, period, value));

        Assert.Contains(message, Assert.Single(output.Errors).ToString(), StringComparison.Ordinal);
        Assert.Empty(output.Assessments);
    }

    [Fact]
    public void Every_error_is_told_with_its_line()
    {
        var output = Assess("2023Q3", ("Z1", "", "x", "y"), ("H01", "", "2021", "1"), ("Z2", "", "2021", "1"));

        Assert.Equal([2, 2, 2, 4], output.Errors.Select(error => error.LineNumber));
        Assert.StartsWith("line 4: ", output.Errors[^1].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Other_regions_are_no_error_and_give_no_assessment()
    {
        var output = Assess("2023Q3", ("H23", "150602", "2023Q3", "50"));

        Assert.Empty(output.Errors);
        Assert.All(output.Assessments, assessment => Assert.Equal("150600", assessment.Region));
        Assert.DoesNotContain(output.Assessments, assessment => assessment.Value is not null);
    }

    [Fact]
    public void Value_under_an_id_that_another_series_judges_is_not_used_and_remarked()
    {
        var output = Assess("2021Q4", ("T001", "", "2021", "9"), ("H01", "", "2021", "5"));

        Assert.Equal(5, output.Assessments.Single(assessment => assessment.Indicator == "T001").Value);
        Assert.Equal(2, Assert.Single(output.Remarks).LineNumber);
    }

    [Theory]
    [InlineData("1", "done")]
    [InlineData("是", "done")]
    [InlineData("yes", "done")]
    [InlineData("0", "due")]
    [InlineData("否", "due")]
    public void Milestone_is_told_in_numbers_or_words(string value, string status)
    {
        var output = Assess("2021Q4", ("T003", "", "2021", value));

        Assert.Equal(status, output.Assessments.Single(assessment => assessment.Indicator == "T003").Status.Code());
    }

    [Fact]
    public void Year_goes_before_its_last_quarter_also_when_it_comes_first()
    {
        var output = Assess("2023Q4", ("H23", "", "2023", "9"), ("H23", "", "2023Q4", "8"), ("H23", "", "2023Q3", "7"), ("H23", "", "2023", "10"));

        Assert.Equal(10, output.Assessments.Single(assessment => assessment.Indicator == "H23").Value);
    }

    private static AssessmentOutput Assess(string quarter, params (string Indicator, string Region, string Period, string Value)[] rows) =>
        AssessmentInput.Assess(TestPlan.Ordos14(), quarter, rows.Select((row, index) => new AssessmentRow(index + 2, row.Indicator, row.Region, row.Period, row.Value)));
}
