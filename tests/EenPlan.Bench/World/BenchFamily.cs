using EenPlan.Story;

namespace EenPlan.Bench.World;

/// <summary>A case with the people that the load model gives it: a coordinator, three more professionals, a parent, and a plan of ordinary size.</summary>
internal sealed record BenchFamily(Family Family, IReadOnlyList<Guid> Goals, IReadOnlyList<Guid> Actions)
{
    private const int Goals_ = 4;
    private const int ActionsPerGoal = 2;

    public Guid Id => Guid.Parse(Family.Id);

    public static async Task<BenchFamily> OpenAsync(Product product, Cast cast)
    {
        var family = await Family.OpenAsync(product, cast);
        foreach (var account in (string[])[Cast.Protection, Cast.Psychologist, Cast.Therapist])
        {
            await family.JoinAsync(account);
        }

        await family.AppointAsync(Cast.Coordinator);
        using var parent = await family.FamilyMemberAsync("mother", Cast.Coordinator);
        List<Guid> goals = [Guid.Parse((await family.WritePlanAsync(Cast.Coordinator)).Id)];
        var writer = await family.AsAsync(Cast.Coordinator);
        while (goals.Count < Goals_)
        {
            var goal = await writer.PostAsync($"{family.Path}/goals", new { text = "Elke avond samen aan tafel eten.", domain = "raising" });
            goals.Add(Guid.Parse(goal.ShouldBe(201).Id));
        }

        var actions = new List<Guid>();
        foreach (var goal in goals)
        {
            for (var i = 0; i < ActionsPerGoal; i++)
            {
                var action = await writer.PostAsync($"{family.Path}/goals/{goal}/actions", new
                {
                    text = "Bellen met de mentor van school.", due = Family.InDays(20), actor = new { kind = "professional", id = family.CardOf(Cast.Coordinator) },
                });
                actions.Add(Guid.Parse(action.ShouldBe(201).Id));
            }
        }

        return new BenchFamily(family, goals, actions);
    }
}
