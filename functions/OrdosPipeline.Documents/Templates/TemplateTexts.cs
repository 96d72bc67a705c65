using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Reporting;

namespace OrdosPipeline.Documents.Templates;

/// <summary>What templates tell the clerk.</summary>
internal static class TemplateTexts
{
    /// <summary>Above every table.</summary>
    public static string Hint(ReturnTemplate template) =>
        $"{template.LastDay:yyyy-MM-dd}（含）前报送。只填黄色单元格；灰色各列仅供参考，不作为报送数据。" + (template.Last is null ? "本模板未连接数据库生成，“上次报送”各列为空。" : "");

    /// <summary>The instructions, part by part.</summary>
    public static IEnumerable<(string Heading, string[] Lines)> Instructions(ReturnTemplate template)
    {
        var quarter = template.Quarter.Chinese();
        var cumulative = Period.QuarterYearToDate(template.Quarter.Year, template.Quarter.Number);
        yield return ("一、填什么",
        [
            $"本模板供{template.Department.Name}填报{quarter}数据，用于监测《{template.Plan.Name}》的实施进展。",
            (template.Indicators.Count, template.Projects.Count) switch
            {
                (var indicators, 0) => $"“{IndicatorSheet.Name}”列出本季度应报的 {indicators} 项指标。",
                (0, var projects) => $"“{ProjectSheet.Name}”列出本单位负责的 {projects} 项重点工程。",
                var (indicators, projects) => $"“{IndicatorSheet.Name}”列出本季度应报的 {indicators} 项指标，“{ProjectSheet.Name}”列出本单位负责的 {projects} 项重点工程。",
            },
            template.Quarter.Number == 4
                ? $"一年只报一次的指标也在四季度填报，期间为 {template.Quarter.Year} 年全年（年末）。"
                : "一年只报一次的指标在四季度的模板中填报，本季度不必填。",
        ]);
        yield return ("二、怎么填",
        [
            "1. 只填黄色单元格。编码、名称、期间、单位已经填好，请不要改动；工作表加了保护但没有密码，确有需要时可用“审阅—撤销工作表保护”解除。",
            $"2. 每项指标按“填报口径”列填：增速、比重和当年总量是 1 月至本季度末的累计数（本季度为 {cumulative.Chinese(isInstant: false)}），不是当季数；保有量是期末数（{cumulative.Chinese(isInstant: true)}）；新增、新建的数量是 {template.Plan.Years.First} 年以来的累计数。",
            "3. 数值只填数字，单位以“单位”列为准，不要写“约”“左右”“以上”等字样。单位是“%”的，45.3% 填 45.3。",
            "4. 是否类指标从下拉列表中选“是”或“否”；项目状态从下拉列表中选择。",
            "5. 形象进度填 0 到 100 的数字；累计完成投资、完成量填开工以来的累计数。",
            "6. 可以插入行、调整行的顺序、把表移到别处、改工作表名称、删除灰色的参考列，系统都能识别；表头一行必须保留。",
        ]);
        yield return ("三、没有数据、要更正或撤回",
        [
            "没有数据：填“—”，或者留空。“—”和空格表示没有报送，不表示 0；确实是零的请填 0。",
            "更正以前报过的数：在表末的空行中填写编码、期间和正确的数值，并在备注中说明原因，系统以最后一次报送为准。",
            "撤回以前报过的数：在数值单元格中填“撤回”。",
        ]);
        yield return ("四、什么时候报、怎么报",
        [
            $"{quarter}的报送截止日期是 {template.LastDay:yyyy} 年 {template.LastDay:%M} 月 {template.LastDay:%d} 日（含当日，北京时间）。逾期仍可报送，但计为迟报。",
            $"填好后保存，把文件放到本单位的报送文件夹 incoming/{template.Department.Code}/ 中。文件名可以任意，同名文件以后一次为准。",
        ]);
        yield return ("五、报送以后",
        [
            $"一分钟内，系统把标注了校验结果的同一个工作簿放到 feedback/{template.Department.Code}/ 中，第一张工作表“校验结果”写明是否接收、读到了哪些数、哪里需要修改。",
            "如被退回：数据没有入库。在退回的工作簿里直接改正标红的单元格，再次放到报送文件夹即可，不必删除批注和“校验结果”工作表。",
            "数据由市发展和改革委员会汇总，用于季度进展报告、中期评估和总结评估。对校验结果有疑问的，请联系市发展和改革委员会规划实施监测人员。",
        ]);
    }
}
