using OrdosPipeline.Core.Plan;
using OrdosPipeline.Core.Stores;

namespace OrdosPipeline.Core;

/// <summary>What must stand before anything else runs: containers, tables, the catalogues as loaded, and the decisions about them.</summary>
public sealed class Preparation(IStorageMaintenance maintenance, ICatalogueStore catalogue, DecisionRecord decisions, PlanLibrary plans)
{
    /// <summary>Creates what is missing and loads the catalogues that have changed; does nothing the second time.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await maintenance.EnsureCreatedAsync(cancellationToken);
        foreach (var plan in plans.All)
        {
            await catalogue.WriteAsync(plan, cancellationToken);
            await decisions.RestoreAsync(plan, cancellationToken);
        }
    }
}
