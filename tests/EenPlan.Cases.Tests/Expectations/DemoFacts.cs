using System.Globalization;
using System.Text.Json.Nodes;
using EenPlan.Cases.Expectations;
using EenPlan.Cases.Households;
using EenPlan.Cases.Involvements;
using EenPlan.Cases.Plans;

namespace EenPlan.Cases.Tests.Expectations;

/// <summary>The cases of the demo region as the check sees them, straight from their files.</summary>
internal sealed class DemoFacts
{
    public static readonly DateOnly Today = new(2026, 11, 27);
    private readonly Dictionary<string, Guid> _ids = [];
    private readonly JsonNode _file;

    private DemoFacts(string key) => _file = JsonNode.Parse(File.ReadAllText(
        new[] { "services/demo/Cases", "tests/EenPlan.Cases.Tests/Expectations" }.Select(folder => Path.Combine(Root, folder, $"{key}.json")).First(File.Exists)))!;

    public static DemoFacts Of(string key)
    {
        var demo = new DemoFacts(key);
        demo.Facts = demo.Read();
        return demo;
    }

    public CaseFacts Facts { get; private set; } = null!;

    /// <summary>Id of a card ("lies.nergens") or of a household member ("youth").</summary>
    public Guid this[string key] => _ids.TryGetValue(key, out var id) ? id : _ids[key] = Guid.CreateVersion7();

    public string NameOf(Guid id) => _ids.Single(pair => pair.Value == id).Key.Split('.')[0];

    /// <summary>People by the names that they have in the file.</summary>
    public CalledHere Called => new(
        CalledHere.ShortNames(Facts.Household.ToDictionary(member => member.Id, member => member.Name)
            .Concat(Facts.Involvements.ToDictionary(card => card.Id, card => CultureInfo.InvariantCulture.TextInfo.ToTitleCase(NameOf(card.Id))))
            .ToDictionary(pair => pair.Key, pair => pair.Value)),
        Facts.Plan.LifeDomains.Where(domain => domain.Name is not null).ToDictionary(domain => domain.Code, domain => domain.Name!));

    public static string Root
    {
        get
        {
            var folder = AppContext.BaseDirectory;
            while (!File.Exists(Path.Combine(folder, "EenPlan.slnx")))
            {
                folder = Path.GetDirectoryName(folder)!;
            }

            return folder;
        }
    }

    private CaseFacts Read()
    {
        var involved = Items(_file["involved"]).ToDictionary(row => (string)row["account"]!, row => (Kind: (string)row["kind"]!, Invited: (string?)row["status"] == "invited"));
        var goals = Items(_file["goals"]).Select(row => (Goal: GoalOf(row["goal"]!), Actions: Items(row["actions"]).ToList())).ToList();
        return new CaseFacts(
            Today, Closed: false, (string?)_file["coordinator"] is { } coordinator ? this[coordinator] : null,
            new FamilyPlan
            {
                EvaluationDate = Day(_file["plan"]!["evaluationDate"]),
                LifeDomains = [.. Items(_file["plan"]!["lifeDomains"]).Select(row => new ChosenDomain((string)row["code"]!, (string?)row["name"]))],
            },
            [.. Items(_file["household"]).Select(row => new HouseholdMember
            {
                Id = this[(string)row["key"]!], Name = (string)row["member"]!["name"]!, Role = "", AgeBand = "", Language = (string)row["member"]!["language"]!, Interpreter = (string)row["member"]!["interpreter"]!,
            })],
            [.. involved.Select(who => CardOf(who.Key, who.Value.Kind, who.Value.Invited, _file["cards"]![who.Key]!))],
            [.. goals.Select(row => row.Goal)],
            [.. goals.SelectMany(row => row.Actions.Select(action => new PlanAction
            {
                Id = Guid.CreateVersion7(), GoalId = row.Goal.Id, Text = (string)action["text"]!, Domain = (string?)action["domain"], Actor = Actor(action["actor"]),
            }))],
            [.. Items(_file["agreements"]).Select(row => new Agreement { Id = Guid.CreateVersion7(), Text = (string)row["text"]!, Type = "", Parties = [.. Items(row["parties"]).Select(party => Actor(party)!)] })],
            NetworkOf(Items(_file["network"]).ToList()));
    }

    private static NetworkCopy NetworkOf(List<JsonNode> people)
    {
        var outside = people.Where(person => (string)person["sector"]! != "professional").ToList();
        return new NetworkCopy { People = people.Count, OutsideHelp = outside.Count, InTouch = outside.Count(person => (string?)person["frequency"] is "often" or "sometimes") };
    }

    private Involvement CardOf(string account, string kind, bool invited, JsonNode card) => new()
    {
        Id = this[account], ProfessionalId = Guid.CreateVersion7(), Kind = kind, Status = invited ? InvolvementStatus.Invited : InvolvementStatus.Active, Reason = (string?)card["reason"], FamilyRole = (string?)card["familyRole"],
        ContactMeWhen = (string?)card["contactMeWhen"], HelpEndsWhen = (string?)card["helpEndsWhen"], LifeDomains = Codes(card["lifeDomains"]), ForMembers = People(card["forMembers"]),
        Tasks = [.. Items(card["tasks"]).Select(row => new CardTask((string)row["domain"]!, (string?)row["task"], People(row["members"]), (string?)row["kind"]))],
        LeadPractitionerOf = People(card["leadPractitionerOf"]), Gives = Subjects(card["gives"]), Wants = Subjects(card["wants"]),
        ContactFrequencies = [.. Items(card["contactFrequencies"]).Select(row => new CardFrequency(Person(row["counterpartId"])!.Value, (string)row["frequency"]!))],
        ReplyNorm = (string?)card["replyNorm"], PreferredChannel = (string?)card["preferredChannel"], StandInId = Person(card["standInId"]),
        PeriodUntil = Day(card["period"]?["until"]), PeriodText = (string?)card["period"]?["text"],
    };

    private Goal GoalOf(JsonNode row) => new() { Id = Guid.CreateVersion7(), Text = (string)row["text"]!, Domain = (string)row["domain"]!, ForMembers = People(row["forMembers"]) };

    private PlanActor? Actor(JsonNode? row) => row is null ? null : new PlanActor((string)row["kind"]!, Person(row["id"]), (string?)row["label"] ?? "", (bool?)row["agreed"]);

    private List<CardSubject> Subjects(JsonNode? rows) => [.. Items(rows).Select(row => new CardSubject((string)row["subject"]!, People(row["about"]), Person(row["from"])))];

    private List<Guid> People(JsonNode? rows) => [.. Items(rows).Select(row => Person(row)!.Value)];

    /// <summary>"member:youth" and "card:lies.nergens" are people of this case; anything else is an id already.</summary>
    private Guid? Person(JsonNode? row) => (string?)row is not { } text ? null : text.Contains(':', StringComparison.Ordinal) ? this[text.Split(':')[1]] : Guid.Parse(text);

    private static DateOnly? Day(JsonNode? row) => (string?)row is { } text ? Today.AddDays(int.Parse(text.Split(':')[1], CultureInfo.InvariantCulture)) : null;

    private static List<string> Codes(JsonNode? rows) => [.. Items(rows).Select(row => (string)row!)];

    private static IEnumerable<JsonNode> Items(JsonNode? rows) => rows?.AsArray().Select(row => row!) ?? [];
}
