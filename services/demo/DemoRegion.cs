namespace EenPlan.Demo;

/// <summary>Loads the demo region: what an organisation wants to hear, then the cases, one after the other.</summary>
internal static class DemoRegion
{
    public static async Task LoadAsync(Uri url, TextWriter output)
    {
        using (var people = new People(url))
        {
            await new OrganisationLoader(people, output).LoadAsync();
        }

        foreach (var file in CaseFile.All())
        {
            using var people = new People(url);
            var found = await CaseFinder.FindAsync(file, people);
            if (found is { IsFinished: true })
            {
                output.WriteLine($"    {file.Alias}: is there already");
                continue;
            }

            output.WriteLine(found is null ? $"    {file.Alias}: opening the case" : $"    {file.Alias}: going on where it was broken off");
            await new CaseLoader(file, people, output).LoadAsync(found?.CaseId);
        }
    }
}

/// <summary>The people who sign in for one case, each once.</summary>
internal sealed class People(Uri url) : IDisposable
{
    private readonly Dictionary<string, Person> _signedIn = [];

    public Uri Url => url;

    public async Task<Person> AsAsync(string account)
    {
        if (!_signedIn.TryGetValue(account, out var person))
        {
            person = await Person.SignInAsync(url, account);
            _signedIn.Add(account, person);
        }

        return person;
    }

    public void Dispose()
    {
        foreach (var person in _signedIn.Values)
        {
            person.Dispose();
        }
    }
}
