using EenPlan.Cases.Directory;
using EenPlan.Cases.Persistence;
using EenPlan.Testing;
using Microsoft.EntityFrameworkCore;

// Whatever these tests lead the service to ask its database must also work on SQL Server, and must not take longer as the region grows.
[assembly: AssemblyFixture(typeof(EenPlan.SqlServer.Testing.EveryQueryParses))]
[assembly: AssemblyFixture(typeof(EenPlan.QueryPlans.Testing.EveryQuerySearches))]

namespace EenPlan.Cases.Tests;

/// <summary>A clock that a test can put forward.</summary>
public sealed class TestClock : TimeProvider
{
    public TimeSpan Ahead { get; set; }

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Ahead;

    /// <summary>A day from today, as requests write it.</summary>
    public string Day(int fromToday) => DateOnly.FromDateTime(GetUtcNow().UtcDateTime).AddDays(fromToday).ToString("yyyy-MM-dd");
}

/// <summary>The cases service with some people of the directory known to it.</summary>
public sealed class CasesHost : IAsyncLifetime
{
    public static readonly Guid Hanneke = Guid.Parse("01920000-0000-7000-8000-000000000201");
    public static readonly Guid Jacqueline = Guid.Parse("01920000-0000-7000-8000-000000000205");
    public static readonly Guid Peter = Guid.Parse("01920000-0000-7000-8000-000000000208");
    public static readonly Guid Els = Guid.Parse("01920000-0000-7000-8000-000000000218");
    public static readonly Guid Stranger = Guid.Parse("01920000-0000-7000-8000-000000000299");
    private static readonly Guid Organisation = Guid.Parse("01920000-0000-7000-8000-000000000101");

    public TestFolder Folder { get; } = new();

    public TestClock Clock { get; } = new();

    public TestHost Host { get; private set; } = null!;

    private TestCallers Callers => new(Folder, Clock);

    public TestClient As(Guid professional) => Host.Client(Callers.Professional("cases", professional, Organisation, "intake"));

    public TestClient AsFamily(Guid member) => Host.Client(Callers.Family("cases", member));

    public TestClient Gateway => Host.Client(Callers.System("cases", "gateway"));

    public async ValueTask InitializeAsync()
    {
        Host = await TestHost.StartAsync(Folder, builder => builder.AddCases(), routes => routes.MapCases(), clock: Clock);
        await Host.WithAsync<CasesDb, int>(async db =>
        {
            db.Organisations.Add(new OrganisationCopy { Id = Organisation, Name = "Wijkteam Voorbeeldwijk" });
            (Guid Id, string Name)[] people = [(Hanneke, "Hanneke Denkbeeld"), (Jacqueline, "Jacqueline Fictief"), (Peter, "Peter Verzonnen"), (Els, "Els Proef"), (Stranger, "Ton Testpersoon")];
            db.Professionals.AddRange(people.Select(who => new ProfessionalCopy { Id = who.Id, Name = who.Name, Function = "Hulpverlener", OrganisationId = Organisation, Active = true }));
            return await db.SaveChangesAsync();
        });
    }

    /// <summary>Waits until the audit rows of committed changes are in the store.</summary>
    public async Task CarriedAsync(Guid caseId)
    {
        while (await Host.WithAsync<CasesDb, bool>(db => db.AuditOutbox.AnyAsync(row => row.CaseId == caseId)))
        {
            await Task.Delay(20);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        Folder.Dispose();
    }
}
