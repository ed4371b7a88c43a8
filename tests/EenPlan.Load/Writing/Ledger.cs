using System.Text.Json;
using EenPlan.Contracts;
using EenPlan.Cases.Expectations;
using EenPlan.Contracts.Cases;
using EenPlan.Contracts.Network;
using EenPlan.Kit;
using EenPlan.Kit.Access;
using EenPlan.Kit.Audit;
using EenPlan.Kit.Journal;
using EenPlan.Load.Region;
using EenPlan.Network.People;
using EenPlan.Subscriptions.Updates;

namespace EenPlan.Load.Writing;

/// <summary>Who did something.</summary>
internal sealed record Doer(string Kind, Guid Id, Guid? OrganisationId)
{
    public static Doer Of(Worker worker) => new("professional", worker.Id, worker.Employer.Id);
}

/// <summary>
/// Writes down one commit after the other of one family, as the product does: events with the next case version, access before what tells of it, an audit line,
/// and for everybody who may hear of it an update.
/// </summary>
internal sealed class Ledger(CaseRows rows, Ids ids, Numbers numbers, DateTimeOffset start, TimeSpan step)
{
    private int _ordinal;
    private bool _versioned;
    private Doer _doer = null!;

    public DateTimeOffset Now { get; private set; } = start;

    public Guid NewId() => ids.At(Now);

    /// <summary>One commit in cases.</summary>
    public void Commit(Doer doer, string action, string code, string purpose, int outcome, Guid? itemId, Action<Ledger> work) =>
        Create(doer, action, code, purpose, outcome, () => itemId, work);

    /// <summary>One commit in cases that makes what its audit line names.</summary>
    public void Create(Doer doer, string action, string code, string purpose, int outcome, Func<Guid?> itemId, Action<Ledger> work)
    {
        Now += step;
        (_doer, _versioned, _ordinal) = (doer, false, 0);
        work(this);
        rows.Audit.Add(Line(doer, action, code, purpose, outcome, itemId()));
    }

    /// <summary>One commit in network.</summary>
    public void CommitPerson(Doer doer, Func<Ledger, EenPlan.Network.People.Person> work)
    {
        Now += step;
        var person = work(this);
        rows.People.Add(person);
        TellOfNetwork(doer);
        rows.PeopleAudit.Add(Line(doer, "network-add-person", "C", "involved:professional", 201, person.Id));
    }

    public void SetAccess(string kind, Guid holder, Guid? organisation, string level)
    {
        Version();
        var access = new CaseAccess { CaseId = rows.Case.Id, HolderKind = kind, HolderId = holder, OrganisationId = organisation, Level = level, Version = rows.Case.CaseVersion };
        rows.Access.Add(access);
        Record(new CaseAccessChanged(access.CaseId, kind, holder, organisation, level, access.Version));
    }

    public void EndAccess(Guid professional)
    {
        Version();
        var access = rows.Access.Single(holder => holder.HolderKind == "professional" && holder.HolderId == professional);
        (access.Level, access.Version) = (null, rows.Case.CaseVersion);
        Record(new CaseAccessChanged(access.CaseId, access.HolderKind, professional, access.OrganisationId, null, access.Version));
    }

    /// <summary>Nothing happens until then.</summary>
    public void WaitUntil(DateTimeOffset next) => Now = next - step > Now ? next - step : Now;

    public void Record<TEvent>(TEvent happened)
        where TEvent : IEvent
    {
        Version();
        var entry = new JournalEntry
        {
            Seq = ++numbers.Journal, Number = numbers.Journal, EventId = NewId(), Type = typeof(TEvent).FullName!, CaseId = rows.Case.Id, CaseVersion = rows.Case.CaseVersion, Ordinal = _ordinal++,
            At = Now, ActorKind = _doer.Kind, ActorId = _doer.Id, Data = JsonSerializer.Serialize(happened, Json.Options),
        };
        rows.Journal.Add(entry);
        if (UpdateKinds.Of(happened) is { } telling)
        {
            var told = rows.Access.Where(holder => holder.Level is not null && !(holder.HolderKind == _doer.Kind && holder.HolderId == _doer.Id) && Audience.MayHear(holder, telling, hiddenFromFamily: false))
                .Select(holder => Tell(holder, telling, entry)).ToList();
            // Old news was told, and has a number, and was forgotten since.
            rows.Updates.AddRange(told.Where(update => update.At >= numbers.KeptFrom));
        }
    }

    /// <summary>What network tells of itself after a change, and what cases keeps of that. Screens that were open then are closed by now.</summary>
    private void TellOfNetwork(Doer doer)
    {
        var changed = NetworkNews.Of(rows.Case.Id, rows.People.Count, rows.People);
        rows.Network = new NetworkState { CaseId = changed.CaseId, Version = changed.Version };
        rows.NetworkCopy = new NetworkCopy
        {
            CaseId = changed.CaseId, Version = changed.Version, People = changed.People, OutsideHelp = changed.OutsideHelp, InTouch = changed.InTouch, Domains = [.. changed.Domains],
        };
        rows.NetworkJournal.Add(new JournalEntry
        {
            Seq = ++numbers.NetworkJournal, Number = numbers.NetworkJournal, EventId = NewId(), Type = typeof(NetworkChanged).FullName!, CaseId = changed.CaseId, CaseVersion = changed.Version,
            At = Now, ActorKind = doer.Kind, ActorId = doer.Id, Data = JsonSerializer.Serialize(changed, Json.Options),
        });
    }

    private Update Tell(CaseAccess holder, Telling telling, JournalEntry entry) => new()
    {
        HolderKind = holder.HolderKind, HolderId = holder.HolderId, Number = numbers.NextUpdate(holder.HolderKind, holder.HolderId), EventId = entry.EventId, CaseId = holder.CaseId,
        Kind = telling.Kind, ItemId = telling.ItemId, MemberId = telling.MemberId, At = entry.At, ReadAt = entry.At < numbers.ReadUntil && holder.HolderKind == "professional" ? numbers.ReadUntil : null,
    };

    private void Version()
    {
        if (!_versioned)
        {
            _versioned = true;
            rows.Case.CaseVersion++;
        }
    }

    private AuditLine Line(Doer doer, string action, string code, string purpose, int outcome, Guid? itemId) => new()
    {
        Id = NewId(), At = Now, ActorKind = doer.Kind, ActorId = doer.Id, OrganisationId = doer.OrganisationId, Action = action, ActionCode = code, Purpose = purpose,
        CaseId = rows.Case.Id, ItemId = itemId, Outcome = outcome,
    };
}

/// <summary>How far the numbers are that the whole region counts by.</summary>
internal sealed class Numbers
{
    private readonly Dictionary<(string Kind, Guid Id), long> _updates = [];

    /// <summary>Highest number of the journal of cases.</summary>
    public long Journal { get; set; }

    /// <summary>Highest number of the journal of network.</summary>
    public long NetworkJournal { get; set; }

    /// <summary>From when on updates are still kept.</summary>
    public DateTimeOffset KeptFrom { get; init; }

    /// <summary>Until when professionals have read their updates.</summary>
    public DateTimeOffset ReadUntil { get; init; }

    public long NextUpdate(string kind, Guid id) => _updates[(kind, id)] = _updates.GetValueOrDefault((kind, id)) + 1;

    /// <summary>What open streams need to know of everybody who was told something.</summary>
    public IEnumerable<Recipient> Recipients => _updates.Select(pair => new Recipient { HolderKind = pair.Key.Kind, HolderId = pair.Key.Id, LastNumber = pair.Value });
}
