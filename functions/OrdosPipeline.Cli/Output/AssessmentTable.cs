using System.Globalization;
using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Progress;
using Spectre.Console;

namespace OrdosPipeline.Cli.Output;

/// <summary>Assessments of indicators as people read them.</summary>
internal static class AssessmentTable
{
    public static void Show(PlanCatalogue plan, IReadOnlyList<Assessment> assessments)
    {
        var table = Terminal.Table($"{plan.Id} {assessments[0].Quarter}", "编码", "指标", "公式", "值", "时期", "目标", "进度", "时序", "进度比", "状态");
        foreach (var assessment in assessments)
        {
            var indicator = plan.FindIndicator(assessment.Indicator!)!;
            table.AddRow(
                indicator.Id, Markup.Escape(indicator.Name), assessment.Method.ToString(), Number(assessment.Value), assessment.ValuePeriod?.ToString() ?? "",
                Markup.Escape(indicator.TargetText), Number(assessment.Progress), Number(assessment.Schedule), Number(assessment.Ratio),
                Words.Of(assessment));
        }

        Terminal.Show(table);
    }

    private static string Number(decimal? number) => number is { } value ? Math.Round(value, 3).ToString(CultureInfo.InvariantCulture) : "";
}
