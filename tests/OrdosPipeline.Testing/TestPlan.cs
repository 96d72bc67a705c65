using System.Text;
using OrdosPipeline.Core.Plan;

namespace OrdosPipeline.Testing;

/// <summary>The plans that tests run against, read once.</summary>
public static class TestPlan
{
    private static readonly Lazy<PlanCatalogue> LazyOrdos14 = new(() => Load(Path.Combine(RepositoryRoot(), "functions", "plan", "ordos-14")));
    private static readonly Lazy<PlanCatalogue> LazyMini16 = new(() => Load(Path.Combine(RepositoryRoot(), "tests", "TestPlans", "mini-16")));

    /// <summary>The plan as shipped.</summary>
    public static PlanCatalogue Ordos14() => LazyOrdos14.Value;

    /// <summary>A small plan of another city, 2026–2030.</summary>
    public static PlanCatalogue Mini16() => LazyMini16.Value;

    /// <summary>The folder that holds the solution.</summary>
    public static string RepositoryRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "OrdosPipeline.sln")))
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("OrdosPipeline.sln is in no folder above the tests.");
        return folder;
    }

    private static PlanCatalogue Load(string folder)
    {
        var tables = Directory.EnumerateFiles(folder, "*.csv").Select(ReadTable).ToDictionary(table => table.File, StringComparer.Ordinal);
        return PlanCatalogueParser.Parse(Path.GetFileName(folder), tables);
    }

    private static CatalogueTable ReadTable(string path)
    {
        var records = Records(File.ReadAllText(path, Encoding.UTF8)).ToList();
        return new CatalogueTable(Path.GetFileName(path), records[0].Fields, records[1..]);
    }

    private static IEnumerable<CatalogueRecord> Records(string text)
    {
        var fields = new List<string>();
        var field = new StringBuilder();
        var (quoted, line, start) = (false, 1, 1);
        foreach (var c in text.TrimStart('\ufeff'))
        {
            if (c == '\n')
                line++;
            if (c == '"')
            {
                if (!quoted && field.Length > 0)
                    field.Append('"');
                quoted = !quoted;
            }
            else if (quoted)
            {
                field.Append(c);
            }
            else if (c is ',' or '\n')
            {
                fields.Add(field.ToString());
                field.Clear();
                if (c == '\n')
                {
                    yield return new CatalogueRecord(start, [.. fields]);
                    fields.Clear();
                    start = line;
                }
            }
            else if (c != '\r')
            {
                field.Append(c);
            }
        }

        if (field.Length > 0 || fields.Count > 0)
        {
            fields.Add(field.ToString());
            yield return new CatalogueRecord(start, [.. fields]);
        }
    }
}
