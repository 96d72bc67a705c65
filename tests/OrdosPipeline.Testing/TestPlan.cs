using OrdosPipeline.Core.Plan;
using OrdosPipeline.Documents.Plan;

namespace OrdosPipeline.Testing;

/// <summary>The plans that tests run against, read once.</summary>
public static class TestPlan
{
    private static readonly Lazy<PlanCatalogue> LazyOrdos14 = new(() => PlanCatalogueReader.Load(Checkout.PathOf("functions", "plan", "ordos-14")));
    private static readonly Lazy<PlanCatalogue> LazyMini16 = new(() => PlanCatalogueReader.Load(Checkout.PathOf("tests", "TestPlans", "mini-16")));

    /// <summary>The plan as shipped.</summary>
    public static PlanCatalogue Ordos14() => LazyOrdos14.Value;

    /// <summary>A small plan of another city, 2026–2030.</summary>
    public static PlanCatalogue Mini16() => LazyMini16.Value;
}
