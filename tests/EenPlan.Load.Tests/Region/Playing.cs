using EenPlan.Load.Region;
using EenPlan.Story;

namespace EenPlan.Load.Tests.Region;

/// <summary>Plays the script of a family through the public interface, each step by whoever did it.</summary>
internal sealed class Playing(Product product, FamilyScript script)
{
    private readonly Dictionary<string, Visitor> _visitors = [];
    private List<string> _household = [];
    private List<string> _involvements = [];
    private string _path = "";

    /// <summary>Id of the case that it became.</summary>
    public Guid CaseId { get; private set; }

    public async Task PlayAsync()
    {
        try
        {
            await OpenAsync();
            (await (await AsAsync(script.Opener)).PostAsync($"{_path}/coordinator", new { involvementId = _involvements[1] })).ShouldBe(204);
            await JoinAsync(early: true);
            await WriteDraftAsync();
            await JoinAsync(early: false);
            await FillCardsAsync();
            var family = await GiveAccessAsync();
            await DrawAsync();
            await AgreeAsync(script.LastAgreement);
            (await (await CoordinatorAsync()).PostAsync($"{_path}/meetings", new { startsAt = script.MeetingAt, place = FamilyWords.Place, purpose = FamilyWords.Purpose })).ShouldBe(201);
            await PutForwardAsync(family);
            await TickAsync();
        }
        finally
        {
            foreach (var visitor in _visitors.Values)
            {
                visitor.Dispose();
            }
        }
    }

    private Task<Visitor> CoordinatorAsync() => AsAsync(script.Helpers[0].Who);

    private async Task<Visitor> AsAsync(Worker worker) => _visitors.TryGetValue(worker.Account, out var known) ? known
        : _visitors[worker.Account] = await Visitor.SignInAsync(product, worker.Account);

    private async Task OpenAsync()
    {
        var opened = (await (await AsAsync(script.Opener)).PostAsync("cases/v1/cases", new
        {
            alias = script.Alias, municipality = script.Municipality, criteria = script.Criteria, legalGround = new { code = FamilyWords.LegalGround, motivation = script.Motivation },
            method = FamilyWords.Method, coordinatorLabel = FamilyWords.CoordinatorLabel,
            household = script.Household.Select(member => new { name = member.Name, role = member.Role, ageBand = member.AgeBand, language = member.Language, interpreter = member.Interpreter }),
            involved = script.Helpers.Select(helper => new { professionalId = helper.Who.Id, kind = helper.Kind, reason = helper.Reason }),
        })).ShouldBe(201);
        CaseId = Guid.Parse(opened.Id);
        _path = $"cases/v1/cases/{CaseId}";
        _household = [.. opened["household"].AsArray().Select(member => (string)member!["id"]!)];
        var byProfessional = opened["involvements"].AsArray().ToDictionary(row => (string)row!["professionalId"]!, row => (string)row!["id"]!);
        _involvements = [.. script.Helpers.Select(helper => helper.Who.Id).Prepend(script.Opener.Id).Select(id => byProfessional[id.ToString()])];
    }

    private async Task JoinAsync(bool early)
    {
        for (var place = 1; place < script.Helpers.Length; place++)
        {
            if (script.Helpers[place].Early == early)
            {
                (await (await AsAsync(script.Helpers[place].Who)).PostAsync($"cases/v1/invitations/{_involvements[place + 1]}/acceptance")).ShouldBe(204);
            }
        }
    }

    private async Task WriteDraftAsync()
    {
        var writer = await CoordinatorAsync();
        await writer.ChangeAsync($"{_path}/plan", new
        {
            ownGoal = script.OwnGoal, sharedGoal = script.SharedGoal, evaluationDate = script.EvaluationDate, lifeDomains = script.LifeDomains.Select(code => new { code }),
        });
        foreach (var goal in script.Goals)
        {
            var made = (await writer.PostAsync($"{_path}/goals", new
            {
                text = goal.Text, domain = goal.Domain, forMembers = Members(goal.ForMembers), targetDate = goal.TargetDate, baseline = goal.Baseline, current = goal.Current, target = goal.Target,
            })).ShouldBe(201);
            foreach (var action in goal.Actions)
            {
                (await writer.PostAsync($"{_path}/goals/{made.Id}/actions", new { text = action.Text, actor = Actor(action.Actor), due = action.Due })).ShouldBe(201);
            }
        }

        foreach (var agreement in script.Agreements)
        {
            await AgreeAsync(agreement);
        }
    }

    private async Task AgreeAsync(AgreementPart part) => (await (await CoordinatorAsync()).PostAsync($"{_path}/agreements",
        new { text = part.Text, type = part.Type, parties = part.Parties.Select(Actor), reviewDate = part.ReviewDate })).ShouldBe(201);

    private async Task FillCardsAsync()
    {
        for (var place = 0; place < script.Helpers.Length; place++)
        {
            var card = script.Helpers[place].Card;
            var members = Members(card.ForMembers);
            await (await AsAsync(script.Helpers[place].Who)).ChangeAsync($"{_path}/involvements/{_involvements[place + 1]}", new
            {
                reason = card.Reason, familyRole = card.FamilyRole, contactMeWhen = card.ContactMeWhen, helpEndsWhen = card.HelpEndsWhen, lifeDomains = card.LifeDomains, forMembers = members,
                tasks = (object[])[new { domain = card.TaskDomain, task = card.Task, members }], gives = (object[])[new { subject = card.Gives, about = members }],
                wants = (object[])[new { subject = card.Wants, about = members, from = _involvements[card.WantsFrom] }],
                contactFrequencies = (object[])[new { counterpartId = _involvements[card.WantsFrom], frequency = card.Frequency }], replyNorm = card.ReplyNorm, preferredChannel = card.Channel,
            });
        }
    }

    private async Task<Visitor?> GiveAccessAsync()
    {
        if (!script.FamilyJoins)
        {
            return null;
        }

        var invitation = (await (await CoordinatorAsync()).PostAsync($"{_path}/household/{_household[0]}/invitation")).ShouldBe(201);
        return _visitors["family"] = await Visitor.WithCodeAsync(product, (string)invitation["code"]!);
    }

    private async Task DrawAsync()
    {
        foreach (var part in script.Network)
        {
            (await (await CoordinatorAsync()).PostAsync($"network/v1/cases/{CaseId}/people", new
            {
                name = part.Name, relation = part.Relation, sector = part.Sector, frequency = part.Frequency, quality = part.Quality, domains = part.Domains, supportTypes = part.SupportTypes,
            })).ShouldBe(201);
        }
    }

    private async Task PutForwardAsync(Visitor? family)
    {
        if (!script.PutForward)
        {
            return;
        }

        (await (await CoordinatorAsync()).PostAsync($"{_path}/plan-versions", new { })).ShouldBe(201);
        if (family is not null)
        {
            (await family.PostAsync($"{_path}/plan-versions/1/approvals", new { answer = "agrees", ownView = script.OwnView })).ShouldBe(201);
        }
    }

    private async Task TickAsync()
    {
        var plan = (await (await CoordinatorAsync()).GetAsync($"{_path}/plan")).ShouldBe(200);
        var action = (string)plan["goals"].AsArray()[0]!["actions"]![0]!["id"]!;
        await (await CoordinatorAsync()).ChangeAsync($"{_path}/actions/{action}", new { done = true });
    }

    private string[] Members(int[] places) => [.. places.Select(place => _household[place])];

    private object Actor(ActorPart part) => part.Kind switch
    {
        "professional" => new { kind = part.Kind, id = _involvements[part.Place] },
        "family" => new { kind = part.Kind, id = _household[part.Place] },
        _ => new { kind = part.Kind, label = part.Label },
    };
}
