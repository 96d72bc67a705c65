using System.Runtime.CompilerServices;
using System.Text;
using OrdosPipeline.Core.Plan;

namespace OrdosPipeline.Testing;

/// <summary>The real catalogue, read once.</summary>
public static class TestPlan
{
    private static readonly Lazy<PlanCatalogue> Ordos14Catalogue = new(() => PlanCatalogueParser.Parse(
        "ordos-14",
        PlanCatalogueParser.Files.ToDictionary(file => file, file => ReadTable(Path.Combine(RepositoryRoot(), "functions", "plan", "ordos-14", file)))));

    public static PlanCatalogue Ordos14() => Ordos14Catalogue.Value;

    public static string RepositoryRoot([CallerFilePath] string thisFile = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(thisFile)!, "..", ".."));

    private static CatalogueTable ReadTable(string path)
    {
        var records = Split(File.ReadAllText(path)).ToList();
        return new(Path.GetFileName(path), records[0].Fields, records[1..]);
    }

    private static IEnumerable<CatalogueRecord> Split(string text)
    {
        var (fields, field, quoted, line, start) = (new List<string>(), new StringBuilder(), false, 1, 1);
        foreach (var c in text)
        {
            if (c == '\n')
                line++;
            if (c == '"')
            {
                // A doubled quote inside quotes closes and opens again, so the second one is kept.
                if (!quoted && field.Length > 0)
                    field.Append('"');
                quoted = !quoted;
            }
            else if (quoted || c is not (',' or '\n' or '\r'))
            {
                field.Append(c);
            }
            else if (c != '\r')
            {
                fields.Add(field.ToString());
                field.Clear();
                if (c == '\n')
                {
                    yield return new(start, fields);
                    (fields, start) = ([], line);
                }
            }
        }
    }
}
