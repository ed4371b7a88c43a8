using System.Threading.Channels;
using EenPlan.Cases.Cases;
using EenPlan.Cases.Expectations;
using EenPlan.Cases.Households;
using EenPlan.Cases.Involvements;
using EenPlan.Cases.Meetings;
using EenPlan.Cases.Plans;
using EenPlan.Kit.Access;
using EenPlan.Kit.Audit;
using EenPlan.Kit.Journal;
using EenPlan.Network.People;
using EenPlan.Reporting.Cases;
using EenPlan.Reporting.Counting;
using EenPlan.Subscriptions.Updates;

namespace EenPlan.Load.Writing;

/// <summary>Writes families to all databases at once, each database by a writer of its own.</summary>
internal sealed class FamilyWriters
{
    private const int BatchesAhead = 3;
    private readonly CaseCounts _counts = new();
    private readonly List<(Channel<IReadOnlyList<CaseRows>> Queue, Task Writer)> _writers = [];

    public FamilyWriters(RegionDatabases databases)
    {
        Start(databases.Cases, WriteCases(databases.Cases));
        Start(databases.CasesAudit, WriteAudit(databases.CasesAudit, rows => rows.Audit));
        Start(databases.Network, WriteNetwork(databases.Network));
        Start(databases.NetworkAudit, WriteAudit(databases.NetworkAudit, rows => rows.PeopleAudit));
        Start(databases.Reporting, WriteReporting(databases.Reporting));
        Start(databases.Subscriptions, WriteSubscriptions(databases.Subscriptions));
    }

    public async Task AddAsync(IReadOnlyList<CaseRows> families)
    {
        foreach (var (queue, writer) in _writers)
        {
            // A writer that failed takes no more; its failure is told instead of waiting for it for ever.
            if (await Task.WhenAny(queue.Writer.WriteAsync(families).AsTask(), writer) == writer)
            {
                await writer;
            }
        }
    }

    /// <summary>Waits for all writers; returns what reporting counts of all families together.</summary>
    public async Task<IEnumerable<MonthSum>> FinishAsync()
    {
        _writers.ForEach(pair => pair.Queue.Writer.Complete());
        await Task.WhenAll(_writers.Select(pair => pair.Writer));
        return _counts.Sums;
    }

    private void Start(BulkDatabase database, Action<CaseRows> write)
    {
        var queue = Channel.CreateBounded<IReadOnlyList<CaseRows>>(BatchesAhead);
        _writers.Add((queue, Task.Run(async () =>
        {
            await foreach (var families in queue.Reader.ReadAllAsync())
            {
                database.Together(() =>
                {
                    foreach (var rows in families)
                    {
                        write(rows);
                    }
                });
            }
        })));
    }

    private static Action<CaseRows> WriteCases(BulkDatabase database)
    {
        var (cases, plans, household, involvements) = (database.Table<Case>(), database.Table<FamilyPlan>(), database.Table<HouseholdMember>(), database.Table<Involvement>());
        var (goals, actions, agreements, meetings) = (database.Table<Goal>(), database.Table<PlanAction>(), database.Table<Agreement>(), database.Table<Meeting>());
        var (versions, answers, journal, access) = (database.Table<PlanVersion>(), database.Table<PlanAnswer>(), database.Table<JournalEntry>(), database.Table<CaseAccess>());
        var (handovers, evaluations, closings, networks) = (database.Table<Handover>(), database.Table<Evaluation>(), database.Table<Closing>(), database.Table<NetworkCopy>());
        return rows =>
        {
            cases.Add(rows.Case);
            handovers.Add(rows.Handovers);
            evaluations.Add(rows.Evaluations);
            closings.Add(rows.Closings);
            networks.Add(new[] { rows.NetworkCopy }.OfType<NetworkCopy>());
            plans.Add(rows.Plan);
            household.Add(rows.Household);
            involvements.Add(rows.Involvements);
            goals.Add(rows.Goals);
            actions.Add(rows.Actions);
            agreements.Add(rows.Agreements);
            meetings.Add(rows.Meetings);
            versions.Add(rows.Versions);
            answers.Add(rows.Answers);
            journal.Add(rows.Journal);
            access.Add(rows.Access);
        };
    }

    private static Action<CaseRows> WriteAudit(BulkDatabase database, Func<CaseRows, List<AuditLine>> lines)
    {
        var (table, chain) = (database.Table<StoredAuditLine>(), new AuditChain());
        return rows => table.Add(lines(rows).Select(chain.Next));
    }

    private static Action<CaseRows> WriteNetwork(BulkDatabase database)
    {
        var (people, access, networks, journal) = (database.Table<Person>(), database.Table<CaseAccess>(), database.Table<NetworkState>(), database.Table<JournalEntry>());
        return rows =>
        {
            people.Add(rows.People);
            networks.Add(new[] { rows.Network }.OfType<NetworkState>());
            journal.Add(rows.NetworkJournal);
            access.Add(rows.Access);
        };
    }

    private Action<CaseRows> WriteReporting(BulkDatabase database)
    {
        var cases = database.Table<CountedCase>();
        return rows => cases.Add(_counts.Count(rows));
    }

    private static Action<CaseRows> WriteSubscriptions(BulkDatabase database)
    {
        var (updates, access) = (database.Table<Update>(), database.Table<CaseAccess>());
        return rows =>
        {
            updates.Add(rows.Updates);
            access.Add(rows.Access);
        };
    }
}
