using EenPlan.Cases;
using EenPlan.Cases.Directory;
using EenPlan.Cases.Persistence;
using EenPlan.Testing;

namespace EenPlan.Properties.Tests.Plans;

/// <summary>The cases service as it is, with databases in memory, and the people who use it.</summary>
public sealed class PlanWorld : IAsyncLifetime
{
    private static readonly Guid Organisation = Guid.Parse("01920000-0000-7000-8000-000000000101");
    private readonly TestFolder _folder = new(InMemory.NewFolder());
    private TestHost _host = null!;

    internal static IReadOnlyList<Guid> Professionals { get; } = [.. Enumerable.Range(1, 5).Select(number => new Guid(number, 0, 7, [8, 0, 0, 0, 0, 0, 0, 1]))];

    internal TestClient Gateway => _host.Client(new TestCallers(_folder).System("cases", "gateway"));

    public async ValueTask InitializeAsync()
    {
        _host = await TestHost.StartAsync(_folder, builder => builder.AddCases(), routes => routes.MapCases());
        await _host.WithAsync<CasesDb, int>(db =>
        {
            db.Organisations.Add(new OrganisationCopy { Id = Organisation, Name = "Wijkteam Voorbeeldwijk" });
            db.Professionals.AddRange(Professionals.Select((id, number) => new ProfessionalCopy { Id = id, Name = $"Proefpersoon {number}", Function = "Hulpverlener", OrganisationId = Organisation, Active = true }));
            return db.SaveChangesAsync();
        });
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        _folder.Dispose();
    }

    internal TestClient Professional(int who) => _host.Client(new TestCallers(_folder).Professional("cases", Professionals[who], Organisation, "intake"));

    internal TestClient Member(Guid id) => _host.Client(new TestCallers(_folder).Family("cases", id));
}
