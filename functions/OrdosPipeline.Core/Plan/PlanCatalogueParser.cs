using OrdosPipeline.Core.Plan.Consistency;

namespace OrdosPipeline.Core.Plan;

/// <summary>
/// Turns the CSV tables of a plan folder into a checked <see cref="PlanCatalogue"/>. Every problem is reported with
/// file, line and column; a catalogue with any problem is refused.
/// </summary>
public static class PlanCatalogueParser
{
    /// <summary>The files of a plan folder.</summary>
    public static IReadOnlyList<string> Files { get; } =
        ["plan.csv", "units.csv", "regions.csv", "departments.csv", "indicators.csv", "projects.csv", "project-quantities.csv"];

    /// <summary>Files that a plan folder may have besides.</summary>
    public static IReadOnlyList<string> OptionalFiles { get; } =
        [PlanAnnexParser.PartsFile, PlanAnnexParser.VetoesFile, PlanAnnexParser.TensionsFile, ConsistencyTable.File];

    /// <param name="planId">The name of the plan's folder.</param>
    /// <param name="tables">The tables by file name.</param>
    /// <exception cref="PlanCatalogueException">Anything is wrong with them.</exception>
    public static PlanCatalogue Parse(string planId, IReadOnlyDictionary<string, CatalogueTable> tables)
    {
        var problems = new List<CatalogueProblem>();
        foreach (var file in Files.Where(file => !tables.ContainsKey(file)))
            problems.Add(new CatalogueProblem(file, null, null, "is missing from the plan's folder."));
        if (problems.Count > 0)
            throw new PlanCatalogueException(planId, problems);

        var (name, nameEn, years) = ParsePlan(tables["plan.csv"], problems);
        var units = ParseUnits(tables["units.csv"], problems);
        var departments = ParseDepartments(tables["departments.csv"], problems);
        var regions = ParseRegions(tables["regions.csv"], departments, problems);
        var indicators = ParseIndicators(tables["indicators.csv"], units, departments, years, problems);
        var quantities = ParseQuantities(tables["project-quantities.csv"], units, problems);
        var projects = ParseProjects(tables["projects.csv"], quantities, departments, regions, problems);
        var parts = PlanAnnexParser.ParseParts(tables, problems);
        var vetoes = PlanAnnexParser.ParseVetoes(tables, indicators, problems);
        var tensions = PlanAnnexParser.ParseTensions(tables, indicators, problems);
        var consistencyRules = tables.TryGetValue(ConsistencyTable.File, out var table) ? ConsistencyTable.Parse(table, indicators, regions, problems) : [];
        if (problems.Count > 0)
            throw new PlanCatalogueException(planId, [.. problems.OrderBy(p => p.File, StringComparer.Ordinal).ThenBy(p => p.LineNumber)]);
        return new PlanCatalogue(planId, years, name, nameEn, units, regions, departments, indicators, projects)
        {
            Parts = parts,
            Vetoes = vetoes,
            Tensions = tensions,
            ConsistencyRules = consistencyRules,
        };
    }

    private static (string Name, string NameEn, PlanYears Years) ParsePlan(CatalogueTable table, List<CatalogueProblem> problems)
    {
        var rows = CatalogueRow.Of(table, problems, "name", "name_en", "first_year", "last_year");
        if (rows is not [var row])
        {
            problems.Add(new CatalogueProblem(table.File, null, null, "must have exactly one record."));
            return ("", "", default);
        }

        var years = new PlanYears(row.Integer("first_year"), row.Integer("last_year"));
        if (years.First < 1900 || years.Last < years.First || years.Last > 2200)
            row.Problem("last_year", $"the years {years} are not a plan's span.");
        return (row.Required("name"), row.Required("name_en"), years);
    }

    private static UnitTable ParseUnits(CatalogueTable table, List<CatalogueProblem> problems)
    {
        var units = new List<(MeasureUnit, IReadOnlyList<string>)>();
        var spellings = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var row in CatalogueRow.Of(table, problems, "unit", "dimension", "numerator", "denominator", "aliases"))
        {
            var unit = new MeasureUnit(row.Required("unit"), row.Required("dimension"), row.Number("numerator"), row.Number("denominator"));
            if (unit.Numerator <= 0 || unit.Denominator <= 0)
                row.Problem("numerator", "the size of a unit must be positive.");
            var aliases = row.List("aliases");
            foreach (var spelling in aliases.Prepend(unit.Symbol).Select(UnitTable.Normalise).Distinct(StringComparer.Ordinal))
            {
                if (!spellings.TryAdd(spelling, unit.Symbol))
                    row.Problem("aliases", $"the spelling '{spelling}' belongs to {spellings[spelling]} already.");
            }

            units.Add((unit, aliases));
        }

        return problems.Count > 0 ? new UnitTable([]) : new UnitTable(units);
    }

    private static List<Department> ParseDepartments(CatalogueTable table, List<CatalogueProblem> problems)
    {
        var departments = new List<Department>();
        var names = new UniqueNames("code", "name", "aliases");
        foreach (var row in CatalogueRow.Of(table, problems, "code", "name", "aliases", "kind"))
        {
            var department = new Department
            {
                Code = row.Required("code"),
                Name = row.Required("name"),
                Aliases = row.List("aliases"),
                Kind = row.Choice("kind", ("bureau", DepartmentKind.Bureau), ("party", DepartmentKind.Party), ("region", DepartmentKind.Region)),
            };
            if (!department.Code.All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-'))
                row.Problem("code", $"'{department.Code}' must be of lower-case letters, digits and hyphens: it stands in paths and keys.");
            names.Add(row, department.Code, department.Name, department.Aliases);
            departments.Add(department);
        }

        return departments;
    }

    private static List<Region> ParseRegions(CatalogueTable table, List<Department> departments, List<CatalogueProblem> problems)
    {
        var regions = new List<Region>();
        var names = new UniqueNames("code", "name", "aliases");
        var rows = CatalogueRow.Of(table, problems, "code", "name", "aliases", "parent", "department");
        foreach (var row in rows)
        {
            var region = new Region
            {
                Code = row.Required("code"),
                Name = row.Required("name"),
                Aliases = row.List("aliases"),
                Parent = row.OptionalText("parent"),
                Department = row.OptionalText("department"),
            };
            if (region.Code.Length != 6 || !region.Code.All(char.IsAsciiDigit))
                row.Problem("code", $"'{region.Code}' is not a six-digit GB/T 2260 code.");
            if (region.Department is { } code && departments.All(d => d.Code != code))
                row.Problem("department", $"'{code}' is not a department of departments.csv.");
            names.Add(row, region.Code, region.Name, region.Aliases);
            regions.Add(region);
        }

        if (regions.Count(r => r.Parent is null) != 1)
            problems.Add(new CatalogueProblem(table.File, null, "parent", "exactly one region, the city, must have no parent."));
        foreach (var row in rows.Where(row => row.OptionalText("parent") is { } parent && regions.All(r => r.Code != parent)))
            row.Problem("parent", $"'{row.Text("parent")}' is not a region of this file.");
        return regions;
    }

    private static List<Indicator> ParseIndicators(
        CatalogueTable table, UnitTable units, List<Department> departments, PlanYears years, List<CatalogueProblem> problems)
    {
        var indicators = new List<Indicator>();
        var names = new UniqueNames("id", "name", "aliases");
        var rows = CatalogueRow.Of(
            table, problems,
            "id", "name", "name_en", "aliases", "part", "chapter", "section", "box", "unit", "measure", "basis", "comparator", "external",
            "target_low", "target_high", "target_year", "dated", "target_text", "baseline_value", "baseline_year", "attribute", "direction",
            "department", "frequency", "decimals", "plausible_min", "plausible_max", "series", "scope", "related", "note", "quote");
        foreach (var row in rows)
        {
            var indicator = new Indicator
            {
                Id = row.Required("id"),
                Name = row.Required("name"),
                NameEn = row.Required("name_en"),
                Aliases = row.List("aliases"),
                Part = row.Text("part"),
                Chapter = row.Text("chapter"),
                Section = row.Text("section"),
                Box = row.Text("box"),
                Unit = row.Unit("unit", units),
                Measure = row.Choice(
                    "measure",
                    ("growth", Measure.Growth), ("share", Measure.Share), ("stock", Measure.Stock), ("flow", Measure.Flow),
                    ("count", Measure.Count), ("yesno", Measure.YesNo)),
                Basis = row.Choice("basis", [.. CatalogueWords.Bases]),
                Comparator = row.Choice("comparator", [.. CatalogueWords.Comparators]),
                External = row.YesNo("external"),
                TargetLow = row.OptionalNumber("target_low"),
                TargetHigh = row.OptionalNumber("target_high"),
                TargetYear = row.Integer("target_year"),
                Dated = row.YesNo("dated"),
                TargetText = row.Text("target_text"),
                BaselineValue = row.OptionalNumber("baseline_value"),
                BaselineYear = row.OptionalInteger("baseline_year"),
                Attribute = row.Choice(
                    "attribute", ("", IndicatorAttribute.None), ("预期性", IndicatorAttribute.Expected), ("约束性", IndicatorAttribute.Binding)),
                Direction = row.Choice("direction", ("up", Direction.Up), ("down", Direction.Down), ("hold", Direction.Hold)),
                Department = row.Required("department"),
                Frequency = row.Choice("frequency", ("quarter", Frequency.Quarter), ("year", Frequency.Year)),
                Decimals = row.Integer("decimals"),
                PlausibleMin = row.OptionalNumber("plausible_min"),
                PlausibleMax = row.OptionalNumber("plausible_max"),
                Series = row.OptionalText("series"),
                Scope = row.Choice("scope", ("plan", TargetScope.Plan), ("whole", TargetScope.Whole)),
                Related = row.List("related"),
                Note = row.Text("note"),
                Quote = row.Text("quote"),
            };
            CheckKey(row, "id", indicator.Id);
            names.Add(row, indicator.Id, indicator.Name, indicator.Aliases);
            if (departments.All(d => d.Code != indicator.Department))
                row.Problem("department", $"'{indicator.Department}' is not a department of departments.csv.");
            IndicatorChecks.Check(row, indicator, years);
            indicators.Add(indicator);
        }

        var byId = indicators.ToLookup(i => i.Id, StringComparer.Ordinal);
        foreach (var row in rows)
        {
            if (row.OptionalText("series") is { } series && (!byId[series].Any() || byId[series].Any(i => i.Series is not null) || series == row.Text("id")))
                row.Problem("series", $"'{series}' is not another indicator that is reported itself.");
            foreach (var related in row.List("related").Where(related => !byId[related].Any()))
                row.Problem("related", $"'{related}' is not an indicator of this file.");
        }

        return indicators;
    }

    private static List<(string Project, ProjectQuantity Quantity, CatalogueRow Row)> ParseQuantities(
        CatalogueTable table, UnitTable units, List<CatalogueProblem> problems)
    {
        var quantities = new List<(string, ProjectQuantity, CatalogueRow)>();
        var seen = new HashSet<(string, int)>();
        foreach (var row in CatalogueRow.Of(table, problems, "project", "seq", "name", "amount_low", "amount_high", "unit", "scope", "quote"))
        {
            var quantity = new ProjectQuantity
            {
                Sequence = row.Integer("seq"),
                Name = row.Required("name"),
                AmountLow = row.Number("amount_low"),
                AmountHigh = row.Number("amount_high"),
                Unit = row.Unit("unit", units),
                Scope = row.Choice("scope", ("plan", TargetScope.Plan), ("whole", TargetScope.Whole)),
                Quote = row.Text("quote"),
            };
            if (!seen.Add((row.Text("project"), quantity.Sequence)))
                row.Problem("seq", $"{quantity.Sequence} stands twice for {row.Text("project")}.");
            if (quantity.AmountLow <= 0 || quantity.AmountHigh < quantity.AmountLow)
                row.Problem("amount_low", "the amounts must be positive, and the high one not below the low one.");
            quantities.Add((row.Required("project"), quantity, row));
        }

        return quantities;
    }

    private static List<Project> ParseProjects(
        CatalogueTable table,
        List<(string Project, ProjectQuantity Quantity, CatalogueRow Row)> quantities,
        List<Department> departments,
        List<Region> regions,
        List<CatalogueProblem> problems)
    {
        var projects = new List<Project>();
        var names = new UniqueNames("id", "name", "aliases");
        var rows = CatalogueRow.Of(
            table, problems,
            "id", "parent", "name", "name_en", "aliases", "part", "box", "item", "kind", "regions", "department", "investment_total",
            "investment_plan", "start_year", "end_year", "dated", "note", "quote");
        var quantitiesOf = quantities.ToLookup(q => q.Project, q => q.Quantity, StringComparer.Ordinal);
        foreach (var row in rows)
        {
            var project = new Project
            {
                Id = row.Required("id"),
                Parent = row.OptionalText("parent"),
                Name = row.Required("name"),
                NameEn = row.Required("name_en"),
                Aliases = row.List("aliases"),
                Part = row.Text("part"),
                Box = row.Text("box"),
                Item = row.Text("item"),
                Kind = row.Text("kind"),
                Regions = row.List("regions"),
                Department = row.Required("department"),
                InvestmentTotal = row.OptionalNumber("investment_total"),
                InvestmentPlan = row.OptionalNumber("investment_plan"),
                StartYear = row.Integer("start_year"),
                EndYear = row.Integer("end_year"),
                Dated = row.YesNo("dated"),
                Note = row.Text("note"),
                Quote = row.Text("quote"),
                Quantities = [.. quantitiesOf[row.Text("id")].OrderBy(q => q.Sequence)],
            };
            CheckKey(row, "id", project.Id);
            names.Add(row, project.Id, project.Name, project.Aliases);
            if (departments.All(d => d.Code != project.Department))
                row.Problem("department", $"'{project.Department}' is not a department of departments.csv.");
            foreach (var region in project.Regions.Where(code => regions.All(r => r.Code != code)))
                row.Problem("regions", $"'{region}' is not a region of regions.csv.");
            if (project.EndYear < project.StartYear)
                row.Problem("end_year", "must not be before start_year.");
            projects.Add(project);
        }

        var ids = projects.Select(p => p.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var row in rows.Where(row => row.OptionalText("parent") is { } parent && (!ids.Contains(parent) || parent == row.Text("id"))))
            row.Problem("parent", $"'{row.Text("parent")}' is not another project of this file.");
        foreach (var (project, _, row) in quantities.Where(q => !ids.Contains(q.Project)))
            row.Problem("project", $"'{project}' is not a project of projects.csv.");
        return projects;
    }

    private static void CheckKey(CatalogueRow row, string column, string id)
    {
        if (id.Length is 0 or > 20 || !id.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'))
            row.Problem(column, $"'{id}' must be of at most 20 letters, digits and hyphens: it stands in keys.");
    }

    /// <summary>Ids, names and aliases of one file, none of which may mean two records.</summary>
    private sealed class UniqueNames(string idColumn, string nameColumn, string aliasColumn)
    {
        private readonly Dictionary<string, string> owners = new(StringComparer.OrdinalIgnoreCase);

        public void Add(CatalogueRow row, string id, string name, IReadOnlyList<string> aliases)
        {
            Claim(row, idColumn, id, id);
            Claim(row, nameColumn, name, id);
            foreach (var alias in aliases)
                Claim(row, aliasColumn, alias, id);
        }

        private void Claim(CatalogueRow row, string column, string word, string id)
        {
            if (word.Length > 0 && !owners.TryAdd(word, id))
                row.Problem(column, $"'{word}' stands for {owners[word]} already.");
        }
    }
}
