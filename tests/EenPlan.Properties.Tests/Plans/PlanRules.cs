namespace EenPlan.Properties.Tests.Plans;

/// <summary>What the model expects of a deed: the status, the code of a refusal, and what it changes. The id is the one that the answer gives.</summary>
internal sealed record Verdict(int Status, string? Code = null, Action<Guid>? Then = null)
{
    public static readonly Verdict NotFound = new(404);

    public static readonly Verdict NotAllowed = new(403);

    public static Verdict No(string code) => new(409, code);
}

/// <summary>Judges what people do with each other: inviting, coordinating, handing over, letting in.</summary>
internal static class PartRules
{
    public static Verdict Judge(PlanModel model, Deed deed)
    {
        if (PlanModel.IsFamily(deed.By))
        {
            return Verdict.NotAllowed;
        }

        // These two have no access yet: what was sent to them is the key.
        if (deed is AnswerInvitation answer)
        {
            return AnswerInvitation(model, answer);
        }

        if (deed is AnswerHandover taking)
        {
            return AnswerHandover(model, taking);
        }

        return model.Level(deed.By) is null ? Verdict.NotFound : deed switch
        {
            Invite invite => Invite(model, invite),
            ChangeKind change => ChangeKind(model, change),
            EndHelp end => EndHelp(model, end),
            Appoint appoint => Appoint(model, appoint),
            AnswerCoordination reply => AnswerCoordination(model, reply),
            AskToTakeOver ask => AskToTakeOver(model, ask),
            LetIn letIn => model.Leads(letIn.By) ? new Verdict(201, Then: _ => model.HasAccess[letIn.Member] = true) : Verdict.NotAllowed,
            ShutOut shutOut => model.Leads(shutOut.By) ? new Verdict(204, Then: _ => model.HasAccess[shutOut.Member] = false) : Verdict.NotAllowed,
            _ => throw new InvalidOperationException($"No rule for {deed}"),
        };
    }

    public static Part? Target(PlanModel model, int which) => model.Which(model.Parts, which);

    private static Verdict Invite(PlanModel model, Invite deed)
    {
        if (!model.Leads(deed.By))
        {
            return Verdict.NotAllowed;
        }

        return model.Parts.Exists(part => part.Who == deed.Who && part.TakesPart) ? Verdict.No("already-involved")
            : new Verdict(201, Then: id => model.Parts.Add(new Part(id, deed.Who, deed.InformOnly ? "information-only" : "professional", PartStatus.Invited)));
    }

    private static Verdict AnswerInvitation(PlanModel model, AnswerInvitation deed)
    {
        var part = Target(model, deed.Which)!;
        return part.Who != deed.By || part.Status != PartStatus.Invited ? Verdict.NotFound
            : new Verdict(204, Then: _ => (part.Status, part.Version) = (deed.Yes ? PartStatus.Active : PartStatus.Refused, part.Version + 1));
    }

    private static Verdict ChangeKind(PlanModel model, ChangeKind deed)
    {
        var part = Target(model, deed.Which)!;
        var own = part == model.PartOf(deed.By);
        if (part.Status == PartStatus.Refused)
        {
            return Verdict.NotFound;
        }

        if (!own && !model.Leads(deed.By))
        {
            return Verdict.NotAllowed;
        }

        if (!part.TakesPart)
        {
            return Verdict.No("help-ended");
        }

        var kind = deed.InformOnly ? "information-only" : "professional";
        var leading = part == model.Coordinator || part == model.Proposed;
        return !model.Leads(deed.By) || part.Kind == "intake" || (leading && kind != part.Kind) ? new Verdict(400)
            : new Verdict(200, Then: _ => (part.Kind, part.Version) = (kind, kind == part.Kind ? part.Version : part.Version + 1));
    }

    private static Verdict EndHelp(PlanModel model, EndHelp deed)
    {
        var part = Target(model, deed.Which)!;
        if (part.Status == PartStatus.Refused)
        {
            return Verdict.NotFound;
        }

        if (part != model.PartOf(deed.By) && !model.Leads(deed.By))
        {
            return Verdict.NotAllowed;
        }

        return part.Status == PartStatus.Ended ? Verdict.No("help-ended")
            : part == model.Coordinator ? Verdict.No("coordinator-first")
            : part.Kind == "intake" && model.Coordinator is null ? Verdict.No("no-coordinator-yet")
            : new Verdict(204, Then: _ => End(model, part));
    }

    private static void End(PlanModel model, Part part)
    {
        (part.Status, part.Version) = (PartStatus.Ended, part.Version + 1);
        model.Proposed = model.Proposed == part ? null : model.Proposed;
        model.Handovers.Where(asked => asked.From == part).ToList().ForEach(asked => asked.IsPending = false);
    }

    private static Verdict Appoint(PlanModel model, Appoint deed)
    {
        if (!model.Leads(deed.By) && model.Level(deed.By) != "intake")
        {
            return Verdict.NotAllowed;
        }

        var part = Target(model, deed.Which)!;
        return part.Status == PartStatus.Refused ? Verdict.NotFound
            : part.Status == PartStatus.Ended || part.Kind == "information-only" ? Verdict.No("cannot-coordinate")
            : part == model.Coordinator || part == model.Proposed ? Verdict.No("already-coordinator")
            : model.Coordinator is null ? new Verdict(204, Then: _ => Begin(model, part))
            : part.Status != PartStatus.Active ? Verdict.No("not-active")
            : new Verdict(204, Then: _ => model.Proposed = part);
    }

    /// <summary>Appointing is stronger than inviting.</summary>
    private static void Begin(PlanModel model, Part part)
    {
        if (part.Status == PartStatus.Invited)
        {
            (part.Status, part.Version) = (PartStatus.Active, part.Version + 1);
        }

        model.Coordinator = part;
    }

    private static Verdict AnswerCoordination(PlanModel model, AnswerCoordination deed)
    {
        var own = model.PartOf(deed.By);
        return model.Proposed is null || model.Proposed != own ? Verdict.No("not-asked")
            : new Verdict(204, Then: _ => (model.Coordinator, model.Proposed) = (deed.Yes ? own : model.Coordinator, null));
    }

    private static Verdict AskToTakeOver(PlanModel model, AskToTakeOver deed)
    {
        var from = Target(model, deed.Which)!;
        if (from.Status == PartStatus.Refused)
        {
            return Verdict.NotFound;
        }

        if (from != model.PartOf(deed.By) && !model.Leads(deed.By))
        {
            return Verdict.NotAllowed;
        }

        return from == model.Coordinator ? Verdict.No("coordinator-first")
            : from.Status != PartStatus.Active || from.Kind == "intake" ? Verdict.No("not-active")
            : model.Handovers.Exists(asked => asked.From == from && asked.IsPending) ? Verdict.No("already-asked")
            : model.Parts.Exists(part => part.Who == deed.To && part.TakesPart) ? Verdict.No("already-involved")
            : new Verdict(201, Then: id => model.Handovers.Add(new AskedHandover(id, from, deed.To)));
    }

    private static Verdict AnswerHandover(PlanModel model, AnswerHandover deed)
    {
        var asked = model.Which(model.Handovers, deed.Which);
        if (asked is null || !asked.IsPending || asked.To != deed.By)
        {
            return Verdict.NotFound;
        }

        if (!deed.Yes)
        {
            return new Verdict(204, Then: _ => asked.IsPending = false);
        }

        return asked.From == model.Coordinator ? Verdict.No("coordinator-first")
            : model.Parts.Exists(part => part.Who == deed.By && part.TakesPart) ? Verdict.No("already-involved")
            : new Verdict(204, Then: id => TakeOver(model, asked, id));
    }

    /// <summary>The old part ends and the new one begins; what is still open passes on.</summary>
    private static void TakeOver(PlanModel model, AskedHandover asked, Guid id)
    {
        End(model, asked.From);
        model.Parts.Add(new Part(id, asked.To, asked.From.Kind, PartStatus.Active));
        foreach (var action in model.Actions.Where(action => action.Actor == asked.From.Id && !action.Done))
        {
            (action.Actor, action.Version) = (id, action.Version + 1);
        }

        foreach (var agreement in model.Agreements.Where(agreement => agreement.Party == asked.From.Id))
        {
            (agreement.Party, agreement.Version) = (id, agreement.Version + 1);
        }
    }
}
