using System.Text;
using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Validation;
using OrdosPipeline.Documents.Plan;
using OrdosPipeline.Testing;

namespace OrdosPipeline.Documents.Tests.Plan;

public sealed class PlanCatalogueReaderTests : IDisposable
{
    private static readonly string Ordos14 = Path.Combine(PlanCatalogueReader.DefaultPlansFolder, "ordos-14");

    private readonly string folder = Path.Combine(Directory.CreateTempSubdirectory("ordos-plan-").FullName, "broken");

    public PlanCatalogueReaderTests()
    {
        Directory.CreateDirectory(folder);
        foreach (var file in Directory.GetFiles(Ordos14))
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
    }

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(folder)!, recursive: true);

    [Fact]
    public void The_plan_of_2021_to_2025_is_complete()
    {
        var plan = PlanCatalogueReader.Load(Ordos14);

        Assert.Equal("ordos-14", plan.Id);
        Assert.Equal(new PlanYears(2021, 2025), plan.Years);
        Assert.Equal(350, plan.Indicators.Count);
        Assert.Equal(25, plan.Indicators.Count(indicator => indicator.Id.StartsWith('H')));
        Assert.Equal(424, plan.Projects.Count);
        Assert.Equal(89, plan.Projects.Sum(project => project.Quantities.Count));
        Assert.Equal(44, plan.Departments.Count);
        Assert.Equal(10, plan.Regions.Count);
        Assert.Equal("150600", plan.City.Code);
    }

    [Fact]
    public void English_texts_quote_in_English()
    {
        var plan = PlanCatalogueReader.Load(Ordos14);
        var texts = plan.Tensions.Select(tension => (tension.Id, Text: tension.PositionEn))
            .Concat(plan.Indicators.Select(indicator => (indicator.Id, Text: indicator.NameEn)));
        Assert.DoesNotContain(texts, text => text.Text.Any(character => character is >= '\u3000' and <= '\u9fff' or >= '\uff00' and <= '\uffef'));
    }

    [Fact]
    public void Every_plan_folder_is_read()
    {
        var plans = PlanCatalogueReader.LoadAll(PlanCatalogueReader.DefaultPlansFolder);

        Assert.Contains(plans, plan => plan.Id == "ordos-14");
        Assert.Equal(Directory.GetDirectories(PlanCatalogueReader.DefaultPlansFolder).Length, plans.Count);
    }

    [Fact]
    public void A_missing_file_is_named()
    {
        File.Delete(Path.Combine(folder, "regions.csv"));

        Assert.Equal(["regions.csv: is missing from the plan's folder."], Problems());
    }

    [Fact]
    public void A_wrong_value_is_named_by_line_and_column()
    {
        Replace("indicators.csv", "\nH03,固定资产投资,Fixed-asset investment,", "\nH03,固定资产投资,,");
        Replace("regions.csv", "150603,康巴什区", "15060,康巴什区");

        Assert.Contains("indicators.csv:4 [name_en]: must not be empty.", Problems());
        Assert.Contains("regions.csv:4 [code]: '15060' is not a six-digit GB/T 2260 code.", Problems());
    }

    [Fact]
    public void What_is_wrong_with_a_rule_between_series_is_named()
    {
        File.WriteAllText(
            Path.Combine(folder, "consistency.csv"),
            """
            rule,left,operator,right,tolerance,severity,text,textEn
            a,T047 + T999,=,T046,0,warning,文,text
            b,T047,=,T101,0,warning,文,text
            b,T139,=,T140,viel,fatal,文,text
            c,1,<=,2,,warning,文,text
            """);

        Assert.Equal(
            [
                "consistency.csv:2 [left]: 'T047 + T999', character 8: 'T999' is not an indicator of indicators.csv.",
                "consistency.csv:3 [right]: T101 is in 万千瓦 and T047 in 座: values are compared in the units of the catalogue, which must be the same.",
                "consistency.csv:4 [rule]: 'b' stands twice.",
                "consistency.csv:4 [tolerance]: 'viel' is neither a number nor a percentage such as 2%.",
                "consistency.csv:4 [severity]: 'fatal' is not one of warning, info, error.",
                "consistency.csv:4 [right]: levels at the end of a period and values over a period are not compared: they have no periods in common.",
                "consistency.csv:5 [left]: a rule needs an indicator.",
            ],
            Problems());
    }

    [Fact]
    public void A_rule_whose_severity_is_error_rejects_the_file_and_takes_its_value_out()
    {
        Replace("consistency.csv", "T046,0,warning", "T046,0,error");
        var submission = SheetBuilder.Of("指标编码|期间|数值|单位", "T047|2023|97|座", "T048|2023|199|座", "T046|2023|290|座")
            .Check("water-resources", plan: PlanCatalogueReader.Load(folder));

        Assert.Equal(("consistency-broken", Severity.Error), (Assert.Single(submission.Findings).Code, submission.Findings[0].Severity));
        Assert.Equal(Verdict.Rejected, submission.Verdict);
        Assert.Equal(["T047", "T048"], submission.Values.Select(value => value.Indicator));
    }

    [Fact]
    public void Line_breaks_within_fields_count_as_lines()
    {
        Replace("departments.csv", "statistics,市统计局,统计局,bureau", "statistics,市统计局,\"统计\n局\",bureau");
        Replace("departments.csv", "finance,市财政局,财政局,bureau", "finance,市财政局,财政局,office");

        Assert.Equal(["departments.csv:5 [kind]: 'office' is not one of bureau, party, region."], Problems());
    }

    [Fact]
    public void Blank_lines_count_as_lines()
    {
        Replace("departments.csv", "finance,市财政局,财政局,bureau", "\n\nfinance,市财政局,财政局,office");

        Assert.Equal(["departments.csv:6 [kind]: 'office' is not one of bureau, party, region."], Problems());
    }

    [Fact]
    public void An_unclosed_quote_is_named_by_its_line()
    {
        Replace("departments.csv", "finance,市财政局,财政局,bureau", "finance,\"市财政局,财政局,bureau");

        Assert.Equal(["departments.csv:4: a quoted field is not closed, or text stands beside its quotes."], Problems());
    }

    [Fact]
    public void Another_encoding_is_named_by_its_line()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var path = Path.Combine(folder, "departments.csv");
        File.WriteAllBytes(path, [.. "code,name,aliases,kind\n"u8, .. Encoding.GetEncoding("GB18030").GetBytes("finance,市财政局,,bureau\n")]);

        Assert.Equal(["departments.csv:2: is not UTF-8."], Problems());
    }

    [Fact]
    public void A_record_with_too_few_fields_is_named()
    {
        Replace("regions.csv", "150603,康巴什区,康巴什,150600,kangbashi", "150603,康巴什区,康巴什,150600");

        Assert.Equal("regions.csv:4: has 4 fields, the header has 5.", Problems()[0]);
    }

    private IReadOnlyList<string> Problems()
    {
        var exception = Assert.Throws<PlanCatalogueException>(() => PlanCatalogueReader.Load(folder));
        Assert.Equal("broken", exception.PlanId);
        return [.. exception.Problems.Select(problem => problem.ToString())];
    }

    private void Replace(string file, string old, string replacement)
    {
        var path = Path.Combine(folder, file);
        var text = File.ReadAllText(path);
        Assert.Contains(old, text, StringComparison.Ordinal);
        File.WriteAllText(path, text.Replace(old, replacement, StringComparison.Ordinal));
    }
}
