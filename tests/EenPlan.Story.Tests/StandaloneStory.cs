using EenPlan.Story;

namespace EenPlan.Story.Tests;

/// <summary>One process on a free port with an empty data folder.</summary>
public sealed class StandaloneProduct : IAsyncLifetime
{
    internal Product Product { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Product = await Product.StartStandaloneAsync();

    public ValueTask DisposeAsync() => Product.DisposeAsync();
}

/// <summary>The whole story, told through the gateway of the standalone product.</summary>
public sealed class StandaloneStory(StandaloneProduct running) : TheStory(running.Product), IClassFixture<StandaloneProduct>;
