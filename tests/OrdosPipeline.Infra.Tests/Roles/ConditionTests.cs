namespace OrdosPipeline.Infra.Tests.Roles;

/// <summary>The judge of conditions is itself judged, by the published examples.</summary>
public sealed class ConditionTests
{
    private const string Read = "Microsoft.Storage/storageAccounts/blobServices/containers/blobs/read";
    private const string Path = "@Resource[Microsoft.Storage/storageAccounts/blobServices/containers/blobs:path]";

    // "Read blobs in named containers with a path" of learn.microsoft.com/azure/storage/blobs/storage-auth-abac-examples.
    private const string Example = """
        (
         (
          !(ActionMatches{'Microsoft.Storage/storageAccounts/blobServices/containers/blobs/read'} AND NOT SubOperationMatches{'Blob.List'})
         )
         OR
         (
          @Resource[Microsoft.Storage/storageAccounts/blobServices/containers:name] StringEquals 'blobs-example-container'
          AND
          @Resource[Microsoft.Storage/storageAccounts/blobServices/containers/blobs:path] StringLike 'readonly/*'
         )
        )
        """;

    [Theory]
    [InlineData(Read, null, "readonly/a.txt", true)]
    [InlineData(Read, null, "readonly/b/a.txt", true)]
    [InlineData(Read, null, "other/a.txt", false)]
    [InlineData(Read, null, "readonly", false)]
    [InlineData(Read, "Blob.List", "other/a.txt", true)]
    [InlineData("Microsoft.Storage/storageAccounts/blobServices/containers/blobs/write", null, "other/a.txt", true)]
    public void The_published_example_is_decided_as_published(string action, string? subOperation, string path, bool allowed)
    {
        var attributes = new Dictionary<string, string> { ["@Resource[Microsoft.Storage/storageAccounts/blobServices/containers:name]"] = "blobs-example-container", [Path] = path };
        Assert.Equal(allowed, Condition.Allows(Example, new DataRequest(action, attributes, subOperation)));
    }

    [Theory]
    [InlineData("@a[b] StringEquals 'c' AND @a[b] StringEquals 'x' OR @a[b] StringEquals 'c'", true)]
    [InlineData("@a[b] StringEquals 'c' OR @a[b] StringEquals 'x' AND @a[b] StringEquals 'x'", true)]
    [InlineData("(@a[b] StringEquals 'c' OR @a[b] StringEquals 'c') AND @a[b] StringEquals 'x'", false)]
    [InlineData("@a[absent] StringEquals ''", false)]
    [InlineData("@a[b] StringEquals 'C'", false)]
    public void And_binds_before_or_and_what_is_absent_equals_nothing(string condition, bool allowed) =>
        Assert.Equal(allowed, Condition.Allows(condition, new DataRequest(Read, new Dictionary<string, string> { ["@a[b]"] = "c" })));

    [Theory]
    [InlineData("(@a[b] StringEquals 'c'")]
    [InlineData("@a[b] StringEquals 'c')")]
    [InlineData("@a[b] Equals 'c'")]
    [InlineData("@a[b] StringEquals c")]
    [InlineData("@a[b] StringEquals 'c' & @a[b] StringEquals 'c'")]
    public void What_is_no_condition_is_refused(string condition) => Assert.Throws<FormatException>(
        () => Condition.Allows(condition, new DataRequest(Read, new Dictionary<string, string> { ["@a[b]"] = "c" })));
}
