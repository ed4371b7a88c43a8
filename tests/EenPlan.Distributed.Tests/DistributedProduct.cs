using EenPlan.Story;

namespace EenPlan.Distributed.Tests;

/// <summary>One distributed start with its own RabbitMQ, shared by the story and the kills.</summary>
public sealed class DistributedProduct : IAsyncLifetime
{
    internal Product Product { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Product = await Product.StartDistributedAsync();

    public ValueTask DisposeAsync() => Product.DisposeAsync();
}

/// <summary>Everybody who needs the distributed product.</summary>
[CollectionDefinition(Name)]
public sealed class Distributed : ICollectionFixture<DistributedProduct>
{
    internal const string Name = "distributed";
}

/// <summary>The whole story, told through the gateway of the distributed product.</summary>
[Collection(Distributed.Name)]
public sealed class DistributedStory(DistributedProduct running) : TheStory(running.Product);
