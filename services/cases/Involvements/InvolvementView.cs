using EenPlan.Cases.Access;
using EenPlan.Kit.Access;

namespace EenPlan.Cases.Involvements;

/// <summary>A task on a card.</summary>
/// <param name="Kind">Code of the list of tasks; "other" when only the words say what it is. Two cards with the same kind in the same domain for the same person do the same work.</param>
/// <param name="Task">More about it in words; needed when the kind is "other".</param>
public sealed record TaskView(string Domain, string? Task, IReadOnlyList<Guid> Members, string? Kind);

/// <summary>Whom to call when a professional is away.</summary>
public sealed record StandInView(Guid ProfessionalId, string Name, string? Phone);

/// <summary>A subject that is given or wanted, about whom, optionally from whom.</summary>
public sealed record SubjectView(string Subject, IReadOnlyList<Guid> About, Guid? From);

/// <summary>How often contact with a counterpart is wanted.</summary>
public sealed record FrequencyView(Guid CounterpartId, string Frequency);

/// <summary>The period of the help: a last day, or words such as "until home is safe".</summary>
public sealed record PeriodView(DateOnly? Until, string? Text);

/// <summary>One professional's involvement with the card, as one caller sees it.</summary>
/// <param name="Status">invited, active or ended.</param>
/// <param name="TakenOverBy">The involvement that goes on with this help after it ended; null when there is none.</param>
/// <param name="PreferredChannel">What the card says; not how the directory knows this person: who clears it, or never chose, must see that.</param>
/// <param name="CardComplete">True when family and team know from the card what to expect.</param>
public sealed record InvolvementView(
    Guid Id, Guid ProfessionalId, string Name, string Function, Guid OrganisationId, string OrganisationName, string? Phone, string? Email, string Kind, string Status,
    bool IsCoordinator, DateTimeOffset? Since, DateTimeOffset? Until, Guid? TakenOverBy, long Version, string? Reason, string? FamilyRole, string? ContactMeWhen, string? HelpEndsWhen,
    IReadOnlyList<string> LifeDomains, IReadOnlyList<Guid> ForMembers, IReadOnlyList<TaskView> Tasks, IReadOnlyList<Guid> LeadPractitionerOf,
    IReadOnlyList<SubjectView> Gives, IReadOnlyList<SubjectView> Wants, IReadOnlyList<FrequencyView> ContactFrequencies, string? ReplyNorm, string? PreferredChannel,
    Guid? StandInId, StandInView? StandIn, PeriodView Period, bool CardComplete, HiddenFromFamily? HiddenFromFamily)
{
    /// <summary>
    /// Who is informed only (school, GP) reads of the others what the family page shows: who, in which role, when to contact; not what they tell each other.
    /// </summary>
    /// <param name="concealed">Cards that this reader must not know of: nothing here points to them.</param>
    internal static InvolvementView Of(Involvement row, KnownPeople names, Guid? coordinator, DateOnly today, string level, Guid? own, IReadOnlySet<Guid> concealed)
    {
        var who = names.Find(row.ProfessionalId);
        var whole = level != AccessLevel.InformationOnly || row.Id == own;
        return new InvolvementView(
            row.Id, row.ProfessionalId, who?.Name ?? KnownPeople.Nobody, who?.Function ?? "", row.OrganisationId, names.OrganisationOf(row.ProfessionalId), who?.Phone, who?.Email, row.Kind,
            row.Status.ToString().ToLowerInvariant(), row.Id == coordinator, row.Since, row.Until, Known(row.TakenOverBy, concealed), row.Version, whole ? row.Reason : null, row.FamilyRole, row.ContactMeWhen, row.HelpEndsWhen,
            row.LifeDomains, row.ForMembers, whole ? row.Tasks.ConvertAll(task => new TaskView(task.Domain, task.Task, task.Members, task.Kind ?? CardTask.Other)) : [], row.LeadPractitionerOf,
            whole ? Subjects(row.Gives, concealed) : [], whole ? Subjects(row.Wants, concealed) : [],
            whole ? [.. row.ContactFrequencies.Where(item => !concealed.Contains(item.CounterpartId)).Select(item => new FrequencyView(item.CounterpartId, item.Frequency))] : [],
            row.ReplyNorm, row.PreferredChannel, Known(row.StandInId, concealed), Known(row.StandInId, concealed) is { } standIn && names.Find(standIn) is { } away ? new StandInView(standIn, away.Name, away.Phone) : null,
            new PeriodView(row.PeriodUntil, row.PeriodText), row.CardComplete,
            row.Hiding(today, level));
    }

    private static List<SubjectView> Subjects(List<CardSubject> subjects, IReadOnlySet<Guid> concealed) =>
        subjects.ConvertAll(item => new SubjectView(item.Subject, item.About, Known(item.From, concealed)));

    private static Guid? Known(Guid? card, IReadOnlySet<Guid> concealed) => card is { } id && concealed.Contains(id) ? null : card;
}

/// <summary>Somebody was asked to take over from a professional and has not answered yet.</summary>
/// <param name="FromLeft">True when that professional no longer works for the organisation and takes no part any more.</param>
public sealed record HandoverView(Guid Id, Guid FromInvolvementId, PersonView ToProfessional, bool FromLeft, string Reason, DateTimeOffset ProposedAt)
{
    internal static HandoverView Of(Handover row, KnownPeople names, bool fromLeft) => new(row.Id, row.FromInvolvementId,
        new PersonView(row.ToProfessionalId, names.NameOf(row.ToProfessionalId), names.OrganisationOf(row.ToProfessionalId)), fromLeft, row.Reason, row.ProposedAt);
}

/// <summary>A professional by name.</summary>
public sealed record PersonView(Guid Id, string Name, string OrganisationName);
