using EenPlan.Cases.Access;
using EenPlan.Contracts.Cases;
using EenPlan.Kit.Api;

namespace EenPlan.Cases.Plans;

/// <summary>What may stand at the head of the plan.</summary>
internal static class PlanHead
{
    /// <param name="usedDomains">Domains of goals that the caller sees: they cannot be taken away under a goal.</param>
    public static void Read(Input input, FamilyPlan plan, IReadOnlyList<string> domains, IReadOnlyCollection<string> usedDomains, DateOnly today)
    {
        if (input.Has("ownGoal"))
        {
            plan.OwnGoal = input.Text("ownGoal");
        }

        if (input.Has("ownGoalUntil"))
        {
            plan.OwnGoalUntil = input.Date("ownGoalUntil");
        }

        if (input.Has("sharedGoal"))
        {
            plan.SharedGoal = input.Text("sharedGoal");
        }

        if (input.Has("sharedGoalUntil"))
        {
            plan.SharedGoalUntil = input.Date("sharedGoalUntil");
        }

        if (input.Has("evaluationDate"))
        {
            plan.EvaluationDate = ReadEvaluationDate(input, "evaluationDate", today);
        }

        if (input.Has("lifeDomains"))
        {
            plan.LifeDomains = Domains(input, domains, usedDomains);
        }
    }

    /// <summary>When to look back: a day that is still to come.</summary>
    public static DateOnly? ReadEvaluationDate(Input input, string name, DateOnly today)
    {
        var date = input.Date(name);
        if (date <= today)
        {
            input.Fail(name, "in-the-past", "Choose a day after today.");
        }

        return date;
    }

    /// <summary>Makes a draft of what really changed at the head of the plan, and tells it.</summary>
    public static void Record(OpenCase open, FamilyPlan plan)
    {
        var fields = ChangedFields.Of(open.Db, plan);
        if (fields.Count > 0)
        {
            (plan.Version, plan.ChangedSinceVersion) = (plan.Version + 1, true);
            open.Record(new PlanChanged(open.Id, fields, plan.EvaluationDate));
        }
    }

    /// <summary>Domains that goals and actions may have: those the family chose, or the whole list before it chose.</summary>
    public static IReadOnlyList<string> Allowed(FamilyPlan plan, IReadOnlyList<string> all) => plan.LifeDomains.Count == 0 ? all : [.. plan.LifeDomains.Select(domain => domain.Code)];

    private static List<ChosenDomain> Domains(Input input, IReadOnlyList<string> domains, IReadOnlyCollection<string> usedDomains)
    {
        List<ChosenDomain> chosen = [];
        foreach (var item in input.Objects("lifeDomains"))
        {
            var code = item.Code("code", domains, required: true);
            var name = item.Text("name", max: 100);
            item.Close();
            if (code is not null && chosen.Exists(domain => domain.Code == code))
            {
                item.Fail("code", "twice", "This life domain was chosen already.");
            }
            else if (code is not null)
            {
                chosen.Add(new ChosenDomain(code, name));
            }
        }

        if (chosen.Count > 0 && usedDomains.Except(chosen.Select(domain => domain.Code), StringComparer.Ordinal).FirstOrDefault() is { } missing)
        {
            input.Fail("lifeDomains", "in-use", $"There are goals or actions in the life domain {missing}. Change those first.");
        }

        return chosen;
    }
}
