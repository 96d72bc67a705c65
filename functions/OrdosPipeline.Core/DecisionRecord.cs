using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Progress.Decisions;
using OrdosPipeline.Core.Stores;

namespace OrdosPipeline.Core;

/// <summary>
/// The flow of an administrator's decisions: a table of them is read as a whole, each becomes a document that is never
/// changed, and the documents become rows of the catalogue's table. Recording the same again changes nothing.
/// </summary>
public sealed class DecisionRecord(IDecisionStore decisions, ICatalogueStore catalogue, Administration administration, TimeProvider clock)
{
    /// <param name="plan">The plan.</param>
    /// <param name="table">Columns as <see cref="DecisionColumns"/> lists them.</param>
    /// <param name="actor">Who records it.</param>
    /// <param name="cancellationToken">Ends the work between documents; running it again completes it.</param>
    /// <returns>What is on record now; nothing when any row is faulty.</returns>
    public async Task<DecisionRecording> RecordAsync(PlanCatalogue plan, CatalogueTable table, Actor actor, CancellationToken cancellationToken)
    {
        var reading = new DecisionTable(plan, await decisions.ListAsync(plan.Id, cancellationToken)).Read(table);
        if (reading.Problems.Count > 0)
            return new([], reading.Problems);
        var kinds = reading.Decisions.Select(decision => decision.Kind).Distinct().ToList();
        var order = new AuditOrder(kinds is [DecisionKind.Adjusted] ? "adjust" : "assign", Summary(reading.Decisions.Select(decision => $"{decision.Indicator} {decision.Region} {decision.EffectiveFrom}")))
        {
            Plan = plan.Id,
            Reason = Summary(reading.Decisions.Select(decision => decision.DocumentNumber).Where(number => number.Length > 0).Distinct()),
        };
        var recorded = await administration.DoAsync(
            actor, order, () => WriteAsync(plan, reading.Decisions, actor.Name, cancellationToken), written => Summary(written.Select(decision => decision.Id)), cancellationToken);
        return new(recorded, []);
    }

    /// <summary>Makes the catalogue's rows of every decision about a plan again.</summary>
    public async Task RestoreAsync(PlanCatalogue plan, CancellationToken cancellationToken) =>
        await catalogue.WriteDecisionsAsync(plan, await decisions.ListAsync(plan.Id, cancellationToken), cancellationToken);

    private async Task<IReadOnlyList<RecordedDecision>> WriteAsync(PlanCatalogue plan, IReadOnlyList<Decision> read, string recordedBy, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var at = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerSecond));
        var recorded = new List<RecordedDecision>();
        foreach (var decision in read)
            recorded.Add(await decisions.WriteOnceAsync(new RecordedDecision(DecisionJson.IdOf(decision), decision, at, recordedBy), cancellationToken));
        await catalogue.WriteDecisionsAsync(plan, recorded, cancellationToken);
        return recorded;
    }

    /// <summary>As many as a reader of the audit trail takes in.</summary>
    private static string Summary(IEnumerable<string> items)
    {
        const int Most = 20;
        var all = items.ToList();
        return string.Join("; ", all.Take(Most)) + (all.Count > Most ? $"; … ({all.Count})" : "");
    }
}

/// <param name="Recorded">What is on record now, in the order of the rows; of what was there already as it was recorded first.</param>
/// <param name="Problems">Why nothing was recorded; empty otherwise.</param>
public sealed record DecisionRecording(IReadOnlyList<RecordedDecision> Recorded, IReadOnlyList<DecisionProblem> Problems);
