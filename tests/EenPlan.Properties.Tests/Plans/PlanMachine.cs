using System.Globalization;
using System.Text.Json.Nodes;
using EenPlan.Testing;

namespace EenPlan.Properties.Tests.Plans;

/// <summary>Does what somebody tries through the interface of the service, and holds the answer against the verdict of the model.</summary>
internal sealed class PlanMachine
{
    private readonly PlanWorld _world;
    private readonly PlanModel _model;
    private readonly TestClient[] _people;
    private readonly string _url;

    private PlanMachine(PlanWorld world, PlanModel model)
    {
        (_world, _model, _url) = (world, model, $"/cases/v1/cases/{model.CaseId}");
        _people = [.. Enumerable.Range(0, PlanModel.FirstMember).Select(world.Professional), .. model.Members.Select(world.Member)];
    }

    private string Soon { get; } = DateOnly.FromDateTime(DateTime.UtcNow).AddDays(30).ToString("O", CultureInfo.InvariantCulture);

    public static async Task RunAsync(PlanWorld world, Deed[] deeds)
    {
        var machine = new PlanMachine(world, await OpenAsync(world));
        foreach (var deed in deeds)
        {
            await machine.TryAsync(deed);
        }

        for (var who = 0; who < machine._people.Length; who++)
        {
            await machine.LookAsync(who);
        }
    }

    private static async Task<PlanModel> OpenAsync(PlanWorld world)
    {
        static object Member(string role) => new { name = "Proef", role, ageBand = "adult", language = "nl", interpreter = "no" };
        var opened = await world.Professional(0).PostAsync("/cases/v1/cases", new
        {
            alias = "Gezin Verzonnen", municipality = "voorbeeldstad", criteria = new[] { "youth-care" }, legalGround = new { code = "youth-act", motivation = "Hulp is nodig." },
            method = "one-family-one-plan", coordinatorLabel = "care-coordinator", household = new[] { Member("mother"), Member("father") },
        });
        ((int)opened.Status).ShouldBe(201, opened.Text);
        var model = new PlanModel { CaseId = opened.Id, Members = [.. opened.Body!["household"]!.AsArray().Select(member => Guid.Parse((string)member!["id"]!))] };
        model.Parts.Add(new Part(Guid.Parse((string)opened.Body["myInvolvementId"]!), 0, "intake", PartStatus.Active));
        return model;
    }

    private int TheOneFor(Deed deed) => deed switch
    {
        AnswerInvitation(_, var which, _) => Part(which).Who,
        AnswerHandover(_, var which, _) => _model.Which(_model.Handovers, which)?.To,
        AnswerCoordination => _model.Proposed?.Who,
        AnswerPlan or Look => PlanModel.FirstMember,
        _ => _model.Coordinator?.Who,
    } ?? 0;

    private async Task TryAsync(Deed deed)
    {
        deed = deed.By == Deeds.TheOne ? deed with { By = TheOneFor(deed) } : deed;
        if (deed is Look)
        {
            await LookAsync(deed.By);
            return;
        }

        var verdict = deed is Invite or AnswerInvitation or ChangeKind or EndHelp or Appoint or AnswerCoordination or AskToTakeOver or AnswerHandover or LetIn or ShutOut
            ? PartRules.Judge(_model, deed) : WritingRules.Judge(_model, deed);
        var answer = await DoAsync(deed, _people[deed.By]);
        ((int)answer.Status, (int)answer.Status == 409 ? (string?)answer.Body!["code"] : null).ShouldBe((verdict.Status, verdict.Code), $"{deed}: {answer.Text}");
        verdict.Then?.Invoke(await NewIdAsync(deed, answer));
    }

    /// <summary>The id of what was made; who took over learns it from the case.</summary>
    private async Task<Guid> NewIdAsync(Deed deed, Answer answer)
    {
        switch (deed)
        {
            case AnswerHandover { Yes: true } when (int)answer.Status == 204:
                return Guid.Parse((string)(await _people[deed.By].GetAsync(_url)).Body!["myInvolvementId"]!);
            case LetIn when (int)answer.Status == 201:
                ((int)(await _world.Gateway.PostAsync("/cases/internal/family-invitations/_redeem", new { code = (string)answer.Body!["code"]! })).Status).ShouldBe(200);
                return default;
            default:
                return answer.Body?["id"] is JsonValue id ? Guid.Parse((string)id!) : default;
        }
    }

    private Task<Answer> DoAsync(Deed deed, TestClient who) => deed switch
    {
        Invite(_, var other, var informOnly) => who.PostAsync($"{_url}/involvements", new { professionalId = PlanWorld.Professionals[other], kind = Kind(informOnly) }),
        AnswerInvitation(_, var which, var yes) => who.PostAsync($"/cases/v1/invitations/{Part(which).Id}/{(yes ? "acceptance" : "refusal")}"),
        ChangeKind(_, var which, var informOnly) => who.PatchAsync($"{_url}/involvements/{Part(which).Id}", new { kind = Kind(informOnly) }, Tag(Part(which).Version)),
        EndHelp(_, var which) => who.PostAsync($"{_url}/involvements/{Part(which).Id}/ending", new { reason = "Klaar." }),
        Appoint(_, var which) => who.PostAsync($"{_url}/coordinator", new { involvementId = Part(which).Id }),
        AnswerCoordination(_, var yes) => who.PostAsync($"{_url}/coordinator/{(yes ? "acceptance" : "refusal")}"),
        AskToTakeOver(_, var which, var to) => who.PostAsync($"{_url}/involvements/{Part(which).Id}/handover", new { toProfessionalId = PlanWorld.Professionals[to], reason = "Verlof." }),
        AnswerHandover(_, var which, var yes) => who.PostAsync($"/cases/v1/handovers/{_model.Which(_model.Handovers, which)?.Id ?? Guid.NewGuid()}/{(yes ? "acceptance" : "refusal")}"),
        LetIn(_, var member) => who.PostAsync($"{_url}/household/{_model.Members[member]}/invitation"),
        ShutOut(_, var member) => who.DeleteAsync($"{_url}/household/{_model.Members[member]}/access", null),
        WriteHead(_, var text, var date, var match) => who.PatchAsync($"{_url}/plan", date ? new { evaluationDate = Soon } : new { ownGoal = Text(text) }, Tag(_model.PlanVersion, match)),
        AddGoal(_, var text) => who.PostAsync($"{_url}/goals", new { text = Text(text), domain = "school" }),
        SetGoal(_, var which, var status, var match) => who.PatchAsync(Goal(which), new { status = StatusCode(status) }, Tag(_model.Which(_model.Goals, which), match)),
        RemoveGoal(_, var which, var match) => who.DeleteAsync(Goal(which), Tag(_model.Which(_model.Goals, which), match)),
        AddAction(_, var goal, var actor) => who.PostAsync($"{Goal(goal)}/actions", new { text = Text(0), actor = Actor(actor) }),
        TickAction(_, var which, var done, var match) => who.PatchAsync(Action(which), new { done }, Tag(_model.Which(_model.Actions, which), match)),
        RewordAction(_, var which, var text, var match) => who.PatchAsync(Action(which), new { text = Text(text) }, Tag(_model.Which(_model.Actions, which), match)),
        AddAgreement(_, var party) => who.PostAsync($"{_url}/agreements", new { text = Text(0), type = "reachability", parties = new[] { Actor(party) } }),
        RewordAgreement(_, var which, var text, var match) => who.PatchAsync(Agreement(which), new { text = Text(text) }, Tag(_model.Which(_model.Agreements, which), match)),
        RemoveAgreement(_, var which, var match) => who.DeleteAsync(Agreement(which), Tag(_model.Which(_model.Agreements, which), match)),
        PutForward => who.PostAsync($"{_url}/plan-versions", new { }),
        AnswerPlan(_, var off, var agrees) => who.PostAsync($"{_url}/plan-versions/{Math.Max(0, _model.PutForward.Count + off)}/approvals", new { answer = agrees ? "agrees" : "disagrees" }),
        _ => throw new InvalidOperationException($"Nobody knows how to {deed}"),
    };

    private Part Part(int which) => PartRules.Target(_model, which)!;

    private string Goal(int which) => $"{_url}/goals/{_model.Which(_model.Goals, which)?.Id ?? Guid.NewGuid()}";

    private string Action(int which) => $"{_url}/actions/{_model.Which(_model.Actions, which)?.Id ?? Guid.NewGuid()}";

    private string Agreement(int which) => $"{_url}/agreements/{_model.Which(_model.Agreements, which)?.Id ?? Guid.NewGuid()}";

    private object Actor(int which)
    {
        var id = WritingRules.Somebody(_model, which);
        return new { kind = _model.Members.Contains(id) ? "family" : "professional", id };
    }

    private static string Kind(bool informOnly) => informOnly ? "information-only" : "professional";

    private static string Text(int text) => $"Tekst {text}";

    public static string StatusCode(int status) => status switch { 0 => "open", 1 => "reached", _ => "dropped" };

    private static string? Tag(Item? item, Match match) => Tag(item?.Version ?? 1, match);

    private static string? Tag(int version, Match match = Match.Current) => match switch { Match.Missing => null, Match.Stale => $"\"{version + 1000}\"", _ => $"\"{version}\"" };

    private Task LookAsync(int who) => new Looking(_model, _url).LookAsync(who, _people[who]);
}
