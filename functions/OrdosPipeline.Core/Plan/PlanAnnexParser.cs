namespace OrdosPipeline.Core.Plan;

/// <summary>
/// Reads the tables of a plan folder that a plan can do without: the names of its parts, its vetoes and its tensions.
/// What a plan does not have is empty.
/// </summary>
internal static class PlanAnnexParser
{
    public const string PartsFile = "parts.csv";
    public const string VetoesFile = "vetoes.csv";
    public const string TensionsFile = "tensions.csv";

    public static List<PlanPart> ParseParts(IReadOnlyDictionary<string, CatalogueTable> tables, List<CatalogueProblem> problems)
    {
        var parts = new List<PlanPart>();
        foreach (var row in Rows(tables, PartsFile, problems, "part", "name", "name_en"))
        {
            var part = new PlanPart(row.Required("part"), row.Required("name"), row.Required("name_en"));
            if (parts.Any(other => other.Number == part.Number))
                row.Problem("part", $"'{part.Number}' stands twice.");
            parts.Add(part);
        }

        return parts;
    }

    public static List<Veto> ParseVetoes(
        IReadOnlyDictionary<string, CatalogueTable> tables, IReadOnlyList<Indicator> indicators, List<CatalogueProblem> problems)
    {
        var vetoes = new List<Veto>();
        foreach (var row in Rows(tables, VetoesFile, problems, "indicator", "name", "name_en", "quote"))
        {
            var veto = new Veto(row.Required("indicator"), row.Required("name"), row.Required("name_en"), row.Text("quote"));
            CheckIndicators(row, "indicator", [veto.Indicator], indicators);
            vetoes.Add(veto);
        }

        return vetoes;
    }

    public static List<Tension> ParseTensions(
        IReadOnlyDictionary<string, CatalogueTable> tables, IReadOnlyList<Indicator> indicators, List<CatalogueProblem> problems)
    {
        var tensions = new List<Tension>();
        foreach (var row in Rows(tables, TensionsFile, problems, "id", "kind", "indicators", "document", "position", "position_en"))
        {
            var tension = new Tension
            {
                Id = row.Required("id"),
                Kind = row.Choice("kind", [.. CatalogueWords.TensionKinds]),
                Indicators = row.List("indicators"),
                Document = row.Required("document"),
                Position = row.Required("position"),
                PositionEn = row.Required("position_en"),
            };
            if (tensions.Any(other => other.Id == tension.Id))
                row.Problem("id", $"'{tension.Id}' stands twice.");
            if (tension.Indicators.Count == 0)
                row.Problem("indicators", "must not be empty.");
            CheckIndicators(row, "indicators", tension.Indicators, indicators);
            tensions.Add(tension);
        }

        return tensions;
    }

    private static List<CatalogueRow> Rows(
        IReadOnlyDictionary<string, CatalogueTable> tables, string file, List<CatalogueProblem> problems, params ReadOnlySpan<string> columns) =>
        tables.TryGetValue(file, out var table) ? CatalogueRow.Of(table, problems, columns) : [];

    private static void CheckIndicators(CatalogueRow row, string column, IEnumerable<string> ids, IReadOnlyList<Indicator> indicators)
    {
        foreach (var id in ids.Where(id => indicators.All(indicator => indicator.Id != id)))
            row.Problem(column, $"'{id}' is not an indicator of indicators.csv.");
    }
}
