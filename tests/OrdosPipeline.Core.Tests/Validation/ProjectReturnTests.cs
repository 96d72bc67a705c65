using OrdosPipeline.Core.Normalisation;
using OrdosPipeline.Core.Plan;
using OrdosPipeline.Testing;

namespace OrdosPipeline.Core.Tests.Validation;

public sealed class ProjectReturnTests
{
    private const string Header = "项目编码|项目名称|期间|状态|形象进度|累计完成投资（万元）|完成量|单位|存在问题|备注";

    [Fact]
    public void A_clean_return_becomes_reports()
    {
        var submission = SheetBuilder.Of(Header, "P009||2023年1-9月|在建|45%|12000|3|条|用地|", "|国家水保重点工程|2023年三季度|竣工|主体封顶|—|||无|好").Check("water-resources");

        Assert.Equal("value-missing F3", submission.Findings());
        var reports = Normaliser.ProjectReports(submission, TestPlan.Ordos14()).ToList();
        Assert.Equal(["P009 2023Q3", "P011 2023Q3"], reports.Select(r => $"{r.Key.Project} {r.Key.Period}"));
        Assert.Equal((ProjectState.UnderConstruction, 45m, 1.2m, 3m, "用地"), (reports[0].State, reports[0].Progress, reports[0].Investment, reports[0].Quantities[1], reports[0].Remark));
        Assert.Equal((ProjectState.Completed, null, null, "主体封顶；无；好"), (reports[1].State, reports[1].Progress, reports[1].Investment, reports[1].Remark));
    }

    [Theory]
    [InlineData("新建淤地坝12座", "2=12", "")]
    [InlineData("完成量：新建淤地坝12座，河道治理 3.5 公里；生产道路1,200千米", "2=12 8=1200 11=3.5", "")]
    [InlineData("已完成：水源工程5眼、沟头防护12公里。", "4=12 5=5", "")]
    [InlineData("12眼", "", "完成工程量 12眼")]
    [InlineData("12公里", "", "完成工程量 12公里")]
    [InlineData("路基12公里，新建淤地坝3座", "2=3", "路基12公里")]
    [InlineData("新建淤地坝约12座", "", "完成工程量 新建淤地坝约12座")]
    [InlineData("正在征地", "", "正在征地")]
    public void Works_in_words_are_quantities_where_they_are_told_exactly(string text, string quantities, string remark)
    {
        var submission = SheetBuilder.Of("项目编码|期间|状态|完成情况|完成工程量", $"P017|2023年1-9月|在建||{text}").Check("water-resources");

        Assert.Equal("", string.Join("; ", submission.Findings.Where(finding => finding.Code != "column-unknown").Select(finding => finding.Code)));
        var report = Assert.Single(Normaliser.ProjectReports(submission, TestPlan.Ordos14()));
        Assert.Equal(quantities, string.Join(' ', report.Quantities.OrderBy(quantity => quantity.Key).Select(quantity => FormattableString.Invariant($"{quantity.Key}={quantity.Value:0.###}"))));
        Assert.Equal(remark, report.Remark);
    }

    [Theory]
    [InlineData("已完成45%", 45.0)]
    [InlineData("完成率45.3%", 45.3)]
    [InlineData("总体形象进度：60%", 60.0)]
    [InlineData("完成 80", 80.0)]
    [InlineData("进度达到百分之九", null)]
    public void Progress_may_say_that_it_is_one(string text, double? progress)
    {
        var submission = SheetBuilder.Of(Header, $"P018||2023Q3|在建|{text}|||||").Check("water-resources");

        Assert.Equal((decimal?)progress, Assert.Single(submission.ProjectRows).Progress);
    }

    [Fact]
    public void Marks_for_no_value_beside_the_projects_of_others_reject_nothing() =>
        Assert.Equal("", SheetBuilder.Of(Header, "P001||2023Q3|—|—|—||||", "P018||2023Q3|在建|||||").Check("water-resources").Findings());

    [Theory]
    [InlineData("||2023Q3|在建|45%|100||||", "project-missing B2")]
    [InlineData("P999||2023Q3|在建|45%|100||||", "project-unknown A2")]
    [InlineData("|某项目建设工程|2023Q3|在建|45%|100||||", "project-unknown B2")]
    [InlineData("P018|国家水土保持重点工程|2023Q3|在建|45%|100||||", "project-name-mismatch B2")]
    [InlineData("P001||2023Q3|在建|45%|100||||", "project-not-yours A2")]
    [InlineData("P018||2023Q3|顺利|45%|100||||", "project-state-unknown D2")]
    [InlineData("P018||2023Q3|在建|145%|100||||", "progress-out-of-range E2")]
    [InlineData("P018||2023Q3|在建|约45%|100||||", "value-imprecise E2")]
    [InlineData("P018||2023Q3|在建|45%|一百万||||", "value-unreadable F2")]
    [InlineData("P009||2023Q3|在建|45%|100|12|公里||", "unit-incompatible H2")]
    [InlineData("P018||2023Q3|在建|45%|100桶||||", "unit-unknown F2")]
    [InlineData("P018|||在建|45%|100||||", "period-missing C2")]
    [InlineData("P018||2030年|在建|45%|100||||", "period-in-future C2")]
    [InlineData("P018||2019年|在建|45%|100||||", "period-before-plan C2")]
    public void One_fault_is_one_finding(string row, string finding)
    {
        var submission = SheetBuilder.Of(Header, row).Check("water-resources");

        Assert.Equal(finding, submission.Findings());
        Assert.Empty(submission.ProjectRows);
    }

    [Fact]
    public void A_banner_reports_the_projects_that_lie_in_it()
    {
        Assert.Equal("", SheetBuilder.Of(Header, "P018||2023Q3|在建|45%|100||||").Check("jungar").Findings());
        Assert.Equal("project-not-yours A2", SheetBuilder.Of(Header, "P018||2023Q3|在建|45%|100||||").Check("uxin").Findings());
    }

    [Fact]
    public void Works_by_name_in_columns_of_their_own()
    {
        var submission = SheetBuilder.Of("项目名称|期间|累计完成投资|绿地（亩）|驿站（座）", "环城绿道|2026Q1|0.5亿元|15000|3").Check("works", "2026-07-01", TestPlan.Mini16());

        Assert.Equal("", submission.Findings());
        var report = Normaliser.ProjectReports(submission, TestPlan.Mini16()).Single();
        Assert.Equal((0.5m, 1.5m, 3m), (report.Investment, report.Quantities[1], report.Quantities[2]));
    }

    [Theory]
    [InlineData("河道治理完成量（千米）")]
    [InlineData("完成量：河道治理（千米）")]
    [InlineData("河道治理累计完成（千米）")]
    public void A_header_may_say_that_the_works_are_done(string header)
    {
        var submission = SheetBuilder.Of($"项目编码|期间|状态|{header}", "P017|2023Q3|在建|12.5").Check("water-resources");

        Assert.Equal("", submission.Findings());
        Assert.Equal(12.5m, Normaliser.ProjectReports(submission, TestPlan.Ordos14()).Single().Quantities[11]);
    }

    [Fact]
    public void Several_works_of_a_project_in_rows_below_each_other_are_one_report()
    {
        var submission = SheetBuilder.Of("项目名称|期间|完成内容|完成量|单位", "十大孔兑综合治理|2023Q3|新建淤地坝|50|座", "||河道治理|12.5|千米", "沙棘生态减沙工程|2023Q3|治理的黄河支流|3|条").Check("water-resources");

        Assert.Equal("", submission.Findings());
        var reports = Normaliser.ProjectReports(submission, TestPlan.Ordos14()).ToList();
        Assert.Equal(["P017", "P009"], reports.Select(r => r.Key.Project));
        Assert.Equal((50m, 12.5m), (reports[0].Quantities[2], reports[0].Quantities[11]));
    }

    [Fact]
    public void The_same_works_twice_are_in_conflict() => Assert.Equal(
        "rows-conflict A2; rows-conflict A3",
        SheetBuilder.Of("项目名称|期间|完成内容|完成量|单位", "十大孔兑综合治理|2023Q3|新建淤地坝|50|座", "十大孔兑综合治理|2023Q3|新建淤地坝|60|座").Check("water-resources").Findings());

    [Fact]
    public void Two_rows_for_one_project_and_period_that_differ_are_in_conflict()
    {
        var submission = SheetBuilder.Of(Header, "P018||2023Q3|在建|45%|100||||", "P018||2023年9月末|在建|50%|100||||", "P011||2023Q3|在建|1%|||||", "P011||2023Q3|在建|1%|||||").Check("water-resources");

        Assert.Equal("rows-conflict A2; rows-conflict A3; rows-repeat A5", submission.Findings());
        Assert.Equal("P011", Assert.Single(submission.ProjectRows).Project);
        Assert.Contains("但形象进度不同（“45%”和“50%”）。", submission.Findings[0].Message, StringComparison.Ordinal);
        Assert.Contains("but differ: progress “50%” and “45%”.", submission.Findings[1].MessageEn, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_row_in_conflict_is_told_what_another_one_says_differently()
    {
        var submission = SheetBuilder.Of(Header, "P018||2023Q3|在建|45%|1亿元||||", "P018||2023Q3|在建|45%|10000万元||||", "P018||2023Q3|停工||2亿元||||").Check("water-resources");

        Assert.Equal(
            [
                "第2行A列与A4都是黄河粗泥沙集中来源区拦沙坝工程（2023Q3），但状态不同（“在建”和“停工”），形象进度不同（“45%”和未填），累计完成投资不同（“1亿元”和“2亿元”）。请只保留正确的一个。",
                "第3行A列与A4都是黄河粗泥沙集中来源区拦沙坝工程（2023Q3），但状态不同（“在建”和“停工”），形象进度不同（“45%”和未填），累计完成投资不同（“10000万元”和“2亿元”）。请只保留正确的一个。",
                "第4行A列与A2都是黄河粗泥沙集中来源区拦沙坝工程（2023Q3），但状态不同（“停工”和“在建”），累计完成投资不同（“2亿元”和“1亿元”），形象进度不同（未填和“45%”）。请只保留正确的一个。",
            ],
            submission.Findings.Select(finding => finding.Message.Replace("工作表“Sheet1”", "", StringComparison.Ordinal)));
    }
}
