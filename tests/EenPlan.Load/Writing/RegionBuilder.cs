using System.Diagnostics;
using EenPlan.Cases.Reference;
using EenPlan.Kit.Audit;
using EenPlan.Load.Region;
using EenPlan.Load.Tiers;
using EenPlan.Reporting.Counting;
using EenPlan.Subscriptions.Organisations;
using EenPlan.Subscriptions.Updates;

namespace EenPlan.Load.Writing;

/// <summary>
/// Makes the data of a whole region, as if its people had worked for years: one family after the other, so that journals, updates and audit lines stand in the order in which
/// they would have come. Nothing is left for the readers to do when the product starts on it.
/// </summary>
internal sealed class RegionBuilder(Tier tier, int seed, RegionFolder folder, TimeProvider clock, TextWriter output, TimeSpan history, bool besideEachOther = false)
{
    private const int FamiliesAtOnce = 100;
    private const int HotHelpers = 19;
    private static readonly TimeSpan Unread = TimeSpan.FromDays(10);

    /// <summary>So that there is nothing to forget on the day on which it was made.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromDays(1);
    /// <summary>How long people have worked: three years.</summary>
    public static readonly TimeSpan LongHistory = TimeSpan.FromDays(3 * 365);

    private readonly Dice _dice = new((ulong)seed);
    private readonly ReferenceLists _lists = ReferenceLists.Load();
    private readonly Dictionary<string, int> _plans = [];
    private readonly List<string> _families = [];
    private readonly HashSet<string> _hot = [];
    private Guid _hotCase;

    public async Task BuildAsync()
    {
        var watch = Stopwatch.StartNew();
        folder.Clear();
        var begin = Begin(clock, history);
        var staff = Staff.Hire(tier, _dice.For(1), _lists.Municipalities, begin - TimeSpan.FromDays(1));
        using var databases = new RegionDatabases(folder.Path);
        Say(watch, $"{staff.Employers.Count:N0} organisations, {staff.Workers.Count():N0} professionals");
        var directory = new DirectoryHistory(staff, new Ids(_dice.For(2)), begin - TimeSpan.FromDays(1));
        directory.Write(databases.Directory);
        directory.WriteCopies(databases.Cases);
        var numbers = new Numbers { ReadUntil = begin + history - Unread, KeptFrom = clock.GetUtcNow() - OldNews.Kept + Margin };
        await WriteFamiliesAsync(staff, databases, numbers, begin, watch);
        WriteSums(staff, databases, numbers);
        var ids = new Ids(_dice.For(4));
        RegionDatabases.Founded(databases.Directory, ids.At(begin), directory.Head, "directory", databases.Cases);
        RegionDatabases.Founded(databases.Cases, ids.At(begin), numbers.Journal, "cases", databases.Network, databases.Reporting, databases.Subscriptions);
        RegionDatabases.Founded(databases.Network, ids.At(begin), numbers.NetworkJournal, "network", databases.Cases, databases.Subscriptions);
        Say(watch, "indexes");
        Parallel.ForEach(databases.All, database => database.Finish());
        folder.Finish(new RegionManifest(tier, seed, RegionDatabases.Schema(), _hotCase), People(staff));
        Say(watch, "done");
    }

    /// <summary>When the history begins. It ends two days ago: nobody remembers idempotency keys of that time.</summary>
    internal static DateTimeOffset Begin(TimeProvider clock, TimeSpan history) => new DateTimeOffset(clock.GetUtcNow().UtcDateTime.Date, TimeSpan.Zero) - TimeSpan.FromDays(2) - history;

    private async Task WriteFamiliesAsync(Staff staff, RegionDatabases databases, Numbers numbers, DateTimeOffset begin, Stopwatch watch)
    {
        var writer = new FamilyWriter(_lists, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
        var (ids, writers, batch) = (new Ids(_dice.For(3)), new FamilyWriters(databases), new List<CaseRows>(FamiliesAtOnce));
        var families = besideEachOther ? new YearOfWork(tier.Plans, writer, _lists.Municipalities, _dice).Write(staff, ids, numbers, begin) : OneAfterTheOther(staff, writer, ids, numbers, begin);
        foreach (var (script, rows) in families)
        {
            Count(script, rows);
            batch.Add(rows);
            if (batch.Count == FamiliesAtOnce || script.Number == tier.Plans - 1)
            {
                await writers.AddAsync(batch);
                batch = new List<CaseRows>(FamiliesAtOnce);
            }

            if ((script.Number + 1) % Math.Max(1, tier.Plans / 20) == 0)
            {
                Say(watch, $"{script.Number + 1:N0} of {tier.Plans:N0} families");
            }
        }

        var (counted, sums) = (await writers.FinishAsync(), databases.Reporting.Table<MonthSum>());
        databases.Reporting.Together(() => sums.Add(counted));
    }

    private IEnumerable<(FamilyScript Script, CaseRows Rows)> OneAfterTheOther(Staff staff, FamilyWriter writer, Ids ids, Numbers numbers, DateTimeOffset begin)
    {
        var (slot, step) = (history / tier.Plans, history / tier.Plans / 200);
        var rosters = staff.Neighbourhoods.Select((neighbourhood, index) => new Roster(neighbourhood, _dice.For(1000 + index))).ToList();
        for (var number = 0; number < tier.Plans; number++)
        {
            var script = writer.Write(number, rosters[number % rosters.Count], _dice.For(1_000_000 + number), number == 0 ? HotHelpers : null);
            yield return (script, FamilyHistory.Write(script, ids, numbers, begin + (slot * number), step));
        }
    }

    private void Count(FamilyScript script, CaseRows rows)
    {
        string[] accounts = [script.Opener.Account, .. script.Helpers.Select(helper => helper.Who.Account)];
        foreach (var account in accounts)
        {
            _plans[account] = _plans.GetValueOrDefault(account) + 1;
        }

        var family = rows.Household.Select(member => member.Account).OfType<string>().ToList();
        _families.AddRange(family);
        if (script.Number == 0)
        {
            _hotCase = rows.Case.Id;
            _hot.UnionWith([.. accounts, .. family]);
        }
    }

    /// <summary>What is one row for many families: sums, how far everybody's updates are, and what organisations want to hear.</summary>
    private void WriteSums(Staff staff, RegionDatabases databases, Numbers numbers)
    {
        var (recipients, organisations) = (databases.Subscriptions.Table<Recipient>(), databases.Subscriptions.Table<OrganisationSubscription>());
        databases.Subscriptions.Together(() =>
        {
            recipients.Add(numbers.Recipients);
            // Chosen at the end of the history: a feed carries what comes after.
            organisations.Add(staff.Employers.Select(employer => new OrganisationSubscription { OrganisationId = employer.Id, Kinds = [.. UpdateKinds.All], Version = 1 }));
        });
        var (lines, chain, ids) = (databases.SubscriptionsAudit.Table<StoredAuditLine>(), new AuditChain(), new Ids(_dice.For(5)));
        databases.SubscriptionsAudit.Together(() =>
        {
            lines.Add(staff.Workers.Where(worker => _plans.ContainsKey(worker.Account)).Select(worker => Line("professional", worker.Id, worker.Employer.Id, "subscriptions-read-updates", "C", "own-updates", 204, null)).Select(chain.Next));
            lines.Add(staff.Employers.Select(employer => Line("administrator", employer.AdministratorId, employer.Id, "subscriptions-change-organisation", "U", "administrator", 200, employer.Id)).Select(chain.Next));
        });

        AuditLine Line(string kind, Guid actor, Guid organisation, string action, string code, string purpose, int outcome, Guid? item) => new()
        {
            Id = ids.At(numbers.ReadUntil), At = numbers.ReadUntil, ActorKind = kind, ActorId = actor, OrganisationId = organisation, Action = action, ActionCode = code, Purpose = purpose,
            ItemId = item, Outcome = outcome,
        };
    }

    private IEnumerable<RegionPerson> People(Staff staff) =>
        _plans.Select(pair => new RegionPerson(pair.Key, "professional", pair.Value, _hot.Contains(pair.Key)))
            .Concat(_families.Select(account => new RegionPerson(account, "family", 1, _hot.Contains(account))))
            .Concat(staff.Employers.Select(employer => new RegionPerson(employer.AdministratorAccount, "administrator", 0, false)));

    private void Say(Stopwatch watch, string what) => output.WriteLine($"    {watch.Elapsed:mm\\:ss}  {what}");
}
