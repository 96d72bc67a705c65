using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using OrdosPipeline.Core;
using OrdosPipeline.Core.Answers;
using OrdosPipeline.Core.Reporting;
using OrdosPipeline.Core.Stores;
using OrdosPipeline.FunctionApp.Http.Frame;

namespace OrdosPipeline.FunctionApp.Http.Acts;

/// <summary>What administrators order; each act is in the audit trail before it is done.</summary>
public sealed class AdministrationFunctions(
    Administration administration, Replay replay, MissedSubmissions missed, QuarterClosePipeline pipeline, ISummaryStore summaries, Questions questions)
{
    /// <summary><c>POST /api/submissions/{department}/{submission}/replay</c>: takes up again what the system has given up.</summary>
    [Function("Replay")]
    public async Task<IResult> Replay(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/submissions/{department}/{submission}/replay")] HttpRequest request, CancellationToken cancellationToken)
    {
        var call = ApiCall.Of(request);
        var (department, submission) = (call.Required("department"), call.Required("submission"));
        var replayed = await administration.ReplayAsync(call.Caller!.ToActor(), replay, department, submission, cancellationToken)
            ?? throw new ProblemException(Problem.NotFound($"台账中没有 {department} 的报送 {submission}。", $"The ledger has no submission {submission} of {department}."));
        return await Answer.OfAsync(new ReplayAnswer(
            replayed.After.Id, replayed.Before.State.ToString().ToLowerInvariant(), replayed.After.State.ToString().ToLowerInvariant(), replayed.PoisonMessages));
    }

    /// <summary><c>POST /api/summaries/{plan}/{quarter}</c>: writes a quarter's summary now; with <c>publish=true</c> publishes and freezes it.</summary>
    [Function("Close")]
    public async Task<IResult> Close(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/summaries/{plan}/{quarter}")] HttpRequest request, CancellationToken cancellationToken)
    {
        var call = ApiCall.Of(request);
        var plan = questions.Plan(call.Required("plan"));
        var quarter = call.QuarterOf(plan);
        var publish = call.Text("publish") == "true";
        var closed = await administration.CloseAsync(call.Caller!.ToActor(), pipeline, summaries, plan, quarter, publish, cancellationToken);
        return await Answer.OfAsync(new CloseAnswer(plan.Id, quarter.ToString(), closed.Head.Version, closed.IsNew, publish || closed.Head.State == SummaryState.Published));
    }

    /// <summary><c>POST /api/sweep</c>: takes up what events have missed, as the timer does.</summary>
    [Function("Sweep")]
    public async Task<IResult> Sweep(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/sweep")] HttpRequest request, CancellationToken cancellationToken)
    {
        var taken = await administration.SweepAsync(ApiCall.Of(request).Caller!.ToActor(), missed, cancellationToken);
        return await Answer.OfAsync(new SweepAnswer(taken));
    }

    /// <param name="Plan">Id.</param>
    /// <param name="Quarter">Such as 2023Q3.</param>
    /// <param name="Version">That stands now.</param>
    /// <param name="IsNew">Whether it was written just now.</param>
    /// <param name="IsPublished">Whether it is frozen.</param>
    internal sealed record CloseAnswer(string Plan, string Quarter, int Version, bool IsNew, bool IsPublished);

    /// <param name="Submission">Its id.</param>
    /// <param name="Before">State before.</param>
    /// <param name="After">State now.</param>
    /// <param name="PoisonMessages">How many were taken out of the poison queue.</param>
    internal sealed record ReplayAnswer(string Submission, string Before, string After, int PoisonMessages);

    /// <param name="Taken">Paths of the uploads taken up.</param>
    internal sealed record SweepAnswer(IReadOnlyList<string> Taken);
}
