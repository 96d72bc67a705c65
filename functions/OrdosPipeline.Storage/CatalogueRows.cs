using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Azure.Data.Tables;
using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Progress.Decisions;

namespace OrdosPipeline.Storage;

/// <summary>A plan's catalogue as rows of Catalogue, by kind.</summary>
internal static class CatalogueRows
{
    /// <summary>The kind of the one row about the plan itself, written last.</summary>
    public const string PlanKind = "plan";

    /// <summary>The kind of administrators' decisions, which come from <c>decisions/</c>.</summary>
    public const string DecisionKind = "decision";

    /// <summary>The kinds that come from the plan's files. Rows of other kinds are not touched when the files are loaded.</summary>
    public static IReadOnlyList<string> Kinds { get; } = ["unit", "region", "department", "part", "indicator", "project", "quantity", "veto", "tension"];

    public static ILookup<string, TableEntity> Of(PlanCatalogue plan) => All(plan).ToLookup(row => row.GetString("Kind"));

    public static TableEntity Plan(PlanCatalogue plan, string digest) => Row(plan, PlanKind, plan.Id)
        .Set("Name", plan.Name)
        .Set("NameEn", plan.NameEn)
        .Set("StartYear", plan.Years.First)
        .Set("EndYear", plan.Years.Last)
        .Set("Digest", digest)
        .Entity;

    /// <summary>SHA-256 of all that is written: changes when the files do, and when the columns do.</summary>
    public static string Digest(PlanCatalogue plan, ILookup<string, TableEntity> rows)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var row in rows.SelectMany(kind => kind).Prepend(Plan(plan, "")))
        {
            foreach (var (name, value) in row.OrderBy(property => property.Key, StringComparer.Ordinal))
                hash.AppendData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{name}\0{value}\0")));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    public static TableEntity Decision(PlanCatalogue plan, RecordedDecision recorded)
    {
        var decision = recorded.Decision;
        var indicator = plan.FindIndicator(decision.Indicator);
        return Row(plan, DecisionKind, recorded.Id)
            .Set("Name", indicator?.Name)
            .Set("NameEn", indicator?.NameEn)
            .Set("Department", indicator?.Department)
            .Set("Unit", indicator?.Unit.Symbol)
            .Set("Basis", decision.Basis is { } basis ? Words<Basis>.Of(basis) : null)
            .Set("Comparator", decision.Target is { } target ? Words<Comparator>.Of(target.Comparator) : null)
            .Set("TargetLow", decision.Target?.Low)
            .Set("TargetHigh", decision.Target?.High)
            .Set("BaselineValue", decision.Baseline?.Value)
            .Set("Indicator", decision.Indicator)
            .Set("Region", decision.Region)
            .Set("Decision", decision.Kind.Code())
            .Set("EffectiveFrom", decision.EffectiveFrom.ToString())
            .Set("Year", decision.Year)
            .Set("ReplacedLow", decision.Replaced?.Low)
            .Set("ReplacedHigh", decision.Replaced?.High)
            .Set("BaselinePeriod", decision.Baseline?.Period.ToString())
            .Set("Authority", decision.Authority)
            .Set("DocumentNumber", decision.DocumentNumber)
            .Set("DocumentDate", decision.DocumentDate?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))
            .Set("Reason", decision.Reason)
            .Set("RecordedAt", recorded.RecordedAt)
            .Set("RecordedBy", recorded.RecordedBy)
            .Entity;
    }

    private static IEnumerable<TableEntity> All(PlanCatalogue plan) =>
    [
        .. plan.Units.All.Select(unit => Unit(plan, unit)),
        .. plan.Regions.Select(region => Region(plan, region)),
        .. plan.Departments.Select(department => Department(plan, department)),
        .. plan.Parts.Select(part => Row(plan, "part", part.Number).Set("Name", part.Name).Set("NameEn", part.NameEn).Set("Part", part.Number).Entity),
        .. plan.Indicators.Select(indicator => Indicator(plan, indicator)),
        .. plan.Projects.Select(project => Project(plan, project)),
        .. plan.Projects.SelectMany(project => project.Quantities.Select(quantity => Quantity(plan, project, quantity))),
        .. plan.Vetoes.Select(veto => Row(plan, "veto", veto.Indicator).Set("Name", veto.Name).Set("NameEn", veto.NameEn).Set("Indicator", veto.Indicator).Set("Quote", veto.Quote).Entity),
        .. plan.Tensions.Select(tension => Tension(plan, tension)),
    ];

    private static TableRow Row(PlanCatalogue plan, string kind, string id) =>
        new TableRow(TableDefinitions.Catalogue, TableKeys.CataloguePartition(plan.Id, kind), TableKeys.CatalogueRow(id))
            .Set("Plan", plan.Id)
            .Set("Kind", kind)
            .Set("Id", id);

    private static TableEntity Unit(PlanCatalogue plan, MeasureUnit unit) => Row(plan, "unit", unit.Symbol)
        .Set("Name", unit.Symbol)
        .Set("Dimension", unit.Dimension)
        .Set("Numerator", unit.Numerator)
        .Set("Denominator", unit.Denominator)
        .Entity;

    private static TableEntity Region(PlanCatalogue plan, Region region) => Row(plan, "region", region.Code)
        .Set("Name", region.Name)
        .Set("Aliases", List(region.Aliases))
        .Set("Parent", region.Parent)
        .Set("Department", region.Department)
        .Entity;

    private static TableEntity Department(PlanCatalogue plan, Department department) => Row(plan, "department", department.Code)
        .Set("Name", department.Name)
        .Set("Aliases", List(department.Aliases))
        .Set("Department", department.Code)
        .Set("DepartmentKind", Words<DepartmentKind>.Of(department.Kind))
        .Entity;

    private static TableEntity Indicator(PlanCatalogue plan, Indicator indicator) => Row(plan, "indicator", indicator.Id)
        .Set("Name", indicator.Name)
        .Set("NameEn", indicator.NameEn)
        .Set("Aliases", List(indicator.Aliases))
        .Set("Department", indicator.Department)
        .Set("Part", indicator.Part)
        .Set("Chapter", indicator.Chapter)
        .Set("Section", indicator.Section)
        .Set("Box", indicator.Box)
        .Set("Unit", indicator.Unit.Symbol)
        .Set("Measure", Words<Measure>.Of(indicator.Measure))
        .Set("Basis", Words<Basis>.Of(indicator.Basis))
        .Set("Comparator", Words<Comparator>.Of(indicator.Comparator))
        .Set("External", indicator.External)
        .Set("TargetLow", indicator.TargetLow)
        .Set("TargetHigh", indicator.TargetHigh)
        .Set("TargetYear", indicator.TargetYear)
        .Set("Dated", indicator.Dated)
        .Set("TargetText", indicator.TargetText)
        .Set("BaselineValue", indicator.BaselineValue)
        .Set("BaselineYear", indicator.BaselineYear)
        .Set("Attribute", Words<IndicatorAttribute>.Of(indicator.Attribute))
        .Set("Direction", Words<Direction>.Of(indicator.Direction))
        .Set("Frequency", Words<Frequency>.Of(indicator.Frequency))
        .Set("Decimals", indicator.Decimals)
        .Set("PlausibleMin", indicator.PlausibleMin)
        .Set("PlausibleMax", indicator.PlausibleMax)
        .Set("Series", indicator.Series)
        .Set("Scope", Words<TargetScope>.Of(indicator.Scope))
        .Set("Related", List(indicator.Related))
        .Set("Note", indicator.Note)
        .Set("Quote", indicator.Quote)
        .Entity;

    private static TableEntity Project(PlanCatalogue plan, Project project) => Row(plan, "project", project.Id)
        .Set("Name", project.Name)
        .Set("NameEn", project.NameEn)
        .Set("Aliases", List(project.Aliases))
        .Set("Department", project.Department)
        .Set("Part", project.Part)
        .Set("Box", project.Box)
        .Set("Item", project.Item)
        .Set("Project", project.Id)
        .Set("Parent", project.Parent)
        .Set("ProjectKind", project.Kind)
        .Set("Regions", List(project.Regions))
        .Set("InvestmentTotal", project.InvestmentTotal)
        .Set("InvestmentPlan", project.InvestmentPlan)
        .Set("StartYear", project.StartYear)
        .Set("EndYear", project.EndYear)
        .Set("Dated", project.Dated)
        .Set("Note", project.Note)
        .Set("Quote", project.Quote)
        .Entity;

    private static TableEntity Quantity(PlanCatalogue plan, Project project, ProjectQuantity quantity) =>
        Row(plan, "quantity", string.Create(CultureInfo.InvariantCulture, $"{project.Id}.{quantity.Sequence}"))
            .Set("Name", quantity.Name)
            .Set("Department", project.Department)
            .Set("Project", project.Id)
            .Set("Sequence", quantity.Sequence)
            .Set("AmountLow", quantity.AmountLow)
            .Set("AmountHigh", quantity.AmountHigh)
            .Set("Unit", quantity.Unit.Symbol)
            .Set("Scope", Words<TargetScope>.Of(quantity.Scope))
            .Set("Quote", quantity.Quote)
            .Entity;

    private static TableEntity Tension(PlanCatalogue plan, Tension tension) => Row(plan, "tension", tension.Id)
        .Set("Name", tension.Kind.Code())
        .Set("Related", List(tension.Indicators))
        .Set("Note", tension.Position)
        .Set("Quote", tension.Document)
        .Entity;

    private static string List(IReadOnlyList<string> items) => string.Join(';', items);
}
