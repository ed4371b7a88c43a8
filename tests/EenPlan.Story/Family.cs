using System.Text.Json.Nodes;

namespace EenPlan.Story;

/// <summary>A case in the story: its path, its household by role and its involvements by account.</summary>
public sealed class Family(Product product, Cast cast, string id, string alias)
{
    private readonly Dictionary<string, string> _involvements = [];

    /// <summary>Id of the case.</summary>
    public string Id => id;

    /// <summary>The name that a wijkteam gave it.</summary>
    public string Alias => alias;

    /// <summary>Path under /api/.</summary>
    public string Path => $"cases/v1/cases/{id}";

    /// <summary>Ids of the household by role.</summary>
    public required IReadOnlyDictionary<string, string> Members { get; init; }

    /// <summary>Intake by Hanneke: a mother, a father and a child, in this municipality.</summary>
    public static object Intake(string alias, string municipality = "voorbeeldstad", params object[] involved) => new
    {
        alias,
        municipality,
        criteria = (string[])["youth-care", "two-or-more-life-domains"],
        legalGround = new { code = "youth-act", motivation = "Het gezin vroeg zelf om hulp." },
        method = "one-family-one-plan",
        coordinatorLabel = "family-coach",
        household = (object[])
        [
            new { name = "Mirte Verzonnen", role = "mother", ageBand = "adult", language = "nl", interpreter = "no" },
            new { name = "Fedde Verzonnen", role = "father", ageBand = "adult", language = "nl", interpreter = "no" },
            new { name = "Kees Verzonnen", role = "child", ageBand = "4-11", language = "nl", interpreter = "no" },
        ],
        involved,
    };

    /// <summary>Opens a case of its own for a scene.</summary>
    public static async Task<Family> OpenAsync(Product product, Cast cast)
    {
        var alias = $"Familie Verzonnen {Guid.NewGuid():N}"[..28];
        var opened = (await (await cast.AsAsync(Cast.Intake)).PostAsync("cases/v1/cases", Intake(alias))).ShouldBe(201);
        return new Family(product, cast, opened.Id, alias)
        {
            Members = opened["household"].AsArray().ToDictionary(row => (string)row!["role"]!, row => (string)row!["id"]!),
        };
    }

    /// <summary>Somebody of the story signed in.</summary>
    public Task<Visitor> AsAsync(string account) => cast.AsAsync(account);

    /// <summary>Id of the involvement of an account.</summary>
    public string CardOf(string account) => _involvements[account];

    /// <summary>Path of the card of an account.</summary>
    public string CardPath(string account) => $"{Path}/involvements/{CardOf(account)}";

    /// <summary>Invites as the intake worker, without an answer yet.</summary>
    public async Task InviteAsync(string account, string kind = "professional", string by = Cast.Intake)
    {
        var professionalId = (await AsAsync(account)).Id;
        var invited = (await (await AsAsync(by)).PostAsync($"{Path}/involvements", new { professionalId, kind, reason = "Wilt u meedoen?" })).ShouldBe(201);
        _involvements[account] = invited.Id;
    }

    /// <summary>Accepts the invitation.</summary>
    public async Task AcceptAsync(string account) =>
        (await (await AsAsync(account)).PostAsync($"cases/v1/invitations/{CardOf(account)}/acceptance")).ShouldBe(204);

    /// <summary>Invites and accepts.</summary>
    public async Task JoinAsync(string account, string kind = "professional")
    {
        await InviteAsync(account, kind);
        await AcceptAsync(account);
    }

    /// <summary>The intake worker appoints the first coordinator.</summary>
    public async Task AppointAsync(string account)
    {
        await InviteAsync(account);
        (await (await AsAsync(Cast.Intake)).PostAsync($"{Path}/coordinator", new { involvementId = CardOf(account) })).ShouldBe(204);
    }

    /// <summary>Somebody of the household comes in with a code that this account made.</summary>
    public async Task<Visitor> FamilyMemberAsync(string role, string by)
    {
        var invitation = (await (await AsAsync(by)).PostAsync($"{Path}/household/{Members[role]}/invitation")).ShouldBe(201);
        return await Visitor.WithCodeAsync(product, (string)invitation["code"]!);
    }

    /// <summary>The coordinator writes a plan that can be put forward; gives back the goal.</summary>
    public async Task<Reply> WritePlanAsync(string coordinator)
    {
        var writer = await AsAsync(coordinator);
        await writer.ChangeAsync($"{Path}/plan", new
        {
            ownGoal = "Wij willen weer rust in huis.",
            sharedGoal = "Over een half jaar weet iedereen wie wat doet.",
            lifeDomains = (object[])[new { code = "raising", name = "Samen leven" }, new { code = "school" }, new { code = "health" }],
            evaluationDate = InDays(60),
        });
        return (await writer.PostAsync($"{Path}/goals", new { text = "Kees gaat elke dag naar school.", domain = "school", forMembers = (string[])[Members["child"]] })).ShouldBe(201);
    }

    /// <summary>The case as this account sees it.</summary>
    public async Task<Reply> ReadAsync(string account) => (await (await AsAsync(account)).GetAsync(Path)).ShouldBe(200);

    /// <summary>Waits until somebody was told this about the case.</summary>
    public Task<JsonNode> ToldAsync(Visitor who, string kind) => Eventually.SeesAsync($"update {kind}", async () => (await UpdatesAsync(who)).FirstOrDefault(update => (string?)update["kind"] == kind));

    /// <summary>Everything that somebody was told about this case.</summary>
    public async Task<IReadOnlyList<JsonNode>> UpdatesAsync(Visitor who) =>
        [.. (await who.GetAsync("subscriptions/v1/updates?limit=200")).ShouldBe(200).Items.Where(update => (string?)update["caseId"] == Id)];

    /// <summary>A day from today, as the API writes it.</summary>
    public static string InDays(int days) => DateOnly.FromDateTime(DateTime.UtcNow).AddDays(days).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
