using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Progress;
using OrdosPipeline.FunctionApp.Http.Frame;

namespace OrdosPipeline.FunctionApp.Http;

/// <summary>
/// <c>GET /api/me</c>: whose key or account it is and in which role, the plans there are, and for which quarter returns are
/// handed in just now. Asks no storage, so that a page can tell a wrong key from a failing system.
/// </summary>
public sealed class Me(PlanLibrary plans, CompletenessSettings completeness, TimeProvider clock)
{
    [Function(nameof(Me))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/me")] HttpRequest request)
    {
        var caller = ApiCall.Of(request).Caller!;
        var open = CompletenessSettings.OpenQuarter(clock.GetUtcNow());
        var department = caller.Department is { } code ? plans.All.Reverse().Select(plan => plan.FindDepartment(code)).FirstOrDefault(found => found is not null) : null;
        return Answer.OfAsync(new MeAnswer(
            caller.Name, caller.Role.ToString().ToLowerInvariant(), caller.Department, department?.Name, [.. plans.All.Select(plan => new PlanAnswer(plan.Id, plan.Name, plan.NameEn, plan.Years.First, plan.Years.Last))],
            open.ToString(), ChinaTime.DayOf(completeness.Deadline(open).AddTicks(-1)).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)));
    }

    /// <param name="Name">Of the key or the account.</param>
    /// <param name="Role">reader, department or administrator.</param>
    /// <param name="Department">Code of its own, of a department.</param>
    /// <param name="DepartmentName">In Chinese.</param>
    /// <param name="Plans">The oldest first.</param>
    /// <param name="OpenQuarter">That ended last, such as 2023Q3: returns of it are being handed in.</param>
    /// <param name="Deadline">The last day, in China, on which a return of it is on time.</param>
    internal sealed record MeAnswer(
        [property: JsonRequired] string Name, [property: JsonRequired] string Role, string? Department, string? DepartmentName,
        [property: JsonRequired] IReadOnlyList<PlanAnswer> Plans, [property: JsonRequired] string OpenQuarter, [property: JsonRequired] string Deadline);

    /// <param name="Id">Such as ordos-14.</param>
    /// <param name="Name">In Chinese.</param>
    /// <param name="NameEn">In English.</param>
    /// <param name="FirstYear">Of the plan.</param>
    /// <param name="LastYear">Of the plan.</param>
    internal sealed record PlanAnswer(string Id, string Name, string NameEn, int FirstYear, int LastYear);
}
