using System.Globalization;
using EenPlan.Cases.Access;
using EenPlan.Cases.Agenda;
using EenPlan.Cases.Persistence;
using EenPlan.Kit.Api;
using EenPlan.Kit.Audit;
using EenPlan.Kit.Data;
using EenPlan.Kit.Identity;
using Microsoft.EntityFrameworkCore;

namespace EenPlan.Cases.Expectations;

/// <summary>The findings of one case for one reader, with what was done about them.</summary>
internal sealed record Checked(CaseFacts Facts, IReadOnlyList<Finding> Findings, Doer Doer, CalledHere Called, CasePeople People)
{
    public Finding? Find(string id) => Findings.FirstOrDefault(finding => finding.Id == id);
}

/// <summary>Runs the check for one reader and writes it down as that reader sees it.</summary>
internal sealed class FindingReading(CasesDb db, CaseWork work, AuditNote note)
{
    private static readonly Func<CasesDb, Guid, CancellationToken, Task<List<SetAsideFinding>>> SetAsideOf = Hot.List((CasesDb db, Guid caseId) =>
        db.SetAside.AsNoTracking().Where(row => row.CaseId == caseId));

    private static readonly Func<CasesDb, Guid, CancellationToken, Task<List<AgendaItem>>> OnAgenda = Hot.List((CasesDb db, Guid caseId) =>
        db.Agenda.AsNoTracking().Where(row => row.CaseId == caseId && row.Finding != null && row.DiscussedAt == null));

    private static readonly Func<CasesDb, Guid, CancellationToken, Task<string?>> ChannelOf = Hot.One((CasesDb db, Guid professionalId, CancellationToken _) =>
        db.Professionals.Where(row => row.Id == professionalId).Select(row => row.PreferredChannel).SingleOrDefault());

    public async Task<IReadOnlyList<FindingView>> ReadAsync(Guid caseId, Caller caller, CancellationToken cancellationToken)
    {
        var viewer = await Viewer.RequireAsync(work, caseId, caller, cancellationToken);
        var found = await CheckAsync(caseId, viewer, caller, cancellationToken);
        var aside = (await SetAsideOf(db, caseId, cancellationToken)).ToDictionary(row => row.Finding);
        var agenda = (await OnAgenda(db, caseId, cancellationToken)).ToLookup(row => row.Finding!);
        var agreements = (viewer.IsFamily ? found.Facts.SeenByFamily() : found.Facts).Agreements
            .Where(row => row.Finding is not null && (!viewer.SeesOnlyCore || row.Parties.Exists(party => party.Kind == Plans.PlanActors.Professional && party.Id == viewer.InvolvementId)))
            .ToLookup(row => row.Finding!);
        return [.. found.Findings.Select(finding => View(finding, found, aside.GetValueOrDefault(finding.Id), agenda[finding.Id].FirstOrDefault(),
            [.. agreements[finding.Id].Select(row => new AgreedView(row.Id, row.Text))]))];
    }

    public async Task<Checked> CheckAsync(Guid caseId, Viewer viewer, Caller caller, CancellationToken cancellationToken)
    {
        var facts = await FactsReading.ReadAsync(db, caseId, viewer.Today, cancellationToken);
        var people = await CasePeople.LoadAsync(db, caseId, viewer, cancellationToken);
        var card = facts.Involvements.SingleOrDefault(row => row.Id == viewer.InvolvementId);
        var channel = caller.Kind == CallerKind.Professional ? await ChannelOf(db, caller.Id, cancellationToken) : null;
        var may = new Permissions(viewer.Level, viewer.InvolvementId is { } own && own == facts.Coordinator, facts.Coordinator is not null,
            facts.Involvements.Any(row => row is { Kind: Involvements.InvolvementKind.Intake, IsActive: true }));
        var names = facts.Involvements.Select(row => (row.Id, people.Involvement(row.Id)?.Name)).Where(row => row.Name is not null).ToDictionary(row => row.Id, row => row.Name!);
        foreach (var (id, name) in people.Members)
        {
            names[id] = name;
        }

        var called = new CalledHere(CalledHere.ShortNames(names), facts.Plan.LifeDomains.Where(domain => !string.IsNullOrWhiteSpace(domain.Name)).ToDictionary(domain => domain.Code, domain => domain.Name!));
        return new Checked(facts, ExpectationCheck.For(facts, viewer), new Doer(may, card, viewer.IsFamily ? caller.Id : null, channel), called, people);
    }

    /// <summary>Inside a change: one finding as the caller sees it now, on the facts that the caller saw.</summary>
    public async Task<(Checked Found, Finding Finding)> RequireAsync(HttpContext http, OpenCase open, string id, CancellationToken cancellationToken)
    {
        var found = await CheckAsync(open.Id, Viewer.Of(open), open.Caller, cancellationToken);
        var finding = found.Find(id) ?? throw Gone();
        Versions.RequireMatch(http, finding.Version, () => View(finding, found, null, null, []));
        // What is done with a finding about something hidden does not betray it in who looked either.
        note.ItemId = found.Facts.HiddenIn([.. finding.Cards, .. finding.Facts.Select(fact => fact.ItemId).OfType<Guid>()]) ?? note.ItemId;
        return (found, finding);
    }

    public static Exception Gone() => Problem.Conflict("finding-gone", "This finding is not there any more: it was settled, or what it is about changed. Nothing was changed now.");

    private static FindingView View(Finding finding, Checked found, SetAsideFinding? aside, AgendaItem? agenda, IReadOnlyList<AgreedView> agreements)
    {
        // A finding that was set aside on other facts than those of today is there again; and nobody reads the words of somebody whom they must not know of.
        var set = aside is not null && found.People.NameOf(aside.ByKind, aside.ById) is null && found.Doer.FamilyMember is not null ? null : aside?.Facts == finding.Whole.ToString(CultureInfo.InvariantCulture) ? aside : null;
        var deed = Deeds.Of(finding, found.Facts, found.Doer);
        return new FindingView(
            finding.Id, finding.Kind, finding.Version, Wording.Says(finding, found.Called), Wording.Settles(finding, found.Called),
            [
                .. finding.Cards.Distinct().Select(id => new ConcernView("professional", id, found.People.Involvement(id)?.Name ?? KnownPeople.Nobody)),
                .. finding.Members.Distinct().Select(id => new ConcernView("family", id, found.People.Members.GetValueOrDefault(id, KnownPeople.Nobody))),
            ],
            [.. finding.Facts.Select(fact => new FactView(fact.Says.Code, Wording.Fact(fact, found.Called), fact.ItemKind, fact.ItemId))],
            set is not null ? "set-aside" : agreements.Count > 0 ? "agreed" : "open", deed is null ? null : Wording.Deed(deed, found.Called), Deeds.MaySetAside(finding, found.Doer),
            set is null ? null : new SetAsideView(set.Reason, found.People.NameOf(set.ByKind, set.ById), set.At), agreements, agenda?.Id);
    }
}
