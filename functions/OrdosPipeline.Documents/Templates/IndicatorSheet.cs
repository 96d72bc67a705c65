using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Reporting;

namespace OrdosPipeline.Documents.Templates;

/// <summary>The sheet of a template that asks for indicators: one row per value, with what was reported last beside it.</summary>
internal static class IndicatorSheet
{
    public const string Name = "指标填报";

    private const int Region = 3;
    private const int Value = 5;

    /// <summary>Rows for other periods, regions and indicators than those asked for.</summary>
    private const int SpareRows = 10;

    /// <summary>In place of a value: not reported, and withdrawn.</summary>
    private static readonly string[] InPlaceOfValue = ["—", "撤回"];

    private static readonly TemplateColumn[] Columns =
    [
        new("指标编码", 10, TemplateStyle.Header),
        new("指标名称", 34, TemplateStyle.Header),
        new("地区", 12, TemplateStyle.HeaderToFill),
        new("期间", 15, TemplateStyle.Header),
        new("数值", 16, TemplateStyle.HeaderToFill),
        new("单位", 11, TemplateStyle.Header),
        new("备注", 24, TemplateStyle.HeaderToFill),
        new("填报口径", 20, TemplateStyle.HeaderOfReference),
        new("规划目标", 22, TemplateStyle.HeaderOfReference),
        new("上次报送期间", 15, TemplateStyle.HeaderOfReference),
        new("上次报送数值", 15, TemplateStyle.HeaderOfReference),
    ];

    public static TemplateSheet Of(ReturnTemplate template)
    {
        var sheet = new TemplateSheet(Columns);
        sheet.AddLine($"{template.Department.Name}{template.Quarter.Chinese()}指标填报表", TemplateStyle.Title, 30);
        sheet.AddLine($"填报单位：{template.Department.Name}", TemplateStyle.Hint);
        sheet.AddLine(TemplateTexts.Hint(template), TemplateStyle.Hint);
        sheet.AddHeader();
        foreach (var indicator in template.Indicators)
            Add(sheet, template, indicator);
        sheet.AddLine("补报、更正其他期间，或填报其他地区、其他指标，请填在下面的空行：编码（或名称）、期间和数值必填。", TemplateStyle.Hint);
        for (var number = 0; number < SpareRows; number++)
        {
            sheet.AddRow(
                (null, TemplateStyle.FillText), (null, TemplateStyle.FillText), (null, TemplateStyle.FillChoice), (null, TemplateStyle.FillText), (null, TemplateStyle.FillNumber),
                (null, TemplateStyle.FillText), (null, TemplateStyle.FillText), (null, TemplateStyle.Unused), (null, TemplateStyle.Unused), (null, TemplateStyle.Unused), (null, TemplateStyle.Unused));
            AddRegions(sheet, template);
        }

        return sheet;
    }

    private static void Add(TemplateSheet sheet, ReturnTemplate template, Indicator indicator)
    {
        var isYesNo = indicator.Measure == Measure.YesNo;
        var last = template.Last?.Values.GetValueOrDefault(indicator.Id);
        var isOwn = template.Region != template.Plan.City;
        sheet.AddRow(
            (indicator.Id, TemplateStyle.LabelCentred),
            (indicator.Name, TemplateStyle.Label),
            (template.Region.Name, isOwn ? TemplateStyle.LabelCentred : TemplateStyle.FillChoice),
            (indicator.PeriodDue(template.Quarter).Chinese(indicator.Measure.IsInstant()), TemplateStyle.LabelCentred),
            (null, isYesNo ? TemplateStyle.FillChoice : TemplateStyle.FillNumber),
            (indicator.Unit.Symbol, TemplateStyle.LabelCentred),
            (null, TemplateStyle.FillText),
            (Kind(template, indicator), TemplateStyle.ReferenceText),
            (Target(indicator), TemplateStyle.ReferenceText),
            (last?.Period.Chinese(indicator.Measure.IsInstant()), TemplateStyle.ReferenceText),
            (last is null ? null : isYesNo ? (last.Value == 0 ? "否" : "是") : last.Value, TemplateStyle.ReferenceNumber));
        if (!isOwn)
            AddRegions(sheet, template);
        if (isYesNo)
            sheet.AddList(Value, ["是", "否", .. InPlaceOfValue], "请选择", "已实现选“是”，尚未实现选“否”；没有数据选“—”，撤回以前报过的选“撤回”。");
        else
            sheet.AddNumber(Value, indicator.PlausibleMin, indicator.PlausibleMax, InPlaceOfValue, $"填数字，单位：{indicator.Unit.Symbol}", NumberRule(indicator));
    }

    private static void AddRegions(TemplateSheet sheet, ReturnTemplate template) =>
        sheet.AddList(Region, template.Plan.Regions.Select(region => region.Name), "请选择地区", "请从列表中选择地区；全市的数选“全市”。");

    private static string NumberRule(Indicator indicator)
    {
        var bounds = (indicator.PlausibleMin, indicator.PlausibleMax) switch
        {
            ({ } least, { } most) => $"，应在 {least} 到 {most} 之间",
            ({ } least, null) => $"，不应小于 {least}",
            (null, { } most) => $"，不应大于 {most}",
            _ => "",
        };
        return $"只填数字，不写单位和“约”“以上”等字样{bounds}。没有数据填“—”，撤回以前报过的数填“撤回”。";
    }

    private static string Kind(ReturnTemplate template, Indicator indicator) => (indicator.Measure, IsWholeYear: template.Quarter.Number == 4) switch
    {
        (Measure.Growth, true) => "全年同比增速",
        (Measure.Growth, _) => "1月起累计同比增速",
        (Measure.Share, true) => "全年（年末）比重",
        (Measure.Share, _) => "1月起累计比重",
        (Measure.Flow, true) => "全年总量",
        (Measure.Flow, _) => "1月起累计总量",
        (Measure.Stock, true) => "年末数",
        (Measure.Stock, _) => "期末数",
        (Measure.Count, _) => $"{template.Plan.Years.First}年以来累计数",
        (_, true) => "到年末是否实现",
        _ => "到期末是否实现",
    };

    private static string Target(Indicator indicator) =>
        indicator.TargetText.Length == 0 ? "" : $"{indicator.TargetYear}年：{indicator.TargetText}";
}
