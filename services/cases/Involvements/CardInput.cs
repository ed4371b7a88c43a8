using EenPlan.Cases.Access;
using EenPlan.Cases.Households;
using EenPlan.Cases.Reference;
using EenPlan.Kit.Api;

namespace EenPlan.Cases.Involvements;

/// <summary>Reads changed fields of a card; persons must be in this household and counterparts in this case.</summary>
internal sealed class CardInput(ReferenceLists lists, IReadOnlyCollection<Guid> members, IReadOnlyCollection<Guid> counterparts)
{
    private const int Line = 500;

    public void Read(Input input, Involvement card)
    {
        Text("reason", value => card.Reason = value);
        Text("familyRole", value => card.FamilyRole = value);
        Text("contactMeWhen", value => card.ContactMeWhen = value);
        Text("helpEndsWhen", value => card.HelpEndsWhen = value);
        When("lifeDomains", () => card.LifeDomains = input.Codes("lifeDomains", lists.DomainCodes));
        When("forMembers", () => card.ForMembers = Members(input, "forMembers"));
        When("leadPractitionerOf", () => card.LeadPractitionerOf = Members(input, "leadPractitionerOf"));
        When("tasks", () => card.Tasks = input.Objects("tasks").ConvertAll(Task));
        When("gives", () => card.Gives = input.Objects("gives").ConvertAll(item => Subject(item, mayNameSource: false)));
        When("wants", () => card.Wants = input.Objects("wants").ConvertAll(item => Subject(item, mayNameSource: true)));
        When("contactFrequencies", () => card.ContactFrequencies = input.Objects("contactFrequencies").ConvertAll(Frequency));
        When("replyNorm", () => card.ReplyNorm = input.Code("replyNorm", lists.ReplyNorms));
        When("preferredChannel", () => card.PreferredChannel = input.Code("preferredChannel", lists.Channels));
        When("standInId", () => card.StandInId = input.Id("standInId"));
        When("period", () =>
        {
            var period = input.Object("period");
            card.PeriodUntil = period?.Date("until");
            card.PeriodText = period?.Text("text", max: Line);
            period?.Close();
        });

        void When(string name, Action read)
        {
            if (input.Has(name))
            {
                read();
            }
        }

        void Text(string name, Action<string?> set) => When(name, () => set(input.Text(name, max: Line)));
    }

    private CardTask Task(Input input)
    {
        var kind = input.Code("kind", lists.TaskKinds) ?? CardTask.Other;
        // Another task than those of the list has no meaning without words.
        var words = input.Text("task", required: kind == CardTask.Other, max: Line);
        var task = new CardTask(input.Code("domain", lists.DomainCodes, required: true) ?? "", words, Members(input, "members"), kind);
        input.Close();
        return task;
    }

    private CardSubject Subject(Input input, bool mayNameSource)
    {
        var about = Members(input, "about");
        if (about.Count == 0)
        {
            input.Fail("about", "required", "Choose about whom.");
        }

        var from = mayNameSource ? input.Id("from") : null;
        if (from is { } source && !counterparts.Contains(source))
        {
            input.Fail("from", "not-in-case", "This person does not take part in this case.");
        }

        var subject = new CardSubject(input.Code("subject", lists.SubjectCodes, required: true) ?? "", about, from);
        input.Close();
        return subject;
    }

    private CardFrequency Frequency(Input input)
    {
        var counterpart = input.Id("counterpartId", required: true);
        if (counterpart is { } id && !counterparts.Contains(id))
        {
            input.Fail("counterpartId", "not-in-case", "This person does not take part in this case.");
        }

        var frequency = new CardFrequency(counterpart ?? Guid.Empty, input.Code("frequency", lists.Frequencies, required: true) ?? "");
        input.Close();
        return frequency;
    }

    private List<Guid> Members(Input input, string name)
    {
        var ids = input.Ids(name);
        if (ids.Exists(id => !members.Contains(id)))
        {
            input.Fail(name, "not-in-household", "This person is not in the household.");
        }

        return ids;
    }
}
