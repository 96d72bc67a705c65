using System.Text;
using OrdosPipeline.Core.Intake;
using OrdosPipeline.Core.Stores;

namespace OrdosPipeline.Storage.Tests;

public sealed class BlobInboxTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Theory]
    [InlineData("works/a.xlsx")]
    [InlineData("市住建局/2026 三季度/上报（修改 #2）100%?.xlsx")]
    [InlineData("works/+&=;'\"~_.csv")]
    public async Task An_upload_is_opened_as_it_was_handed_in(string path)
    {
        var inbox = await CreateAsync();
        var uploaded = await UploadAsync(inbox, path, "一二三", "张三");
        await using var file = await inbox.OpenAsync(path, None);
        Assert.Equal(uploaded, file!.Version);
        Assert.Equal("张三", file.SubmittedBy);
        Assert.Equal("一二三", await new StreamReader(file.Content).ReadToEndAsync());
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes("一二三"))), file.Sha256);
        Assert.Equal(0, uploaded.UploadedAt.Millisecond);
        Assert.DoesNotContain('"', uploaded.ETag);
        var listed = new List<IncomingVersion>();
        await foreach (var version in inbox.ListAsync(None))
            listed.Add(version);
        Assert.Equal([uploaded], listed);
    }

    [Fact]
    public async Task A_file_that_is_opened_stays_the_version_it_was()
    {
        var inbox = await CreateAsync();
        await UploadAsync(inbox, "works/a.csv", "old", null);
        await using var file = await inbox.OpenAsync("works/a.csv", None);
        var newer = await UploadAsync(inbox, "works/a.csv", "newer", null);
        Assert.Equal("old", await new StreamReader(file!.Content).ReadToEndAsync());
        await using var reopened = await inbox.OpenAsync("works/a.csv", None);
        Assert.Equal(newer, reopened!.Version);
        Assert.NotEqual(file.Version.ETag, newer.ETag);
        Assert.Null(reopened.SubmittedBy);
    }

    [Fact]
    public async Task Of_an_upload_beyond_the_limit_one_byte_more_is_read()
    {
        var storage = await TestStorage.CreateAsync();
        var inbox = new BlobInbox(storage.Clients, new IntakeLimits { FileBytes = 4 });
        await UploadAsync(inbox, "works/a.csv", "12345678", null);
        await using var file = await inbox.OpenAsync("works/a.csv", None);
        Assert.Equal(8, file!.Version.Bytes);
        Assert.Equal("12345", await new StreamReader(file.Content).ReadToEndAsync());
    }

    [Fact]
    public async Task Version_and_content_agree_while_the_upload_is_replaced_again_and_again()
    {
        var inbox = await CreateAsync();
        var contents = new Dictionary<string, string>();
        var first = await UploadAsync(inbox, "works/a.csv", "0", null);
        contents[first.ETag] = "0";
        var replacing = Task.Run(async () =>
        {
            for (var number = 1; number <= 40; number++)
            {
                var version = await UploadAsync(inbox, "works/a.csv", $"{number}", null);
                lock (contents)
                    contents[version.ETag] = $"{number}";
            }
        });
        var opened = new List<(string ETag, string Content)>();
        while (!replacing.IsCompleted)
        {
            await using var file = await inbox.OpenAsync("works/a.csv", None);
            opened.Add((file!.Version.ETag, await new StreamReader(file.Content).ReadToEndAsync()));
        }

        await replacing;
        Assert.NotEmpty(opened);
        Assert.All(opened, file => Assert.Equal(contents[file.ETag], file.Content));
    }

    [Fact]
    public async Task An_upload_that_is_gone_is_null() => Assert.Null(await (await CreateAsync()).OpenAsync("works/none.csv", None));

    [Fact]
    public async Task A_stream_without_length_can_be_uploaded()
    {
        var inbox = await CreateAsync();
        await using var content = new System.IO.Compression.DeflateStream(new MemoryStream([0x4b, 0x04, 0x00]), System.IO.Compression.CompressionMode.Decompress);
        Assert.Equal(1, (await inbox.UploadAsync("works/a.csv", content, null, None)).Bytes);
    }

    [Theory]
    [InlineData("works/../../accepted/x.json")]
    [InlineData("../x")]
    [InlineData("works//x")]
    [InlineData("works/./x")]
    [InlineData("works\\x")]
    [InlineData("")]
    public async Task A_path_that_leads_elsewhere_is_refused(string path)
    {
        var inbox = await CreateAsync();
        await Assert.ThrowsAsync<ArgumentException>(() => UploadAsync(inbox, path, "x", null));
        await Assert.ThrowsAsync<ArgumentException>(() => inbox.OpenAsync(path, None));
    }

    [Fact]
    public async Task Two_systems_can_share_one_inbox()
    {
        var storage = await TestStorage.CreateAsync();
        var other = new BlobInbox(new StorageClients(storage.Options with { Prefix = "other", IncomingPrefix = storage.Options.Prefix }));
        await UploadAsync(new BlobInbox(storage.Clients), "works/a.csv", "x", null);
        await using var file = await other.OpenAsync("works/a.csv", None);
        Assert.NotNull(file);
    }

    private static async Task<BlobInbox> CreateAsync() => new((await TestStorage.CreateAsync()).Clients);

    private static Task<IncomingVersion> UploadAsync(BlobInbox inbox, string path, string content, string? submittedBy) =>
        inbox.UploadAsync(path, new MemoryStream(Encoding.UTF8.GetBytes(content)), submittedBy, None);
}
