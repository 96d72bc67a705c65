using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Progress;
using OrdosPipeline.Core.Progress.Decisions;
using OrdosPipeline.Testing;

namespace OrdosPipeline.Core.Tests.Progress.Decisions;

/// <summary>A table of targets, adjustments and baselines is read as a whole, or every problem is named.</summary>
public class DecisionTableTests
{
    private const string Header = "kind,indicator,region,basis,comparator,low,high,from,year,period,effective,authority,document,date,reason";
    private static readonly PlanCatalogue Plan = TestPlan.Ordos14();

    [Fact]
    public void Assigned_target_takes_effect_in_the_quarter_of_its_document()
    {
        var decision = One(",H17,,hold,>=,90,,,,,,自治区生态环境厅,内环发〔2021〕100号,2021-11-05,");
        Assert.Equal(
            new Decision
            {
                Plan = "ordos-14",
                Kind = DecisionKind.Assigned,
                Indicator = "H17",
                Region = "150600",
                EffectiveFrom = new(2021, 4),
                Basis = Basis.Hold,
                Target = new(Comparator.AtLeast, 90, 90),
                Authority = "自治区生态环境厅",
                DocumentNumber = "内环发〔2021〕100号",
                DocumentDate = new(2021, 11, 5),
            },
            decision);
    }

    [Fact]
    public void Chinese_headings_names_and_words_are_understood()
    {
        var table = Table("类别,指标编码,地区,比较,目标值,生效季度,下达或批准机关,文号,发文日期", "下达目标,粮食综合生产能力,东胜,不低于,200,2022Q1,自治区,X,2022年1月5日");
        var decision = Assert.Single(Read(table).Decisions);
        Assert.Equal(("H21", "150602", Comparator.AtLeast, 200m, new ReportingQuarter(2022, 1), Basis.Level), (decision.Indicator, decision.Region, decision.Target!.Comparator, decision.Target.Low, decision.EffectiveFrom, decision.Basis));
    }

    [Fact]
    public void A_year_makes_an_annual_target_unless_it_is_the_targets_own()
    {
        var annual = One(",H01,,,>=,6,,,2023,,,市人民政府,,,");
        Assert.Equal((DecisionKind.Annual, 2023, new ReportingQuarter(2023, 1), null), (annual.Kind, annual.Year, annual.EffectiveFrom, annual.Basis));
        Assert.Equal(DecisionKind.Assigned, One(",H15,,,>=,15,,,2025,,,自治区,X,2021-12-01,").Kind);
    }

    [Fact]
    public void Adjustment_states_what_it_replaces()
    {
        const string Row = "adjusted,H23,,,>=,20,,16,,,2023Q1,市委,鄂党发〔2023〕3号,2023-02-01,国家政策调整";
        var first = One(Row);
        Assert.Equal(new TargetBounds(Comparator.AtLeast, 16, 16), first.Replaced);

        var recorded = SampleRecord(first);
        Assert.Equal(recorded.Id, DecisionJson.IdOf(Assert.Single(Read(Table(Header, Row), recorded).Decisions)));
        var next = Assert.Single(Read(Table(Header, "adjusted,H23,,,>=,22,,20,,,2024Q1,市委,鄂党发〔2024〕1号,2024-02-01,再次调整"), recorded).Decisions);
        Assert.Equal(20, next.Replaced!.Low);
        Assert.Equal(
            "第 2 行 [from]：原目标应为现行的 20。 (the target in force is 20.)",
            Assert.Single(Read(Table(Header, "adjusted,H23,,,>=,22,,16,,,2024Q1,市委,鄂党发〔2024〕1号,2024-02-01,再次调整"), recorded).Problems).ToString());
    }

    [Fact]
    public void Baseline_is_loaded_where_the_plan_has_none()
    {
        Assert.Equal(new LoadedBaseline(Period.FullYear(2020), 20), One("baseline,T098,,,,20,,,,2020,,,,,").Baseline);
        Assert.Equal(["indicator"], ProblemColumns("baseline,H23,,,,10,,,,2020,,,,,"));
        Assert.Equal(["period"], ProblemColumns("baseline,T098,,,,20,,,,2025,,,,,"));
    }

    [Fact]
    public void Assigned_milestone_has_no_number() => Assert.Null(One(",T085,,milestone,,,,,,,,自治区,X,2021-12-01,").Target);

    [Theory]
    [InlineData(",H99,,,>=,1,,,,,,A,X,2021-11-05,", "indicator")]
    [InlineData(",H17,北京,hold,>=,1,,,,,,A,X,2021-11-05,", "region")]
    [InlineData(",H17,,hold,>=,约90,,,,,,A,X,2021-11-05,", "low")]
    [InlineData(",H17,,hold,,90,,,,,,A,X,2021-11-05,", "comparator")]
    [InlineData(",H17,,avg_growth,>=,90,,,,,,A,X,2021-11-05,", "basis")]
    [InlineData(",H17,,sideways,>=,90,,,,,,A,X,2021-11-05,", "basis")]
    [InlineData(",H17,,hold,range,90,80,,,,,A,X,2021-11-05,", "high")]
    [InlineData(",H17,,hold,>=,90,,,,,2020Q4,A,X,2021-11-05,", "effective")]
    [InlineData(",H17,,hold,>=,90,,,,,,,X,2021-11-05,", "authority")]
    [InlineData(",H17,,hold,>=,90,,,,,,A,,2021-11-05,", "document")]
    [InlineData(",H17,,hold,>=,90,,,,,,A,X,,", "date")]
    [InlineData(",H17,,hold,>=,90,,,,,,A,X,11/5,", "date")]
    [InlineData("adjusted,H23,,,>=,20,,,,,,A,X,2023-02-01,R", "effective")]
    [InlineData("adjusted,H23,,,>=,20,,,,,2023Q1,A,X,2023-02-01,", "reason")]
    [InlineData("annual,H01,,,>=,6,,,2026,,,A,,,", "year")]
    [InlineData("annual,T085,,,>=,6,,,2023,,,A,,,", "indicator")]
    [InlineData("annual,H01,,,>=,6,,,2023,,2024Q1,A,,,", "effective")]
    [InlineData("decree,H01,,,>=,6,,,2023,,,A,,,", "kind")]
    public void Each_fault_is_named_at_its_column_in_both_languages(string row, string column)
    {
        var problem = Assert.Single(Read(Table(Header, row)).Problems);
        Assert.Equal((2, column), (problem.LineNumber, problem.Column));
        Assert.Matches("\\p{IsCJKUnifiedIdeographs}", problem.Message);
        Assert.DoesNotMatch("\\p{IsCJKUnifiedIdeographs}{4}", problem.MessageEn);
    }

    [Fact]
    public void One_faulty_row_keeps_all_from_being_recorded()
    {
        var reading = Read(Table(Header, ",H17,,hold,>=,90,,,,,,A,X,2021-11-05,", ",H21,,,>=,x,,,,,,A,X,2021-11-05,", ",H99,,,>=,1,,,,,,A,X,2021-11-05,"));
        Assert.Empty(reading.Decisions);
        Assert.Equal([3, 4], reading.Problems.Select(problem => problem.LineNumber!.Value));
    }

    [Fact]
    public void Two_rows_about_the_same_thing_are_refused() =>
        Assert.Equal([3], Read(Table(Header, ",H17,,hold,>=,90,,,,,,A,X,2021-11-05,", ",H17,,hold,>=,91,,,,,,A,Y,2021-11-06,")).Problems.Select(problem => problem.LineNumber!.Value));

    [Fact]
    public void Unknown_and_missing_columns_are_named() =>
        Assert.Equal(["color", "indicator"], Read(Table("color,low", "a,b")).Problems.Select(problem => problem.Column!));

    [Fact]
    public void A_document_is_read_as_it_was_written_and_its_id_is_its_content()
    {
        var decision = One("adjusted,H23,,,>=,20,,16,,,2023Q1,市委,鄂党发〔2023〕3号,2023-02-01,国家政策调整");
        var recorded = SampleRecord(decision);
        Assert.Equal(recorded, DecisionJson.Read(DecisionJson.Write(recorded)));
        Assert.Equal(DecisionJson.IdOf(decision), DecisionJson.IdOf(decision with { }));
        Assert.NotEqual(DecisionJson.IdOf(decision), DecisionJson.IdOf(decision with { Reason = "其他" }));
        var baseline = SampleRecord(One("baseline,T098,,,,20,,,,2020,,,,,"));
        Assert.Equal(baseline, DecisionJson.Read(DecisionJson.Write(baseline)));
    }

    private static RecordedDecision SampleRecord(Decision decision) => new(DecisionJson.IdOf(decision), decision, DateTimeOffset.UnixEpoch, "li");

    private static IEnumerable<string?> ProblemColumns(string row) => Read(Table(Header, row)).Problems.Select(problem => problem.Column);

    private static Decision One(string row)
    {
        var reading = Read(Table(Header, row));
        Assert.Empty(reading.Problems);
        return Assert.Single(reading.Decisions);
    }

    private static DecisionReading Read(CatalogueTable table, params RecordedDecision[] known) => new DecisionTable(Plan, known).Read(table);

    private static CatalogueTable Table(string header, params string[] rows) =>
        new("t.csv", header.Split(','), [.. rows.Select((row, index) => new CatalogueRecord(index + 2, row.Split(',')))]);
}
