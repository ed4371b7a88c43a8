using EenPlan.Testing;
using Microsoft.Extensions.Hosting;

namespace EenPlan.Network.Tests;

/// <summary>The network service beside a stand-in for cases.</summary>
public sealed class NetworkFixture : IAsyncLifetime
{
    public TestFolder Folder { get; } = new();

    public FakeCases Cases { get; private set; } = null!;

    public TestHost Host { get; private set; } = null!;

    public LaterClock Clock { get; } = new();

    /// <summary>A deliberate hole, made from outside the product.</summary>
    public Action<IHostApplicationBuilder>? Mutation { get; init; }

    public async ValueTask InitializeAsync()
    {
        Cases = await FakeCases.StartAsync(Folder);
        Host = await TestHost.StartAsync(Folder, builder =>
        {
            builder.AddNetwork();
            Mutation?.Invoke(builder);
        }, routes => routes.MapNetwork(), new() { ["Services:cases"] = Cases.Address }, Clock);
    }

    public TestClient Professional(Guid id) => Host.Client(new TestCallers(Folder).Professional("network", id));

    public TestClient Family(Guid id) => Host.Client(new TestCallers(Folder).Family("network", id));

    public static string PeopleOf(Guid caseId) => $"/network/v1/cases/{caseId}/people";

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        await Cases.DisposeAsync();
        Folder.Dispose();
    }
}

/// <summary>A clock that a test puts forward instead of waiting.</summary>
public sealed class LaterClock : TimeProvider
{
    public TimeSpan Later { get; set; }

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Later;
}
