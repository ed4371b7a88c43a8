using EenPlan.Testing;

namespace EenPlan.Directory.Tests;

/// <summary>The directory with the demo region in it; the tests only read.</summary>
public sealed class DirectoryFixture : IAsyncLifetime
{
    public static readonly Guid Hanneke = Guid.Parse("01920000-0000-7000-8000-000000000201");
    public static readonly Guid WijkteamVoorbeeldwijk = Guid.Parse("01920000-0000-7000-8000-000000000101");

    public TestFolder Folder { get; } = new();

    public TestHost Host { get; private set; } = null!;

    public TestCallers Callers => new(Folder);

    public TestClient Professional => Host.Client(Callers.Professional("directory", Hanneke, WijkteamVoorbeeldwijk, "intake"));

    public TestClient Gateway => Host.Client(Callers.System("directory", "gateway"));

    public async ValueTask InitializeAsync() => Host = await StartAsync(Folder);

    public static Task<TestHost> StartAsync(TestFolder folder, bool demo = true, int? mostPeople = null) =>
        TestHost.StartAsync(folder, builder => builder.AddDirectory(), routes => routes.MapDirectory(), new()
        {
            ["Demo:Enabled"] = demo ? "true" : "false",
            ["Nodes:MostPeople"] = mostPeople?.ToString(System.Globalization.CultureInfo.InvariantCulture),
        });

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        Folder.Dispose();
    }
}
