using System.Text;
using System.Text.Json;
using OrdosPipeline.Core.Intake;
using OrdosPipeline.Core.Reporting;
using OrdosPipeline.Testing;

namespace OrdosPipeline.Core.Tests.Validation;

public sealed class CheckJsonTests
{
    [Fact]
    public void Has_the_properties_of_the_contract_in_their_order()
    {
        var submission = SheetBuilder.Of("指标名称|期间|数值|单位", "固定资产投资|2023Q3|125000.10|万元", "地区生产总值增长|2023Q3|撤回|%", "常住人口城镇化率|2023|约78|%").Named(null).Check("市统计局");
        using var json = Json(submission);
        var root = json.RootElement;

        Assert.Equal(["file", "department", "plan", "verdict", "findings", "findingCounts", "observations", "projectReports"], Names(root));
        Assert.Equal(("a.csv", "statistics", "ordos-14", "rejected"), (root.GetProperty("file").GetString(), root.GetProperty("department").GetString(), root.GetProperty("plan").GetString(), root.GetProperty("verdict").GetString()));
        Assert.Equal(["code", "severity", "sheet", "cell", "row", "column", "found", "message", "messageEn"], Names(root.GetProperty("findings")[0]));
        Assert.Equal("""{"value-imprecise":1}""", Compact(root.GetProperty("findingCounts")));
        Assert.Equal("""{"indicator":"H03","region":"150600","period":"2023Q3","value":12.50001,"unit":"亿元","sheet":null,"cell":"C2"}""", Compact(root.GetProperty("observations")[0]));
        Assert.Equal("""{"indicator":"H01","region":"150600","period":"2023Q3","unit":"%","sheet":null,"cell":"C3","withdrawn":true}""", Compact(root.GetProperty("observations")[1]));
    }

    [Fact]
    public void A_project_report_is_complete()
    {
        var submission = SheetBuilder.Of("项目名称|期间|状态|形象进度|累计完成投资（万元）|绿地（亩）|备注", "环城绿道|2026Q1|在建|0.455|5000|15000|快").Set("D2", Cell.OfNumber(0.455m, "45.5%", isPercent: true))
            .Check("works", "2026-07-01", TestPlan.Mini16());
        using var json = Json(submission, TestPlan.Mini16());

        Assert.Equal(
            """{"project":"B2","period":"2026Q1","state":"under-construction","progress":45.5,"investment":0.5,"quantities":[{"sequence":1,"name":"绿地","value":1.5,"unit":"万亩"}],"remark":"快","sheet":"Sheet1","row":2}""",
            Compact(json.RootElement.GetProperty("projectReports")[0]));
    }

    [Fact]
    public void An_explanation_stands_behind_everything_else_where_it_is_asked_for()
    {
        var sheet = SheetBuilder.Of("报告期：2023年1-9月", "指标名称|数值（万元）|审核", "固定资产投资|125000|王五").Named(null);
        using var stream = new MemoryStream();
        CheckJson.Write(stream, "a.csv", sheet.Check(), TestPlan.Ordos14(), sheet.Explain());
        using var json = JsonDocument.Parse(stream.ToArray());

        Assert.Equal("explanation", Names(json.RootElement)[^1]);
        Assert.Equal(
            """{"sheet":null,"outcome":"read","tables":[{"kind":"indicators","orientation":"by-row","transposed":false,"header":"A2:C2","rows":1,"values":1,"columns":["""
            + """{"cell":"A2","label":"指标名称","role":"indicator-name","by":"word","word":"指标名称"},{"cell":"B2","label":"数值（万元）","role":"value","by":"word","word":"数值","unit":"万元"},{"cell":"C2","label":"审核","role":"unknown","by":"none"}],"missingColumns":[],"""
            + "\"defaults\"" + """:[{"kind":"period","cell":"A1","text":"2023年1-9月","rows":1}],"skippedRows":0,"skipped":[]}],"skippedRows":1,"skipped":[{"cell":"A1","reason":"key-line","text":"报告期：2023年1-9月"}]}""",
            Compact(json.RootElement.GetProperty("explanation").GetProperty("sheets")[0]));
    }

    private static JsonDocument Json(Core.Validation.CheckedSubmission submission, Core.Plan.PlanCatalogue? plan = null)
    {
        using var stream = new MemoryStream();
        CheckJson.Write(stream, "a.csv", submission, plan ?? TestPlan.Ordos14());
        return JsonDocument.Parse(Encoding.UTF8.GetString(stream.ToArray()));
    }

    private static string[] Names(JsonElement element) => [.. element.EnumerateObject().Select(property => property.Name)];

    private static string Compact(JsonElement element) => string.Concat(element.GetRawText().Split('\n').Select(line => line.Trim())).Replace("\": ", "\":", StringComparison.Ordinal);
}
