using OrdosPipeline.Core.Progress.Decisions;

namespace OrdosPipeline.Core.Stores;

/// <summary>Administrators' decisions on record: <c>decisions/{plan}/{id}.json</c>, written once and never changed.</summary>
public interface IDecisionStore
{
    /// <summary>Writes the document unless it exists already, and returns what is on record: the first time counts.</summary>
    Task<RecordedDecision> WriteOnceAsync(RecordedDecision decision, CancellationToken cancellationToken);

    /// <summary>Every decision about a plan, in the order in which later ones supersede earlier ones.</summary>
    Task<IReadOnlyList<RecordedDecision>> ListAsync(string plan, CancellationToken cancellationToken);
}
