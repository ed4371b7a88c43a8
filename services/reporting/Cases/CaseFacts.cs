using EenPlan.Contracts;
using EenPlan.Contracts.Cases;
using EenPlan.Kit;
using EenPlan.Reporting.Counting;

namespace EenPlan.Reporting.Cases;

/// <summary>A goal, as far as numbers need it.</summary>
internal sealed record GoalFact(string Domain, string Status);

/// <summary>
/// What numbers need to know of one case: ids, codes and dates; no names, no texts, nobody who works somewhere. It changes by events alone, so the same events always make the same numbers.
/// </summary>
internal sealed class CaseFacts
{
    private const int InTimeDays = 7;

    /// <summary>Code of the municipality; empty until the opening was read, and nothing counts before that.</summary>
    public string Municipality { get; set; } = "";

    public bool IsOpen { get; set; }

    public DateOnly OpenedOn { get; set; }

    /// <summary>A plan was agreed once; later versions are no longer the first.</summary>
    public bool WasAgreed { get; set; }

    public bool HasEvaluationDate { get; set; }

    /// <summary>Who takes part, by involvement; true when that card is complete.</summary>
    public Dictionary<Guid, bool> Cards { get; init; } = [];

    public Dictionary<Guid, GoalFact> Goals { get; init; } = [];

    /// <summary>Agreements of which somebody said whether they are kept.</summary>
    public Dictionary<Guid, string> Kept { get; init; } = [];

    /// <summary>Takes an event in, and says which sums change by it.</summary>
    public IReadOnlyList<SumChange> Take(IEvent happened, DateTimeOffset at)
    {
        var (from, before) = (Municipality, Stocks());
        var (day, flow) = (Calendar.DayOf(at), Note(happened, Calendar.DayOf(at)));
        var changes = new Dictionary<(string Municipality, string Measure), int>();
        Add(from, before, -1);
        Add(Municipality, Stocks(), 1);
        var reference = Month.OfReference(day);
        List<SumChange> all = [.. changes.Where(pair => pair.Value != 0).Select(pair => new SumChange(reference, pair.Key.Municipality, pair.Key.Measure, pair.Value))];
        if (flow is not null && Municipality.Length > 0)
        {
            all.Add(new SumChange(Month.Of(day), Municipality, flow, 1));
        }

        return all;

        void Add(string municipality, Dictionary<string, int> stocks, int sign)
        {
            foreach (var (measure, number) in stocks)
            {
                changes[(municipality, measure)] = changes.GetValueOrDefault((municipality, measure)) + (sign * number);
            }
        }
    }

    /// <summary>What this case adds to the numbers that tell how things stand; a closed case adds nothing.</summary>
    private Dictionary<string, int> Stocks()
    {
        var stocks = new Dictionary<string, int>(StringComparer.Ordinal);
        if (!IsOpen)
        {
            return stocks;
        }

        stocks[Measures.Open] = 1;
        stocks[Measures.Parties] = Cards.Count;
        stocks[Measures.CardsComplete] = Cards.Values.Count(complete => complete);
        stocks[Measures.EvaluationDate] = HasEvaluationDate ? 1 : 0;
        foreach (var measure in Goals.Values.Select(goal => Measures.Goals(goal.Domain, goal.Status)).Concat(Kept.Values.Select(Measures.Kept)))
        {
            stocks[measure] = stocks.GetValueOrDefault(measure) + 1;
        }

        return stocks;
    }

    /// <summary>Changes the facts; returns what happened once more by this event, if that is counted.</summary>
    private string? Note(IEvent happened, DateOnly day)
    {
        switch (happened)
        {
            case CaseOpened opened:
                (Municipality, OpenedOn, IsOpen) = (opened.Municipality, opened.OpenedOn, true);
                return Measures.Opened;
            case CaseChanged changed:
                Municipality = changed.Municipality;
                return null;
            case CaseClosed:
                IsOpen = false;
                return Measures.Closed;
            case CaseReopened:
                IsOpen = true;
                return Measures.Opened;
            case CoordinatorChanged changed:
                return changed.FromInvolvementId is null ? null : Measures.CoordinatorChanges;
            case TreatmentStatusChanged:
                return Measures.TreatmentNotices;
            case EvaluationHeld held:
                HasEvaluationDate = held.NextDate is not null;
                return held.PlannedFor is { } planned ? (held.HeldOn <= planned.AddDays(InTimeDays) ? Measures.EvaluatedInTime : Measures.EvaluatedLate) : null;
            case PlanAgreed when !WasAgreed:
                WasAgreed = true;
                return Measures.AgreedAfter(day.DayNumber - OpenedOn.DayNumber);
            case ProfessionalReplaced replaced:
                // Who takes over gets the card as it stands.
                Cards.Remove(replaced.FromInvolvementId, out var complete);
                Cards[replaced.ToInvolvementId] = replaced.CardComplete ?? complete;
                return Measures.Replacements;
            default:
                NoteContent(happened);
                return null;
        }
    }

    private void NoteContent(IEvent happened)
    {
        switch (happened)
        {
            case ProfessionalJoined joined:
                // Who only does the intake has nothing to fill in.
                Cards.TryAdd(joined.InvolvementId, joined.Kind == "intake");
                break;
            case HelpEnded ended:
                Cards.Remove(ended.InvolvementId);
                break;
            case CardChanged changed when Cards.ContainsKey(changed.InvolvementId):
                Cards[changed.InvolvementId] = changed.Complete;
                break;
            case PlanChanged changed:
                HasEvaluationDate = changed.EvaluationDate is not null;
                break;
            case GoalAdded added:
                Goals[added.GoalId] = new GoalFact(added.Domain, Measures.OpenGoal);
                break;
            case GoalChanged { Domain: { } domain } changed when Goals.TryGetValue(changed.GoalId, out var known):
                Goals[changed.GoalId] = known with { Domain = domain };
                break;
            case GoalReached reached:
                Goals[reached.GoalId] = new GoalFact(reached.Domain, Measures.ReachedGoal);
                break;
            case GoalStatusChanged changed:
                Goals[changed.GoalId] = new GoalFact(changed.Domain, changed.Status);
                break;
            case GoalRemoved removed:
                Goals.Remove(removed.GoalId);
                break;
            case AgreementKept { Kept: { } kept } told:
                Kept[told.AgreementId] = kept;
                break;
            case AgreementKept taken:
                Kept.Remove(taken.AgreementId);
                break;
            case AgreementRemoved removed:
                Kept.Remove(removed.AgreementId);
                break;
        }
    }
}
