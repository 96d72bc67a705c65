using System.Net;
using System.Text.RegularExpressions;
using OrdosPipeline.FunctionApp.Tests.Support;
using OrdosPipeline.Storage;
using OrdosPipeline.Testing;

namespace OrdosPipeline.FunctionApp.Tests;

/// <summary>How the pages are sent; what they do is tested in a browser, see tests/browser.</summary>
public sealed partial class DashboardTests
{
    [Fact]
    public async Task Whatever_the_first_page_names_is_there_and_is_kept_for_good()
    {
        await using var host = await ApiHost.StartAsync();
        using var page = await host.SendAsync("/");
        Assert.True(page.Headers.CacheControl!.NoCache);
        var addresses = Address().Matches(await page.Content.ReadAsStringAsync()).Select(match => match.Groups[1].Value).ToList();
        Assert.Contains(addresses, address => address.EndsWith("/main.js", StringComparison.Ordinal));
        foreach (var address in addresses)
        {
            using var file = await host.SendAsync(address);
            Assert.True(file.StatusCode == HttpStatusCode.OK, address);
            Assert.Equal("public, max-age=31536000, immutable", file.Headers.GetValues("Cache-Control").Single());
        }

        // Under the address of another build nothing is found, and never something else.
        using var old = await host.SendAsync("dashboard/000000000000/main.js");
        Assert.Equal(HttpStatusCode.NotFound, old.StatusCode);
    }

    [Fact]
    public async Task Scripts_come_from_the_app_alone_and_nothing_is_framed()
    {
        await using var host = await ApiHost.StartAsync();
        foreach (var address in new[] { "/", "dashboard/main.js" })
        {
            using var file = await host.SendAsync(address);
            var policy = file.Headers.GetValues("Content-Security-Policy").Single();
            Assert.StartsWith("default-src 'none'; script-src 'self'; style-src 'self';", policy, StringComparison.Ordinal);
            Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
            Assert.Equal("nosniff", file.Headers.GetValues("X-Content-Type-Options").Single());
            Assert.Equal("no-referrer", file.Headers.GetValues("Referrer-Policy").Single());
        }
    }

    [Theory]
    [InlineData("dashboard/main.js")]
    [InlineData("api/rules")]
    public async Task Text_is_sent_gzipped_to_whoever_takes_it_under_a_tag_of_its_own(string address)
    {
        await using var host = await ApiHost.StartAsync();
        using var plain = await host.SendAsync(address);
        using var packed = await host.SendAsync(address, headers: [("Accept-Encoding", "br, gzip;q=0.8")]);
        Assert.Empty(plain.Content.Headers.ContentEncoding);
        Assert.Equal("Accept-Encoding", plain.Headers.Vary.Single());
        Assert.Equal("gzip", packed.Content.Headers.ContentEncoding.Single());
        Assert.NotEqual(plain.Headers.ETag, packed.Headers.ETag);
        using var unpacked = new StreamReader(new System.IO.Compression.GZipStream(await packed.Content.ReadAsStreamAsync(), System.IO.Compression.CompressionMode.Decompress));
        Assert.Equal(await plain.Content.ReadAsStringAsync(), await unpacked.ReadToEndAsync());
        foreach (var (answer, coding) in new[] { (plain, "identity"), (packed, "gzip") })
        {
            using var again = await host.SendAsync(address, headers: [("If-None-Match", answer.Headers.ETag!.ToString()), ("Accept-Encoding", coding)]);
            Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        }

        using var refused = await host.SendAsync(address, headers: [("Accept-Encoding", "gzip;q=0")]);
        Assert.Empty(refused.Content.Headers.ContentEncoding);
    }

    [Theory]
    [InlineData(ApiHost.Reader, "reader", null)]
    [InlineData(ApiHost.Statistics, "department", "statistics")]
    [InlineData(ApiHost.Administrator, "administrator", null)]
    public async Task A_page_learns_who_looks_at_it_and_which_quarter_is_open(string key, string role, string? department)
    {
        await using var host = await ApiHost.StartAsync();
        var me = await host.JsonAsync("api/me", key);
        Assert.Equal(role, me.GetProperty("role").GetString());
        Assert.Equal(department, me.TryGetProperty("department", out var code) ? code.GetString() : null);
        Assert.Equal("2023Q3", me.GetProperty("openQuarter").GetString());
        Assert.Equal("2023-10-20", me.GetProperty("deadline").GetString());
    }

    [GeneratedRegex("(?:src|href)=\"(dashboard/[^\"]+)\"")]
    private static partial Regex Address();

    [Theory]
    [InlineData("Submissions", "State", "state")]
    [InlineData("Submissions", "Verdict", "verdict")]
    [InlineData("Findings", "Severity", "severity")]
    [InlineData("ProjectReports", "State", "project")]
    [InlineData("Summaries", "Standing", "standing")]
    [InlineData("Audit", "Action", "act")]
    [InlineData("Audit", "State", "act")]
    public async Task The_pages_have_the_words_of_the_exports_for_codes(string table, string column, string start)
    {
        var pages = await File.ReadAllTextAsync(Checkout.PathOf("functions", "OrdosPipeline.FunctionApp", "Dashboard", "words.js"));
        Assert.All(TableDefinitions.Of(table).Find(column)!.Words!, pair => Assert.Contains($"'{start}.{pair.Key}': ['{pair.Value}', ", pages, StringComparison.Ordinal));
    }
}
