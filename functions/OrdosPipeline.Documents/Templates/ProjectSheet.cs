using System.Globalization;
using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Reporting;

namespace OrdosPipeline.Documents.Templates;

/// <summary>The sheet of a template that asks for projects: one row each, and one more for every further quantity of works.</summary>
internal static class ProjectSheet
{
    public const string Name = "项目填报";

    private const int State = 4;
    private const int Progress = 5;
    private const int Investment = 6;
    private const int Quantity = 8;

    private static readonly TemplateColumn[] Columns =
    [
        new("项目编码", 10, TemplateStyle.Header),
        new("项目名称", 34, TemplateStyle.Header),
        new("期间", 13, TemplateStyle.Header),
        new("状态", 10, TemplateStyle.HeaderToFill),
        new("形象进度（%）", 11, TemplateStyle.HeaderToFill),
        new("累计完成投资（亿元）", 14, TemplateStyle.HeaderToFill),
        new("建设内容", 22, TemplateStyle.Header),
        new("完成量", 12, TemplateStyle.HeaderToFill),
        new("单位", 10, TemplateStyle.Header),
        new("存在问题", 22, TemplateStyle.HeaderToFill),
        new("备注", 18, TemplateStyle.HeaderToFill),
        new("规划投资（亿元）", 12, TemplateStyle.HeaderOfReference),
        new("规划工程量", 12, TemplateStyle.HeaderOfReference),
        new("建设年限", 12, TemplateStyle.HeaderOfReference),
        new("上次报送期间", 13, TemplateStyle.HeaderOfReference),
        new("上次报送状态", 10, TemplateStyle.HeaderOfReference),
        new("上次形象进度（%）", 11, TemplateStyle.HeaderOfReference),
        new("上次完成投资（亿元）", 14, TemplateStyle.HeaderOfReference),
    ];

    public static TemplateSheet Of(ReturnTemplate template)
    {
        var sheet = new TemplateSheet(Columns);
        sheet.AddLine($"{template.Department.Name}{template.Quarter.Chinese()}重点工程填报表", TemplateStyle.Title, 30);
        sheet.AddLine($"填报单位：{template.Department.Name}", TemplateStyle.Hint);
        sheet.AddLine(TemplateTexts.Hint(template), TemplateStyle.Hint);
        sheet.AddHeader();
        var period = DueReturns.PeriodDueOfProjects(template.Quarter).Chinese(isInstant: true);
        foreach (var project in template.Projects)
        {
            var last = template.Last?.Projects.GetValueOrDefault(project.Id);
            Add(sheet, project, period, project.Quantities.Count > 0 ? project.Quantities[0] : null, last);
            foreach (var quantity in project.Quantities.Skip(1))
                AddFurther(sheet, project, period, quantity);
        }

        return sheet;
    }

    private static void Add(TemplateSheet sheet, Project project, string period, ProjectQuantity? quantity, LastProjectReport? last)
    {
        sheet.AddRow(
            [
                (project.Id, TemplateStyle.LabelCentred),
                (project.Name, TemplateStyle.Label),
                (period, TemplateStyle.LabelCentred),
                (null, TemplateStyle.FillChoice),
                (null, TemplateStyle.FillNumber),
                (null, TemplateStyle.FillNumber),
                .. Works(quantity),
                (null, TemplateStyle.FillText),
                (null, TemplateStyle.FillText),
                (project.InvestmentPlan ?? project.InvestmentTotal, TemplateStyle.ReferenceNumber),
                (Amount(quantity), TemplateStyle.ReferenceText),
                (project.StartYear == project.EndYear ? $"{project.EndYear}年" : $"{project.StartYear}–{project.EndYear}年", TemplateStyle.ReferenceText),
                (last?.Period.Chinese(isInstant: true), TemplateStyle.ReferenceText),
                (last?.State?.Chinese(), TemplateStyle.ReferenceText),
                (last?.Progress, TemplateStyle.ReferenceNumber),
                (last?.Investment, TemplateStyle.ReferenceNumber),
            ]);
        sheet.AddList(State, Enum.GetValues<ProjectState>().Select(state => state.Chinese()), "请选择状态", "请从列表中选择：前期、未开工、在建、完工、停工。");
        sheet.AddNumber(Progress, 0, 100, ["—"], "形象进度，单位：%", "只填 0 到 100 之间的数字，不写百分号；没有数据填“—”。");
        sheet.AddNumber(Investment, 0, null, ["—"], "累计完成投资，单位：亿元", "填开工以来累计完成的投资，只填数字；没有数据填“—”。");
        AddQuantityRule(sheet, quantity);
    }

    // The project stands in every row, so that rows may be sorted; what it is asked only once is not asked again.
    private static void AddFurther(TemplateSheet sheet, Project project, string period, ProjectQuantity quantity)
    {
        sheet.AddRow(
            [
                (project.Id, TemplateStyle.LabelCentred),
                (project.Name, TemplateStyle.Label),
                (period, TemplateStyle.LabelCentred),
                .. Enumerable.Repeat<(object?, TemplateStyle)>((null, TemplateStyle.Unused), 3),
                .. Works(quantity),
                .. Enumerable.Repeat<(object?, TemplateStyle)>((null, TemplateStyle.Unused), 3),
                (Amount(quantity), TemplateStyle.ReferenceText),
                .. Enumerable.Repeat<(object?, TemplateStyle)>((null, TemplateStyle.Unused), 5),
            ]);
        AddQuantityRule(sheet, quantity);
    }

    private static (object? Value, TemplateStyle Style)[] Works(ProjectQuantity? quantity) =>
    [
        (quantity?.Name, quantity is null ? TemplateStyle.Unused : TemplateStyle.Label),
        (null, quantity is null ? TemplateStyle.Unused : TemplateStyle.FillNumber),
        (quantity?.Unit.Symbol, quantity is null ? TemplateStyle.Unused : TemplateStyle.LabelCentred),
    ];

    private static void AddQuantityRule(TemplateSheet sheet, ProjectQuantity? quantity)
    {
        if (quantity is not null)
            sheet.AddNumber(Quantity, 0, null, ["—"], $"完成量，单位：{quantity.Unit.Symbol}", "填开工以来累计完成的工程量，只填数字；没有数据填“—”。");
    }

    private static string? Amount(ProjectQuantity? quantity) => quantity switch
    {
        null => null,
        _ when quantity.AmountLow == quantity.AmountHigh => string.Create(CultureInfo.InvariantCulture, $"{quantity.AmountHigh}{quantity.Unit.Symbol}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{quantity.AmountLow}–{quantity.AmountHigh}{quantity.Unit.Symbol}"),
    };
}
