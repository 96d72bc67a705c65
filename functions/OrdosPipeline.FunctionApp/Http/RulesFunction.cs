using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using OrdosPipeline.Core.Reporting;
using OrdosPipeline.Core.Validation;

namespace OrdosPipeline.FunctionApp.Http;

/// <summary><c>GET /api/rules</c>: every kind of finding, for whoever shows codes to people. Open to anyone; says nothing about data.</summary>
public sealed class RulesFunction
{
    private static readonly RulesAnswer Shared = new(
        [.. RuleBook.All.Select(rule => new RuleAnswer(rule.Code, CheckJson.Text(rule.Severity), rule.Title, rule.TitleEn, rule.Chinese, rule.English))]);

    private readonly RulesAnswer answer = Shared;

    [Function("Rules")]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/rules")] HttpRequest request) => Answer.OfAsync(answer);

    /// <param name="Rules">In the order of a check.</param>
    internal sealed record RulesAnswer(IReadOnlyList<RuleAnswer> Rules);

    /// <param name="Code">As findings have it.</param>
    /// <param name="Severity">error, warning or info.</param>
    /// <param name="Title">A name of a few words, in Chinese.</param>
    /// <param name="TitleEn">The same in English.</param>
    /// <param name="Text">What a finding says, in Chinese; what stands in braces is filled in.</param>
    /// <param name="TextEn">The same in English.</param>
    internal sealed record RuleAnswer(string Code, string Severity, string Title, string TitleEn, string Text, string TextEn);
}
