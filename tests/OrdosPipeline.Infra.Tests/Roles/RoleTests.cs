using OrdosPipeline.Core.Stores;
using OrdosPipeline.Infra.Tests.Bicep;
using OrdosPipeline.LocalHost.Triggers.Blobs;

namespace OrdosPipeline.Infra.Tests.Roles;

public sealed class RoleTests
{
    private static readonly Access Access = new(Deployment.Flex);

    [Fact]
    public void Nobody_has_a_role_on_the_account_but_the_app_for_the_queues_of_its_host()
    {
        var broad = Assert.Single(Access.Assignments, assignment => assignment.On == "account");
        Assert.Equal((RoleAssignment.App, "Storage Queue Data Contributor"), (broad.Who, broad.Role.Name));
        foreach (var action in new[] { "read", "write", "delete", "process/action" })
        {
            Assert.True(Access.MayQueue(RoleAssignment.App, action, "azure-webjobs-blobtrigger-066cfb5d689e8e5fcd81685c0ef5f8d0"));
            Assert.True(Access.MayQueue(RoleAssignment.App, action, PoisonBlobQueue.Name));
            Assert.False(Access.MayQueue(RoleAssignment.App, action, "another"));
            Assert.True(Access.MayQueue(RoleAssignment.Operators, action, PoisonBlobQueue.Name));
            Assert.False(Access.MayQueue(RoleAssignment.Operators, action, "azure-webjobs-blobtrigger-066cfb5d689e8e5fcd81685c0ef5f8d0"));
        }
    }

    [Fact]
    public void A_condition_covers_every_data_action_of_its_role()
    {
        // What a condition does not name it allows.
        foreach (var assignment in Access.Assignments.Where(assignment => assignment.Condition is not null))
        {
            foreach (var action in assignment.Role.DataActions)
                Assert.False(Condition.Allows(assignment.Condition!, new DataRequest(action, new Dictionary<string, string>())), $"{assignment.Who} on {assignment.On}: {action}");
        }
    }

    [Fact]
    public void The_app_may_not_change_what_departments_upload()
    {
        Assert.True(Access.MayReadBlob(RoleAssignment.App, BlobNames.Incoming, "statistics/a.csv"));
        Assert.True(Access.MayList(RoleAssignment.App, BlobNames.Incoming, null));
        Assert.False(Access.MayBlob(RoleAssignment.App, Access.WriteBlob, BlobNames.Incoming, "statistics/a.csv"));
        Assert.False(Access.MayBlob(RoleAssignment.App, Access.DeleteBlob, BlobNames.Incoming, "statistics/a.csv"));
    }

    [Fact]
    public void Nobody_may_delete_what_the_system_keeps()
    {
        foreach (var assignment in Access.Assignments.Where(assignment => BlobNames.Containers.Contains(assignment.On)))
        {
            Assert.DoesNotContain(Access.DeleteBlob, assignment.Role.DataActions);
            Assert.DoesNotContain(assignment.Role.Actions, action => action.EndsWith("/containers/delete", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Administrators_read_every_table_and_container_and_change_none()
    {
        foreach (var table in TableNames.All)
        {
            Assert.True(Access.May(RoleAssignment.Administrators, table, Entities("read")), table);
            foreach (var action in new[] { "write", "delete", "add/action", "update/action" })
                Assert.False(Access.May(RoleAssignment.Administrators, table, Entities(action)), table);
        }

        foreach (var container in BlobNames.Containers)
        {
            Assert.True(Access.MayReadBlob(RoleAssignment.Administrators, container, "a"), container);
            Assert.False(Access.MayBlob(RoleAssignment.Administrators, Access.WriteBlob, container, "a"), container);
        }
    }

    [Fact]
    public void Readers_read_reports_alone()
    {
        var own = Assert.Single(Access.Assignments, assignment => assignment.Who == RoleAssignment.Readers);
        Assert.Equal((BlobNames.Reports, "Storage Blob Data Reader"), (own.On, own.Role.Name));
    }

    [Fact]
    public void Event_grid_writes_dead_letters_alone()
    {
        var own = Assert.Single(Access.Assignments, assignment => assignment.Who == RoleAssignment.Topic);
        Assert.Equal(("event-deadletter", "Storage Blob Data Contributor"), (own.On, own.Role.Name));
    }

    [Fact]
    public void Only_the_app_touches_the_keys_of_its_host() =>
        Assert.Equal([RoleAssignment.App], Access.Assignments.Where(assignment => assignment.On == "azure-webjobs-secrets").Select(assignment => assignment.Who));

    [Fact]
    public void A_group_that_does_not_exist_gets_no_role()
    {
        var assignments = RoleAssignment.Of(Deployment.Premium);
        Assert.Equal([RoleAssignment.Topic, RoleAssignment.App], assignments.Select(assignment => assignment.Who).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_group_for_no_department_is_refused()
    {
        var exception = Assert.Throws<InvalidOperationException>(() => BicepCompiler.Snapshot(
            "infra/main.bicep",
            """
            param environmentName = 'ordos-test'
            param plan = 'flex'
            param zoneRedundant = false
            param alertEmails = ['operators@example.com']
            param monthlyBudget = 0
            param budgetStart = '2026-12-01'
            param groups = { administrators: '', operators: '', readers: '', departments: { nobody: '00000000-0000-0000-0000-000000000001' } }
            """,
            "stranger"));
        Assert.Contains("departments.csv has no department with the code nobody.", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void No_two_assignments_have_one_name()
    {
        var ids = Deployment.Flex.OfType("Microsoft.Authorization/roleAssignments").Select(assignment => assignment.Id).ToList();
        Assert.Equal(ids.Count, ids.Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }

    private static DataRequest Entities(string action) =>
        new($"Microsoft.Storage/storageAccounts/tableServices/tables/entities/{action}", new Dictionary<string, string>());
}
