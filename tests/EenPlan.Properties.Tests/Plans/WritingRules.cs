namespace EenPlan.Properties.Tests.Plans;

/// <summary>Judges who writes the plan, what changes in it, and what the family says about it.</summary>
internal static class WritingRules
{
    public static Verdict Judge(PlanModel model, Deed deed) => model.Level(deed.By) is null ? (deed is PutForward && PlanModel.IsFamily(deed.By) ? Verdict.NotAllowed : Verdict.NotFound) : deed switch
    {
        WriteHead write => WriteHead(model, write),
        AddGoal add => !model.Writes(add.By) ? Verdict.NotAllowed : new Verdict(201, Then: id => model.Goals.Add(new ModelGoal(id) { Text = add.Text })),
        SetGoal set => Change(model, set, model.Which(model.Goals, set.Which), set.Match, goal => goal.Status != set.Status, goal => goal.Status = set.Status),
        RemoveGoal remove => Remove(model, remove, model.Goals, model.Which(model.Goals, remove.Which), remove.Match),
        AddAction add => AddAction(model, add),
        TickAction tick => TickAction(model, tick),
        RewordAction reword => Change(model, reword, Seen(model, reword.By, model.Which(model.Actions, reword.Which)), reword.Match, action => action.Text != reword.Text, action => action.Text = reword.Text),
        AddAgreement add => AddAgreement(model, add),
        RewordAgreement reword => Change(model, reword, Seen(model, reword.By, model.Which(model.Agreements, reword.Which)), reword.Match,
            agreement => agreement.Text != reword.Text, agreement => agreement.Text = reword.Text),
        RemoveAgreement remove => Remove(model, remove, model.Agreements, Seen(model, remove.By, model.Which(model.Agreements, remove.Which)), remove.Match),
        PutForward put => PutForward(model, put),
        AnswerPlan answer => AnswerPlan(model, answer),
        _ => throw new InvalidOperationException($"No rule for {deed}"),
    };

    /// <summary>Somebody of the plan: one of the involvements or, after those, of the household.</summary>
    public static Guid Somebody(PlanModel model, int which) => model.Which(model.Parts.Select(part => (object)part.Id).Concat(model.Members.Cast<object>()), which) is Guid id ? id : default;

    /// <summary>Who is only informed sees the goals, the own actions and the agreements that the own part is party to.</summary>
    public static ModelAction? Seen(PlanModel model, int who, ModelAction? action) =>
        model.Level(who) != "information-only" || (action?.Actor is { } actor && actor == model.PartOf(who)?.Id) ? action : null;

    public static ModelAgreement? Seen(PlanModel model, int who, ModelAgreement? agreement) =>
        model.Level(who) != "information-only" || (agreement?.Party is { } party && party == model.PartOf(who)?.Id) ? agreement : null;

    private static Verdict? Unsure(Match match) => match switch { Match.Missing => new Verdict(428), Match.Stale => new Verdict(412), _ => null };

    private static Verdict WriteHead(PlanModel model, WriteHead deed)
    {
        if (!model.Writes(deed.By))
        {
            return Verdict.NotAllowed;
        }

        return Unsure(deed.Match) ?? new Verdict(200, Then: _ =>
        {
            var before = (model.OwnGoal, model.HasDate);
            (model.OwnGoal, model.HasDate) = deed.Date ? (model.OwnGoal, true) : (deed.Text, model.HasDate);
            model.PlanVersion += before == (model.OwnGoal, model.HasDate) ? 0 : 1;
        });
    }

    private static Verdict Change<T>(PlanModel model, Deed deed, T? item, Match match, Func<T, bool> differs, Action<T> change)
        where T : Item
    {
        if (item is null)
        {
            return Verdict.NotFound;
        }

        return !model.Writes(deed.By) ? Verdict.NotAllowed : Unsure(match) ?? new Verdict(200, Then: _ =>
        {
            item.Version += differs(item) ? 1 : 0;
            change(item);
        });
    }

    private static Verdict Remove<T>(PlanModel model, Deed deed, List<T> items, T? item, Match match)
        where T : Item =>
        item is null ? Verdict.NotFound : !model.Writes(deed.By) ? Verdict.NotAllowed : Unsure(match) ?? new Verdict(204, Then: _ => items.Remove(item));

    private static bool CanTakePart(PlanModel model, Guid id) => model.Members.Contains(id) || model.Parts.Exists(part => part.Id == id && part.Status == PartStatus.Active);

    private static Verdict AddAction(PlanModel model, AddAction deed)
    {
        if (model.Which(model.Goals, deed.Goal) is not { } goal)
        {
            return Verdict.NotFound;
        }

        var actor = Somebody(model, deed.Actor);
        return !model.Writes(deed.By) ? Verdict.NotAllowed
            : !CanTakePart(model, actor) ? new Verdict(400)
            : new Verdict(201, Then: id => goal.Actions.Add(new ModelAction(id, actor)));
    }

    private static Verdict TickAction(PlanModel model, TickAction deed)
    {
        if (Seen(model, deed.By, model.Which(model.Actions, deed.Which)) is not { } action)
        {
            return Verdict.NotFound;
        }

        var ofProfessional = action.Actor is { } actor && !model.Members.Contains(actor);
        var may = PlanModel.IsFamily(deed.By) ? !ofProfessional : model.Leads(deed.By) || (ofProfessional && action.Actor == model.PartOf(deed.By)!.Id);
        return !may ? Verdict.NotAllowed : Unsure(deed.Match) ?? new Verdict(200, Then: _ =>
        {
            action.Version += action.Done != deed.Done ? 1 : 0;
            action.Done = deed.Done;
        });
    }

    private static Verdict AddAgreement(PlanModel model, AddAgreement deed)
    {
        var party = Somebody(model, deed.Party);
        return !model.Writes(deed.By) ? Verdict.NotAllowed
            : !CanTakePart(model, party) ? new Verdict(400)
            : new Verdict(201, Then: id => model.Agreements.Add(new ModelAgreement(id, party)));
    }

    private static Verdict PutForward(PlanModel model, PutForward deed)
    {
        if (PlanModel.IsFamily(deed.By) || model.Coordinator is null || model.PartOf(deed.By) != model.Coordinator)
        {
            return Verdict.NotAllowed;
        }

        return model.PutForward.Count > 0 && !model.IsChanged ? Verdict.No("nothing-changed")
            : model.OwnGoal is null || model.Goals.Count == 0 || !model.HasDate ? Verdict.No("plan-not-ready")
            : new Verdict(201, Then: _ =>
            {
                model.PutForward.Add(model.Content());
                model.PlanVersion++;
                model.Answers.Clear();
            });
    }

    private static Verdict AnswerPlan(PlanModel model, AnswerPlan deed)
    {
        var number = model.PutForward.Count + deed.Off;
        return !PlanModel.IsFamily(deed.By) ? Verdict.NotAllowed
            : number < 1 || number > model.PutForward.Count ? Verdict.NotFound
            : deed.Off != 0 ? Verdict.No("not-latest")
            : new Verdict(201, Then: _ => model.Answers[model.Members[deed.By - PlanModel.FirstMember]] = deed.Agrees);
    }
}
