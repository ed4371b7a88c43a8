using EenPlan.Kit.Api;

namespace EenPlan.Network.People;

internal static class PersonInput
{
    private const int NameLength = 120;

    /// <summary>A whole new person.</summary>
    public static Person ReadNew(this Input input, Guid caseId, DateTimeOffset now)
    {
        var person = new Person
        {
            Id = Guid.CreateVersion7(),
            CaseId = caseId,
            Name = input.Text("name", required: true, max: NameLength) ?? "",
            Relation = input.Text("relation", max: NameLength),
            Sector = input.Code("sector", NetworkCodes.Sectors, required: true) ?? "",
            Frequency = input.Code("frequency", NetworkCodes.Frequencies),
            Quality = input.Code("quality", NetworkCodes.Qualities),
            Domains = input.Codes("domains", NetworkCodes.LifeDomains),
            SupportTypes = input.Codes("supportTypes", NetworkCodes.SupportTypes),
            Wish = input.Code("wish", NetworkCodes.Wishes),
            AddedAt = now,
        };
        input.Done();
        return person;
    }

    /// <summary>The fields that were sent, read and checked before anything is changed.</summary>
    public static Action<Person> ReadChanges(this Input input)
    {
        var changes = new List<Action<Person>>();
        void Field<T>(string name, Func<T> read, Action<Person, T> set)
        {
            if (input.Has(name))
            {
                var value = read();
                changes.Add(person => set(person, value));
            }
        }

        Field("name", () => input.Text("name", required: true, max: NameLength)!, (person, value) => person.Name = value);
        Field("relation", () => input.Text("relation", max: NameLength), (person, value) => person.Relation = value);
        Field("sector", () => input.Code("sector", NetworkCodes.Sectors, required: true)!, (person, value) => person.Sector = value);
        Field("frequency", () => input.Code("frequency", NetworkCodes.Frequencies), (person, value) => person.Frequency = value);
        Field("quality", () => input.Code("quality", NetworkCodes.Qualities), (person, value) => person.Quality = value);
        Field("domains", () => input.Codes("domains", NetworkCodes.LifeDomains), (person, value) => person.Domains = value);
        Field("supportTypes", () => input.Codes("supportTypes", NetworkCodes.SupportTypes), (person, value) => person.SupportTypes = value);
        Field("wish", () => input.Code("wish", NetworkCodes.Wishes), (person, value) => person.Wish = value);
        input.Done();
        return person => changes.ForEach(change => change(person));
    }
}
