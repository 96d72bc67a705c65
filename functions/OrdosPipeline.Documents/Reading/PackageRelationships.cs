namespace OrdosPipeline.Documents.Reading;

/// <param name="Id">Of the relationship within its source.</param>
/// <param name="Type">An address whose last segment tells the type, in transitional and strict OOXML alike.</param>
/// <param name="Target">Name of an entry of the package.</param>
internal sealed record PackageRelationship(string Id, string Type, string Target)
{
    public bool IsOf(string type) => Type.EndsWith("/" + type, StringComparison.Ordinal);
}

/// <summary>Which parts of a package belong to one of its parts. What lies outside of the package is left out: external links are never followed.</summary>
internal sealed class PackageRelationships
{
    private readonly List<PackageRelationship> relationships = [];

    public static PackageRelationships Of(ZipPackage package, string source)
    {
        var result = new PackageRelationships();
        var slash = source.LastIndexOf('/') + 1;
        var folder = source[..slash];
        PartXml.TryReadElements(
            package,
            $"{folder}_rels/{source[slash..]}.rels",
            reader =>
            {
                if (reader.Attribute("TargetMode") != "External" && reader.Attribute("Target") is { } target)
                    result.relationships.Add(new PackageRelationship(reader.Attribute("Id") ?? "", reader.Attribute("Type") ?? "", Resolve(folder, target)));
            },
            "Relationship");
        return result;
    }

    /// <summary>The part that the package is about; null when it does not say.</summary>
    public static string? MainPart(ZipPackage package) => Of(package, "").TargetOf("officeDocument");

    public PackageRelationship? Find(string? id) => relationships.Find(r => r.Id == id);

    public string? TargetOf(string type) => relationships.Find(r => r.IsOf(type))?.Target;

    public IReadOnlyList<PackageRelationship> AllOf(string type) => relationships.FindAll(r => r.IsOf(type));

    private static string Resolve(string folder, string target)
    {
        var segments = new List<string>();
        foreach (var segment in (target.StartsWith('/') ? target : folder + target).Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (segment == ".." && segments.Count > 0)
                segments.RemoveAt(segments.Count - 1);
            else if (segment is not ("." or ".."))
                segments.Add(segment);
        }

        return string.Join('/', segments);
    }
}
