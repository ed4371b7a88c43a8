using EenPlan.Cases.Access;
using EenPlan.Kit.Api;

namespace EenPlan.Cases.Plans;

/// <summary>What may stand in a goal.</summary>
internal static class GoalRules
{
    private const int MostRank = 1000;

    public static void Read(Input input, Goal goal, bool isNew, IReadOnlyList<string> domains, IEnumerable<Guid> members)
    {
        if (isNew || input.Has("text"))
        {
            goal.Text = input.Text("text", required: true) ?? goal.Text;
        }

        if (isNew || input.Has("domain"))
        {
            goal.Domain = input.Code("domain", domains, required: true) ?? goal.Domain;
        }

        if (input.Has("forMembers"))
        {
            goal.ForMembers = input.Ids("forMembers");
            foreach (var unknown in goal.ForMembers.Except(members))
            {
                input.Fail("forMembers", "unknown-person", $"{unknown} is not in the household.");
            }
        }

        if (input.Has("status"))
        {
            goal.Status = PlanCodes.Parse<GoalStatus>(input.Code("status", PlanCodes.All<GoalStatus>(), required: true)) ?? goal.Status;
        }

        if (input.Has("targetDate"))
        {
            goal.TargetDate = input.Date("targetDate");
        }

        goal.Baseline = Score(input, "baseline", goal.Baseline);
        goal.Current = Score(input, "current", goal.Current);
        goal.Target = Score(input, "target", goal.Target);
    }

    /// <summary>The place asked for in the list as the caller sees it, from 1; null when it stays where it is.</summary>
    public static int? Rank(Input input) => input.Has("rank") ? input.Number("rank", 1, MostRank) : null;

    /// <summary>Puts a goal at a place among the ones that the caller sees; goals that the caller does not see keep their neighbours.</summary>
    public static void Place(List<Goal> all, Goal moved, int rank, Func<Goal, bool> isSeen)
    {
        all.Remove(moved);
        var seen = all.Where(isSeen).ToList();
        var index = rank > seen.Count ? all.Count : all.IndexOf(seen[rank - 1]);
        all.Insert(index, moved);
        for (var place = 0; place < all.Count; place++)
        {
            all[place].Rank = place + 1;
        }
    }

    private static int? Score(Input input, string name, int? now) => input.Has(name) ? input.Number(name, 0, 10) : now;
}
