using OrdosPipeline.Infra.Tests.Bicep;

namespace OrdosPipeline.Infra.Tests.Roles;

/// <summary>The table in infra/README.md says who may do what, as the roles that a deployment would create permit it.</summary>
public sealed class AccessTableTests
{
    private const string Department = "a department";

    private static readonly string[] People = [RoleAssignment.App, RoleAssignment.Topic, RoleAssignment.Operators, RoleAssignment.Administrators, RoleAssignment.Readers];

    private static readonly IReadOnlyList<RoleAssignment> Assignments = RoleAssignment.Of(Deployment.Flex);

    [Fact]
    public void The_readme_says_who_may_do_what()
    {
        var containers = Rows(Assignments.Where(assignment => assignment.IsOnContainer).Select(assignment => assignment.On));
        var tables = Rows(Assignments.Where(assignment => assignment.IsOnTable).Select(assignment => assignment.On));
        List<string> lines = [Line("", [.. People, Department]), Line("---", [.. Enumerable.Repeat("---", People.Length + 1)])];
        lines.AddRange(containers.Select(container => Line($"container `{container}`", Cells(container))));
        lines.AddRange(tables.GroupBy(table => string.Join('|', Cells(table))).Select(same => Line($"tables {string.Join(", ", same.Select(table => $"`{table}`"))}", Cells(same.First()))));
        lines.Add(Line("queue `webjobs-blobtrigger-poison`", Cells("webjobs-blobtrigger-poison")));
        lines.Add(Line("queues `azure-webjobs-blobtrigger-*`", Cells("account")));
        ReadmeSection.Holds("who may do what", string.Concat(lines));
    }

    [Fact]
    public void Every_department_may_the_same_in_its_own_folder()
    {
        foreach (var container in Assignments.Where(assignment => Deployment.DepartmentCodes.Contains(assignment.Who)).Select(assignment => assignment.On).Distinct())
            Assert.Single(Deployment.DepartmentCodes.Select(code => DepartmentWords(code, container)).Distinct());
    }

    private static string[] Cells(string on) => [.. People.Append(Department).Select(who => Words(who, on))];

    private static string Line(string first, string[] others) => $"| {first} | {string.Join(" | ", others)} |\n";

    private static List<string> Rows(IEnumerable<string> names) => [.. names.Distinct()];

    private static string Words(string who, string on) => who == Department
        ? DepartmentWords(Deployment.DepartmentCodes[0], on)
        : string.Join("; ", Assignments.Where(assignment => assignment.Who == who && assignment.On == on).Select(assignment => Words(assignment.Role)));

    /// <summary>From the condition, not from the role alone.</summary>
    private static string DepartmentWords(string code, string container)
    {
        var access = new Access(Deployment.Flex);
        List<string> words = [];
        if (access.MayReadBlob(code, container, $"{code}/a"))
            words.Add("read");
        if (access.MayList(code, container, $"{code}/"))
            words.Add("list");
        if (access.MayBlob(code, Access.WriteBlob, container, $"{code}/a"))
            words.Add("upload");
        if (access.MayBlob(code, Access.DeleteBlob, container, $"{code}/a"))
            words.Add("delete");
        return words.Count == 0 ? "" : $"{string.Join(", ", words)} below `{{department}}/`";
    }

    private static string Words(RoleDefinition role)
    {
        List<string> words = [];
        foreach (var (word, part) in new[] { ("read", "/read"), ("write", "/write"), ("delete", "/delete"), ("take", "/process/action") })
        {
            if (role.DataActions.Any(action => action.EndsWith(part, StringComparison.Ordinal)))
                words.Add(word);
        }

        return string.Join(", ", words);
    }
}
