using OrdosPipeline.Core.Stores;
using OrdosPipeline.Infra.Tests.Bicep;

namespace OrdosPipeline.Infra.Tests.Roles;

/// <summary>A department may upload to its own folder, list it, fetch its own feedback and templates, and nothing else.</summary>
public sealed class DepartmentAccessTests
{
    private static readonly Access Access = new(Deployment.Flex);

    public static TheoryData<string> Departments => [.. Deployment.DepartmentCodes];

    [Theory]
    [MemberData(nameof(Departments))]
    public void It_may_upload_to_its_own_folder_of_incoming_and_list_it(string code)
    {
        Assert.True(Access.MayBlob(code, Access.WriteBlob, BlobNames.Incoming, $"{code}/2023/报表.xlsx"));
        Assert.True(Access.MayBlob(code, Access.AddBlob, BlobNames.Incoming, $"{code}/a.csv"));
        Assert.True(Access.MayList(code, BlobNames.Incoming, $"{code}/"));
        Assert.True(Access.MayList(code, BlobNames.Incoming, $"{code}/2023/"));
    }

    [Theory]
    [MemberData(nameof(Departments))]
    public void It_may_not_read_or_delete_there(string code)
    {
        Assert.False(Access.MayReadBlob(code, BlobNames.Incoming, $"{code}/a.csv"));
        Assert.False(Access.MayBlob(code, Access.DeleteBlob, BlobNames.Incoming, $"{code}/a.csv"));
    }

    [Theory]
    [MemberData(nameof(Departments))]
    public void It_may_read_and_list_its_own_feedback_and_templates(string code)
    {
        foreach (var container in new[] { BlobNames.Feedback, BlobNames.Templates })
        {
            Assert.True(Access.MayReadBlob(code, container, $"{code}/报表.xlsx.0a1b.xlsx"));
            Assert.True(Access.MayList(code, container, $"{code}/"));
            Assert.False(Access.MayBlob(code, Access.WriteBlob, container, $"{code}/a.xlsx"));
            Assert.False(Access.MayBlob(code, Access.AddBlob, container, $"{code}/a.xlsx"));
            Assert.False(Access.MayBlob(code, Access.DeleteBlob, container, $"{code}/a.xlsx"));
        }
    }

    [Theory]
    [MemberData(nameof(Departments))]
    public void It_may_nothing_in_the_folder_of_another(string code)
    {
        // Also where one code begins as another does: otog and otog-front.
        foreach (var other in Deployment.DepartmentCodes.Where(other => other != code).Append($"{code}-2").Append($"x/{code}"))
        {
            foreach (var container in Containers)
            {
                Assert.False(Access.MayReadBlob(code, container, $"{other}/a.xlsx"), $"{code} reads {container}/{other}");
                Assert.False(Access.MayList(code, container, $"{other}/"), $"{code} lists {container}/{other}");
                foreach (var action in new[] { Access.WriteBlob, Access.AddBlob, Access.DeleteBlob })
                    Assert.False(Access.MayBlob(code, action, container, $"{other}/a.xlsx"), $"{code} does {action} in {container}/{other}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Departments))]
    public void It_may_list_no_more_than_its_folder(string code)
    {
        foreach (var container in Containers)
        {
            Assert.False(Access.MayList(code, container, null));
            Assert.False(Access.MayList(code, container, ""));
            Assert.False(Access.MayList(code, container, code));
        }
    }

    [Theory]
    [MemberData(nameof(Departments))]
    public void It_has_no_role_on_anything_else_and_none_that_manages_containers(string code)
    {
        var own = Access.Assignments.Where(assignment => assignment.Who == code).ToList();
        Assert.Equal([BlobNames.Feedback, BlobNames.Incoming, BlobNames.Templates], own.Select(assignment => assignment.On).Order(StringComparer.Ordinal));
        Assert.All(own, assignment => Assert.NotNull(assignment.Condition));
        Assert.DoesNotContain(own.SelectMany(assignment => assignment.Role.Actions), action =>
            action.EndsWith("containers/delete", StringComparison.Ordinal) || action.EndsWith("containers/write", StringComparison.Ordinal));
    }

    private static IEnumerable<string> Containers => Deployment.Flex.OfType("Microsoft.Storage/storageAccounts/blobServices/containers").Select(container => container.OwnName);
}
