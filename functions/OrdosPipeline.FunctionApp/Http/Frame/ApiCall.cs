using System.Globalization;
using Microsoft.AspNetCore.Http;
using OrdosPipeline.Core.Answers;
using OrdosPipeline.Core.Plan;
using OrdosPipeline.FunctionApp.Http.Access;

namespace OrdosPipeline.FunctionApp.Http.Frame;

/// <summary>A request that the gate has let through: who calls, and the parameters that its operation has.</summary>
internal sealed class ApiCall
{
    private static readonly object Key = new();

    private readonly Dictionary<string, string> values = new(StringComparer.Ordinal);
    private readonly Operation operation;

    /// <exception cref="ProblemException">A parameter is unknown, missing, repeated or wrong.</exception>
    public ApiCall(Operation operation, HttpRequest request, Caller? caller)
    {
        (this.operation, Caller) = (operation, caller);
        foreach (var (name, value) in request.Query)
        {
            if (name == KeyCallers.QueryName)
                continue;
            var parameter = operation.Parameters.FirstOrDefault(known => known.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) ?? throw new ProblemException(Unknown(operation, name));
            if (value.Count > 1 || values.ContainsKey(parameter.Name))
                throw new ProblemException(Problem.BadRequest($"参数 {name} 只能给一次。", $"The parameter {name} is given more than once.", name));
            if (value is [{ Length: > 0 } text])
                Take(parameter, text);
        }

        foreach (var (name, value) in request.RouteValues)
        {
            if (operation.Parameters.FirstOrDefault(known => known.Name == name) is { } parameter && value is string { Length: > 0 } text)
                Take(parameter, text);
        }

        if (operation.Parameters.FirstOrDefault(parameter => parameter.IsRequired && !values.ContainsKey(parameter.Name)) is { } missing)
            throw new ProblemException(Problem.BadRequest($"缺少参数 {missing.Name}（{missing.Meaning.TrimEnd('。')}）。", $"The parameter {missing.Name} is missing: {missing.MeaningEn}", missing.Name));
        request.HttpContext.Items[Key] = this;
    }

    /// <summary>Null where the operation is open to everybody.</summary>
    public Caller? Caller { get; }

    /// <exception cref="InvalidOperationException">The gate has not let the request through.</exception>
    public static ApiCall Of(HttpRequest request) =>
        (ApiCall?)request.HttpContext.Items[Key] ?? throw new InvalidOperationException("The request did not come through the gate.");

    /// <summary>The value of a parameter; null where it is not given.</summary>
    /// <exception cref="InvalidOperationException">The operation has no such parameter.</exception>
    public string? Text(string name) => operation.Parameters.Any(parameter => parameter.Name == name)
        ? values.GetValueOrDefault(name)
        : throw new InvalidOperationException($"The operation {operation.Name} has no parameter {name}.");

    /// <summary>As <see cref="Text"/>, but null also where the operation has no such parameter: for what reads the questions of many operations.</summary>
    public string? TextIfKnown(string name) => values.GetValueOrDefault(name);

    /// <summary>A day; null where it is not given.</summary>
    /// <exception cref="ProblemException">It is no day.</exception>
    public DateOnly? Day(string name) => Text(name) is not { } text ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : throw new ProblemException(Problem.BadRequest($"“{text}”不是日期，请写成 2023-10-20。", $"'{text}' is not a date such as 2023-10-20.", name));

    public string Required(string name) => Text(name) ?? throw new InvalidOperationException($"The parameter {name} of {operation.Name} is not defined as required.");

    /// <summary>The quarter that the path names.</summary>
    /// <exception cref="ProblemException">It is outside the plan's years.</exception>
    public ReportingQuarter QuarterOf(PlanCatalogue plan)
    {
        var quarter = ReportingQuarter.Parse(Required("quarter"));
        return plan.Years.Contains(quarter)
            ? quarter
            : throw new ProblemException(Problem.NotFound($"{quarter} 不在规划期 {plan.Years} 之内。", $"{quarter} is outside the plan's years {plan.Years}."));
    }

    /// <summary>The department asked about: of a department always its own.</summary>
    /// <param name="questions">Tells codes from names.</param>
    /// <param name="text">As asked for; null for any.</param>
    /// <exception cref="ProblemException">It is another's.</exception>
    public string? DepartmentInScope(Questions questions, string? text)
    {
        var asked = text is null ? null : questions.FindDepartment(text)?.Code ?? text;
        if (Caller is not { Role: Role.Department, Department: { } own })
            return asked;
        return asked is null || asked == own
            ? own
            : throw new ProblemException(Problem.Forbidden($"您只能查看和报送{questions.FindDepartment(own)?.Name ?? own}自己的数据。", $"You may read and hand in what is {own}'s own, and nothing else."));
    }

    private void Take(Parameter parameter, string text)
    {
        if (parameter.Fault(text) is { } fault)
            throw new ProblemException(fault);
        values[parameter.Name] = text;
    }

    private static Problem Unknown(Operation operation, string name)
    {
        var known = operation.Parameters.Select(parameter => parameter.Name).ToList();
        var near = Likeness.Nearest(name, known).ToList();
        var offered = near.Count > 0 ? near : known;
        return Problem.BadRequest(
            $"没有参数“{name}”。{(offered.Count == 0 ? "" : $"{(near.Count > 0 ? "是不是" : "可用的有")}：{string.Join("、", offered)}{(near.Count > 0 ? "？" : "。")}")}",
            $"There is no parameter '{name}'.{(offered.Count == 0 ? "" : $" {(near.Count > 0 ? "Did you mean" : "There are")} {string.Join(", ", offered)}.")}",
            name);
    }
}
