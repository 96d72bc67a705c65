using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using OrdosPipeline.Core;
using OrdosPipeline.FunctionApp.Http.Frame;

namespace OrdosPipeline.FunctionApp.Http.Acts;

/// <summary>What administrators order; each act is in the audit trail before it is done.</summary>
public sealed class AdministrationFunctions(Administration administration, Replay replay, MissedSubmissions missed)
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

    /// <summary><c>POST /api/sweep</c>: takes up what events have missed, as the timer does.</summary>
    [Function("Sweep")]
    public async Task<IResult> Sweep(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/sweep")] HttpRequest request, CancellationToken cancellationToken)
    {
        var taken = await administration.SweepAsync(ApiCall.Of(request).Caller!.ToActor(), missed, cancellationToken);
        return await Answer.OfAsync(new SweepAnswer(taken));
    }

    /// <param name="Submission">Its id.</param>
    /// <param name="Before">State before.</param>
    /// <param name="After">State now.</param>
    /// <param name="PoisonMessages">How many were taken out of the poison queue.</param>
    internal sealed record ReplayAnswer(string Submission, string Before, string After, int PoisonMessages);

    /// <param name="Taken">Paths of the uploads taken up.</param>
    internal sealed record SweepAnswer(IReadOnlyList<string> Taken);
}
