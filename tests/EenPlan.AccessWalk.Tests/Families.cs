using System.Text.Json.Nodes;

namespace EenPlan.AccessWalk.Tests;

/// <summary>
/// Two families that know nothing of each other. Everything that belongs to the first one carries the word <see cref="Secret"/> or one of its ids,
/// so that whoever should get nothing can be checked for having got nothing.
/// </summary>
internal sealed class Families
{
    public const string Secret = "GEHEIM";

    private readonly Region _region;

    private Families(Region region) => _region = region;

    public Guid Case { get; private set; }

    public Guid Mother { get; private set; }

    public Guid Child { get; private set; }

    public Guid GuardianCard { get; private set; }

    public Guid GroupWorkerCard { get; private set; }

    public Person Parent { get; private set; } = Person.Anonymous;

    public Person OtherParent { get; private set; } = Person.Anonymous;

    public Person OwnMachine { get; private set; } = Person.Anonymous;

    public Person OtherMachine { get; private set; } = Person.Anonymous;

    /// <summary>Everybody who has no business with the first family.</summary>
    public IReadOnlyList<Person> Outsiders =>
    [
        Person.Colleague, Person.Stranger, Person.OtherIntake, OtherParent, Person.Former, Person.Administrator, Person.OtherAdministrator, OwnMachine, OtherMachine,
        Person.Region, Person.OtherService, Person.Anonymous,
    ];

    public static async Task<Families> MeetAsync(Region region)
    {
        var families = new Families(region);
        await families.WaitForDirectoryAsync();
        await families.OpenFirstAsync();
        await families.OpenSecondAsync();
        families.OwnMachine = await families.MachineAsync("machine of an organisation involved", Person.Administrator);
        families.OtherMachine = await families.MachineAsync("machine of another organisation", Person.OtherAdministrator);
        return families;
    }

    public static Call Post(string path, object? body = null) => new("POST", path, body ?? new { }, new() { ["Idempotency-Key"] = Guid.NewGuid().ToString() });

    public string Of(string rest) => $"/cases/v1/cases/{Case}{rest}";

    private async Task OpenFirstAsync()
    {
        var opened = await _region.DoAsync(Person.Intake, Post("/cases/v1/cases", Intake(Secret, [Person.Former, Person.Guardian, Person.GroupWorker], [Person.Mentor])));
        Case = Guid.Parse((string)opened["id"]!);
        (Mother, Child) = (Guid.Parse((string)opened["household"]![0]!["id"]!), Guid.Parse((string)opened["household"]![1]!["id"]!));
        foreach (var person in (Person[])[Person.Former, Person.Guardian, Person.GroupWorker, Person.Mentor])
        {
            await AcceptAsync(person);
        }

        Parent = await ParentAsync("parent", Case, Mother, Person.Intake);
        var card = await CardAsync(Person.Former);
        await _region.DoAsync(Person.Former, Post(Of($"/involvements/{card}/ending"), new { reason = Secret }));
        (GuardianCard, GroupWorkerCard) = (await CardAsync(Person.Guardian), await CardAsync(Person.GroupWorker));
    }

    private async Task OpenSecondAsync()
    {
        var opened = await _region.DoAsync(Person.OtherIntake, Post("/cases/v1/cases", Intake("ander", [Person.Stranger], [])));
        var other = Guid.Parse((string)opened["id"]!);
        await AcceptAsync(Person.Stranger);
        OtherParent = await ParentAsync("parent of another family", other, Guid.Parse((string)opened["household"]![0]!["id"]!), Person.OtherIntake);
    }

    public static object Intake(string word, Person[] professionals, Person[] informed) => new
    {
        alias = $"{word} gezin",
        municipality = "voorbeeldstad",
        criteria = new[] { "three-or-more-organisations" },
        legalGround = new { code = "youth-act", motivation = $"{word} motivatie" },
        method = "one-family-one-plan",
        coordinatorLabel = "care-coordinator",
        household = new[]
        {
            new { name = $"{word} moeder", role = "mother", ageBand = "adult", language = "nl", interpreter = "no" },
            new { name = $"{word} kind", role = "child", ageBand = "12-15", language = "nl", interpreter = "no" },
        },
        involved = professionals.Select(person => new { professionalId = person.Id, kind = "professional" })
            .Concat(informed.Select(person => new { professionalId = person.Id, kind = "information-only" })),
    };

    private async Task AcceptAsync(Person person)
    {
        var waiting = await _region.DoAsync(person, new Call("GET", "/cases/v1/invitations"));
        await _region.DoAsync(person, new Call("POST", $"/cases/v1/invitations/{waiting["items"]![0]!["involvementId"]}/acceptance"));
    }

    public async Task<Guid> CardAsync(Person person)
    {
        var opened = await _region.DoAsync(Person.Intake, new Call("GET", Of("")));
        return Guid.Parse((string)opened["involvements"]!.AsArray().Single(row => (string)row!["professionalId"]! == person.Id.ToString())!["id"]!);
    }

    private async Task<Person> ParentAsync(string name, Guid caseId, Guid memberId, Person inviter)
    {
        var invitation = await _region.DoAsync(inviter, new Call("POST", $"/cases/v1/cases/{caseId}/household/{memberId}/invitation"));
        await _region.DoAsync(Person.System("gateway"), new Call("POST", "/cases/internal/family-invitations/_redeem", new { code = (string)invitation["code"]! }));
        return Person.Family(name, memberId);
    }

    private async Task<Person> MachineAsync(string name, Person administrator)
    {
        var client = await _region.DoAsync(administrator, Post("/subscriptions/v1/organisation-subscription/machine-client"));
        var current = await _region.SendAsync(administrator, new Call("GET", "/subscriptions/v1/organisation-subscription"));
        await _region.DoAsync(administrator, new Call("PATCH", "/subscriptions/v1/organisation-subscription", new { kinds = new[] { "goal-reached", "card-changed", "meeting-scheduled" } },
            new() { ["If-Match"] = current.Tag! }));
        return Person.Machine(name, Guid.Parse((string)client["clientId"]!), administrator.Organisation!.Value);
    }

    private async Task WaitForDirectoryAsync()
    {
        for (var attempt = 0; ; attempt++)
        {
            await _region.CatchUpAsync();
            var known = await _region.WithAsync<Cases.Persistence.CasesDb, int>(db => Task.FromResult(db.Professionals.Count()));
            if (known > 20)
            {
                return;
            }

            attempt.ShouldBeLessThan(100, "cases has not heard of the directory's people");
            await Task.Delay(100);
        }
    }
}
