using OrdosPipeline.Core.Plan;
using OrdosPipeline.Documents.Reading;

namespace OrdosPipeline.Documents.Plan;

/// <summary>Reads plan folders: one folder of CSV files in UTF-8 per plan, named by the plan's id.</summary>
public static class PlanCatalogueReader
{
    /// <summary>Where the plans lie that are shipped with the program.</summary>
    public static string DefaultPlansFolder { get; } = Path.Combine(AppContext.BaseDirectory, "plan");

    /// <summary>Reads one plan.</summary>
    /// <param name="folder">Its last segment is the plan's id.</param>
    /// <exception cref="PlanCatalogueException">Anything is wrong with its files; every problem found is listed.</exception>
    public static PlanCatalogue Load(string folder)
    {
        var planId = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)));
        var tables = new Dictionary<string, CatalogueTable>(StringComparer.Ordinal);
        var problems = new List<CatalogueProblem>();
        foreach (var file in PlanCatalogueParser.Files.Concat(PlanCatalogueParser.OptionalFiles))
        {
            var path = Path.Combine(folder, file);
            if (!File.Exists(path))
                continue;
            try
            {
                var csv = CsvFile.Load(path);
                tables[file] = new CatalogueTable(file, csv.Header, [.. csv.Records.Select(record => new CatalogueRecord(record.LineNumber, record.Fields))]);
            }
            catch (CsvFileException exception)
            {
                problems.Add(new CatalogueProblem(file, exception.LineNumber, null, exception.Reason));
            }
        }

        if (problems.Count > 0)
            throw new PlanCatalogueException(planId, problems);
        return PlanCatalogueParser.Parse(planId, tables);
    }

    /// <summary>Reads every plan of <paramref name="plansFolder"/>, in the order of their ids.</summary>
    /// <exception cref="PlanCatalogueException">Anything is wrong with one of them.</exception>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static IReadOnlyList<PlanCatalogue> LoadAll(string plansFolder) =>
        [.. Directory.GetDirectories(plansFolder).Order(StringComparer.Ordinal).Select(Load)];
}
