using EenPlan.Testing;

namespace EenPlan.Network.Tests;

/// <summary>The network service beside a stand-in for cases.</summary>
public sealed class NetworkFixture : IAsyncLifetime
{
    public TestFolder Folder { get; } = new();

    public FakeCases Cases { get; private set; } = null!;

    public TestHost Host { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Cases = await FakeCases.StartAsync(Folder);
        Host = await TestHost.StartAsync(Folder, builder => builder.AddNetwork(), routes => routes.MapNetwork(), new() { ["Services:cases"] = Cases.Address });
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
