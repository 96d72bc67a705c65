using System.Text;
using CsCheck;
using OrdosPipeline.Core.Stores;
using OrdosPipeline.Storage.Queries;

namespace OrdosPipeline.Storage.Tests;

/// <summary>What a <c>$filter</c> may say, and what reaches the service.</summary>
public sealed class ODataFilterTests
{
    [Theory]
    [InlineData("Indicator eq 'H01'", "Indicator eq 'H01'")]
    [InlineData("  Year   ge  2022 ", "Year ge 2022L")]
    [InlineData("Year ge 2022L", "Year ge 2022L")]
    [InlineData("Value lt -0.5", "Value lt -0.5")]
    [InlineData("Text eq 'it''s' or Text eq ''", "Text eq 'it''s' or Text eq ''")]
    [InlineData("not(Period eq '2023')and(Year gt 1 or(Year lt 0))", "not (Period eq '2023') and (Year gt 1L or (Year lt 0L))")]
    [InlineData("UploadedAt le datetime'2023-10-20T08:00:00+08:00'", "UploadedAt le datetime'2023-10-20T00:00:00Z'")]
    [InlineData("PartitionKey ge 'ordos-14|' and RowKey ne '全市'", "PartitionKey ge 'ordos-14|' and RowKey ne '全市'")]
    [InlineData("Text eq ') or (Year eq 1'", "Text eq ') or (Year eq 1'")]
    public void A_filter_is_written_out_again(string written, string sent) =>
        Assert.Equal(sent, ODataFilter.Parse(written, TableDefinitions.Observations).Text);

    [Theory]
    [InlineData("", "$filter 第 1 个字符处应是列名，实际是结尾。")]
    [InlineData("indicator eq 'H01'", "是不是：Indicator")]
    [InlineData("Timestamp gt datetime'2023-01-01'", "没有列“Timestamp”")]
    [InlineData("ValueText eq '1'", "没有列“ValueText”")]
    [InlineData("'H01' eq Indicator", "第 1 个字符处应是列名")]
    [InlineData("Indicator = 'H01'", "第 11 个字符“=”无法识别")]
    [InlineData("Indicator like 'H%'", "应是eq、ne、gt、ge、lt 或 le，实际是“like”")]
    [InlineData("Indicator eq H01", "单引号括起来的文字")]
    [InlineData("Indicator eq \"H01\"", "第 14 个字符“\"”无法识别")]
    [InlineData("Indicator eq 'H01", "第 14 个字符“'”无法识别")]
    [InlineData("Year eq '2023'", "应是整数，如 2023，实际是“2023”（列 Year）")]
    [InlineData("Year eq 2023.5", "应是整数")]
    [InlineData("Value eq 1e400", "无法识别")]
    [InlineData("UploadedAt gt datetime'yesterday'", "应是时间")]
    [InlineData("Year eq 2023 Year eq 2022", "应是and、or 或结尾")]
    [InlineData("(Year eq 2023", "应是右括号，实际是结尾")]
    [InlineData("Year eq 2023)", "应是and、or 或结尾，实际是“)”")]
    [InlineData("not Year eq 2023", "应是not 后面的括号")]
    [InlineData("startswith(Indicator,'H')", "“,”无法识别")]
    [InlineData("Year add 1 eq 2024", "应是eq、ne")]
    [InlineData("Year eq 2023 AND Year eq 2022", "应是and、or 或结尾")]
    public void What_is_no_filter_is_refused_with_its_place(string written, string said)
    {
        var refused = Assert.Throws<RefusedQuestionException>(() => ODataFilter.Parse(written, TableDefinitions.Observations));
        Assert.Contains(said, refused.Chinese, StringComparison.Ordinal);
        Assert.NotEmpty(refused.English);
        Assert.Equal("$filter", refused.Parameter);
    }

    [Fact]
    public void The_service_s_limit_of_comparisons_and_the_depth_are_kept()
    {
        Assert.Equal(15, Parse(15).Comparisons);
        Assert.Contains("15", Assert.Throws<RefusedQuestionException>(() => Parse(16)).Chinese, StringComparison.Ordinal);
        Assert.Throws<RefusedQuestionException>(() => ODataFilter.Parse(new string('(', 1000) + "Year eq 1" + new string(')', 1000), TableDefinitions.Observations));
        Assert.Throws<RefusedQuestionException>(() => ODataFilter.Parse($"Text eq '{new string('x', ODataFilter.LongestText)}'", TableDefinitions.Observations));

        static ODataFilter Parse(int comparisons) =>
            ODataFilter.Parse(string.Join(" and ", Enumerable.Repeat("Year ne 0", comparisons)), TableDefinitions.Observations);
    }

    [Fact]
    public void Whatever_is_written_is_refused_or_reads_the_same_again()
    {
        string[] pieces = ["Year", "Indicator", "Value", "eq", "and", "or", "not", "(", ")", "'x'", "''", "'", "1", "-2.5", "true", " ", "datetime'2023-01-01'", ";", "%27"];
        Gen.Int[0, pieces.Length - 1].Select(index => pieces[index]).Array[0, 12].Sample(chosen =>
        {
            var text = new StringBuilder().AppendJoin(' ', chosen).ToString();
            try
            {
                var sent = ODataFilter.Parse(text, TableDefinitions.Observations).Text;
                return ODataFilter.Parse(sent, TableDefinitions.Observations).Text == sent;
            }
            catch (RefusedQuestionException)
            {
                return true;
            }
        });
    }
}
