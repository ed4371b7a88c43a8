using EenPlan.Load.Tiers;
using EenPlan.Load.Writing;
using EenPlan.Story;

namespace EenPlan.Load.Tests.Region;

/// <summary>A small region that was made by the generator, and the product running on it.</summary>
public sealed class MadeRegion : IAsyncLifetime
{
    internal const int Seed = 7;

    internal static readonly Tier Tier = Tiers.Tier.Find("twente")!.WithPlans(50);

    internal Product Product { get; } = Product.NewStandalone();

    internal RegionFolder Folder => new(Product.DataFolder);

    public async ValueTask InitializeAsync()
    {
        await MakeAsync(Folder);
        await Product.StartAgainAsync();
    }

    /// <summary>Short enough that no news is old yet: then readers that start anew must arrive at every number.</summary>
    internal static readonly TimeSpan History = TimeSpan.FromDays(60);

    internal static Task MakeAsync(RegionFolder folder, int seed = Seed) => new RegionBuilder(Tier, seed, folder, TimeProvider.System, TextWriter.Null, History).BuildAsync();

    internal static Task MakeDemoAsync(RegionFolder folder, int plans) =>
        new RegionBuilder(Tiers.Tier.Demo(plans), Seed, folder, TimeProvider.System, TextWriter.Null, YearOfWork.History, besideEachOther: true).BuildAsync();

    public ValueTask DisposeAsync() => Product.DisposeAsync();
}
