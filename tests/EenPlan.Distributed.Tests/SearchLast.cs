using Xunit.Sdk;
using Xunit.v3;

namespace EenPlan.Distributed.Tests;

/// <summary>What went out is searched when everything else was done, so that it is searched over the whole run.</summary>
public sealed class SearchLast : ITestCollectionOrderer
{
    /// <inheritdoc/>
    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection =>
        [.. testCollections.OrderBy(collection => collection.TestCollectionDisplayName.Contains(nameof(NothingOfFamiliesGoesOut), StringComparison.Ordinal))];
}
