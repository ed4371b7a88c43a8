using System.Text.Json;
using EenPlan.Cases.Directory;
using EenPlan.Cases.Persistence;
using EenPlan.Contracts.Directory;
using EenPlan.Contracts.Journal;
using EenPlan.Kit;
using EenPlan.Kit.Journal;
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
    public static readonly Guid Mirjam = Guid.Parse("01920000-0000-7000-8000-000000000298");
    public static readonly Guid Organisation = Guid.Parse("01920000-0000-7000-8000-000000000101");
    private static readonly Guid DirectoryEpoch = Guid.CreateVersion7();
    private long _told;

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
            db.Watermarks.Add(new Watermark { Source = "directory", Epoch = DirectoryEpoch });
            db.Organisations.Add(new OrganisationCopy { Id = Organisation, Name = "Wijkteam Voorbeeldwijk" });
            (Guid Id, string Name)[] people = [(Hanneke, "Hanneke Denkbeeld"), (Jacqueline, "Jacqueline Fictief"), (Peter, "Peter Verzonnen"), (Els, "Els Proef"), (Stranger, "Ton Testpersoon"), (Mirjam, "Mirjam Bedacht")];
            db.Professionals.AddRange(people.Select(who => new ProfessionalCopy { Id = who.Id, Name = who.Name, Function = "Hulpverlener", OrganisationId = Organisation, Active = true }));
            return await db.SaveChangesAsync();
        });
    }

    /// <summary>The directory says where somebody works, as of now or of an earlier moment.</summary>
    public async Task RegisterAsync(Guid professional, Guid organisation, bool active = true, DateTimeOffset? at = null, string? channel = null, Guid? successor = null)
    {
        var told = new ProfessionalRegistered(professional, organisation, "Iemand Verzonnen", "Hulpverlener", null, null, channel, [], active, successor);
        var happened = new JournalEvent(Guid.CreateVersion7(), ++_told, typeof(ProfessionalRegistered).FullName!, null, 0, at ?? Clock.GetUtcNow(), "system", null, false,
            JsonSerializer.Serialize(told, Json.Options), null);
        await Host.ReceiveAsync(new JournalBatch("region", "directory", DirectoryEpoch, _told, _told, _told, Clock.GetUtcNow(), [happened]));
        (await Host.WithAsync<CasesDb, int>(db => db.ParkedEvents.CountAsync())).ShouldBe(0);
    }

    /// <summary>Everything that the journal tells of a case, by the names of the events.</summary>
    public async Task<List<string>> ToldAsync(Guid caseId)
    {
        var types = await Host.WithAsync<CasesDb, List<string>>(db => db.Journal.Where(row => row.CaseId == caseId).OrderBy(row => row.CaseVersion).ThenBy(row => row.Ordinal)
            .Select(row => row.Type).ToListAsync());
        return types.ConvertAll(type => type[(type.LastIndexOf('.') + 1)..]);
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
