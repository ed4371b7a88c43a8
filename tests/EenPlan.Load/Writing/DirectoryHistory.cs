using System.Text.Json;
using EenPlan.Cases.Directory;
using EenPlan.Contracts;
using EenPlan.Contracts.Directory;
using EenPlan.Directory.Accounts;
using EenPlan.Directory.Organisations;
using EenPlan.Directory.Persistence;
using EenPlan.Directory.Professionals;
using EenPlan.Kit;
using EenPlan.Kit.Journal;
using EenPlan.Load.Region;

namespace EenPlan.Load.Writing;

/// <summary>Writes the directory: organisations, professionals, administrators and their accounts, with the events that tell of them.</summary>
internal sealed class DirectoryHistory(Staff staff, Ids ids, DateTimeOffset at)
{
    private long _number;

    /// <summary>Highest number of the directory's journal.</summary>
    public long Head => _number;

    public void Write(BulkDatabase database)
    {
        var (organisations, professionals, words) = (database.Table<Organisation>(), database.Table<Professional>(), database.Table<SearchWord>());
        var (administrators, accounts, identities, journal) = (database.Table<Administrator>(), database.Table<Account>(), database.Table<AccountIdentity>(), database.Table<JournalEntry>());
        database.Together(() =>
        {
            foreach (var employer in staff.Employers)
            {
                var phone = Phone(employer.Id);
                organisations.Add(new Organisation { Id = employer.Id, Name = employer.Name, Kind = employer.Kind, Municipality = employer.Municipality, Phone = phone, SortKey = $"{employer.Name} {employer.Id}" });
                administrators.Add(new Administrator { Id = employer.AdministratorId, OrganisationId = employer.Id, Name = employer.AdministratorName });
                journal.Add(Event(new OrganisationRegistered(employer.Id, employer.Name, employer.Kind, employer.Municipality, phone)));
                Identify(employer.AdministratorAccount, employer.AdministratorName, employer.AdministratorId, IdentityKind.Administrator);
            }

            foreach (var worker in staff.Workers)
            {
                var row = Registered(worker);
                professionals.Add(row);
                words.Add(SearchWords.For(row, worker.Employer.Name));
                journal.Add(Event(new ProfessionalRegistered(row.Id, row.OrganisationId, row.Name, row.Function, row.Phone, row.Email, row.PreferredChannel, row.Roles, Active: true)));
                Identify(worker.Account, worker.Name, worker.Id, IdentityKind.Professional);
            }
        });

        void Identify(string account, string name, Guid id, string kind)
        {
            accounts.Add(new Account { Name = account, DisplayName = name });
            identities.Add(new AccountIdentity { IdentityId = id, AccountName = account, Kind = kind });
        }
    }

    /// <summary>What cases keeps of the directory.</summary>
    public void WriteCopies(BulkDatabase cases)
    {
        var (organisations, professionals) = (cases.Table<OrganisationCopy>(), cases.Table<ProfessionalCopy>());
        cases.Together(() =>
        {
            organisations.Add(staff.Employers.Select(employer => new OrganisationCopy { Id = employer.Id, Name = employer.Name }));
            professionals.Add(staff.Workers.Select(Registered).Select(row => new ProfessionalCopy
            {
                Id = row.Id, OrganisationId = row.OrganisationId, Name = row.Name, Function = row.Function, Phone = row.Phone, Email = row.Email, PreferredChannel = row.PreferredChannel, Active = true,
            }));
        });
    }

    private static Professional Registered(Worker worker) => new()
    {
        Id = worker.Id, OrganisationId = worker.Employer.Id, Name = worker.Name, Function = worker.Function, Phone = Phone(worker.Id), Email = $"{worker.Account}@denkwijk.example",
        PreferredChannel = "phone", Roles = worker.OpensCases ? ["intake"] : [],
    };

    private JournalEntry Event<TEvent>(TEvent happened)
        where TEvent : IEvent => new()
    {
        Seq = ++_number, Number = _number, EventId = ids.At(at), Type = typeof(TEvent).FullName!, At = at, ActorKind = "system", Data = JsonSerializer.Serialize(happened, Json.Options),
    };

    /// <summary>Numbers that nobody has.</summary>
    private static string Phone(Guid id) => $"06 00 00 {id.ToByteArray()[15] % 100:00} {id.ToByteArray()[14] % 100:00}";
}
