using OrdosPipeline.LocalHost.Triggers.Blobs;

namespace OrdosPipeline.LocalHost.Tests.Triggers;

public class BlobPathPatternTests
{
    [Theory]
    [InlineData("incoming/{name}", "a.xlsx", "name=a.xlsx")]
    [InlineData("incoming/{name}", "发改委/2023年/三季度.xlsx", "name=发改委/2023年/三季度.xlsx")]
    // An earlier parameter takes as much as it can.
    [InlineData("incoming/{department}/{name}", "a/b/c.csv", "department=a/b name=c.csv")]
    [InlineData("incoming/{department}/{name}", "c.csv", null)]
    [InlineData("incoming/{name}.{extension}", "a.b.xlsx", "name=a.b extension=xlsx")]
    // A parameter may be empty.
    [InlineData("incoming/x{name}", "x", "name=")]
    [InlineData("incoming/{name}.csv", "a.csv.txt", null)]
    [InlineData("incoming/{name}.csv", "aXcsv", null)]
    [InlineData("incoming/{name}.csv", "a.CSV", null)]
    [InlineData("incoming/fixed.csv", "fixed.csv", "")]
    [InlineData("incoming/fixed.csv", "fixed.csv2", null)]
    [InlineData("incoming/{{{name}}}", "{a}", "name=a")]
    [InlineData("incoming", "any/thing", "")]
    public void Names_match_as_in_the_real_host(string path, string blobName, string? expected)
    {
        var pattern = BlobPathPattern.Parse(path);

        var parameters = pattern.Match(blobName);

        Assert.Equal(expected, parameters is null ? null : string.Join(' ', parameters.Select(p => $"{p.Key}={p.Value}")));
        Assert.Equal("incoming", pattern.Container);
        if (expected is not null)
            Assert.StartsWith(pattern.LiteralPrefix, blobName, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("incoming/return-{name}.csv", "return-")]
    [InlineData("incoming/fixed.csv", "fixed.csv")]
    [InlineData("incoming", "")]
    public void The_text_before_the_first_parameter_shortens_the_listing(string path, string prefix)
        => Assert.Equal(prefix, BlobPathPattern.Parse(path).LiteralPrefix);

    [Theory]
    [InlineData("{container}/{name}")]
    [InlineData("/{name}")]
    [InlineData("incoming/{name")]
    [InlineData("incoming/name}")]
    [InlineData("incoming/{}")]
    [InlineData("incoming/{a b}")]
    public void A_path_that_the_real_host_refuses_is_refused(string path)
        => Assert.Throws<FormatException>(() => BlobPathPattern.Parse(path));
}
