using EenPlan.Cases.Access;
using EenPlan.Cases.Cases;
using EenPlan.Cases.Households;
using EenPlan.Cases.Involvements;
using EenPlan.Contracts.Cases;
using EenPlan.Kit;
using EenPlan.Kit.Access;
using EenPlan.Load.Region;
using EenPlan.Cases.Plans;

namespace EenPlan.Load.Writing;

/// <summary>Turns the script of a family into rows: the people, their access and their cards. What they agreed is in <see cref="PlanHistory"/>.</summary>
internal sealed class FamilyHistory
{
    private readonly FamilyScript _script;
    private readonly Ledger _ledger;
    private readonly Ids _ids;
    private readonly CaseRows _rows;

    private FamilyHistory(FamilyScript script, Ids ids, Numbers numbers, DateTimeOffset start, TimeSpan step)
    {
        (_script, _ids) = (script, ids);
        var opened = start + step;
        var id = ids.At(opened);
        _rows = new CaseRows
        {
            Case = new Case
            {
                Id = id, Alias = script.Alias, Municipality = script.Municipality, Criteria = [.. script.Criteria], LegalGround = FamilyWords.LegalGround, LegalGroundMotivation = script.Motivation,
                Method = FamilyWords.Method, CoordinatorLabel = FamilyWords.CoordinatorLabel, OpenedAt = opened, OpenedBy = script.Opener.Id,
            },
            Plan = new FamilyPlan { CaseId = id },
        };
        _ledger = new Ledger(_rows, ids, numbers, start, step);
    }

    /// <param name="script">What happened.</param>
    /// <param name="ids">Makes ids.</param>
    /// <param name="numbers">How far the region is.</param>
    /// <param name="start">When it begins.</param>
    /// <param name="step">Time between two commits.</param>
    /// <param name="afterwards">What happened once the plan was there.</param>
    public static CaseRows Write(FamilyScript script, Ids ids, Numbers numbers, DateTimeOffset start, TimeSpan step, Action<CaseRows, Ledger>? afterwards = null)
    {
        var history = new FamilyHistory(script, ids, numbers, start, step);
        history.Write();
        afterwards?.Invoke(history._rows, history._ledger);
        return history._rows;
    }

    private Guid Id => _rows.Case.Id;

    private Doer Coordinator => Doer.Of(_script.Helpers[0].Who);

    private void Write()
    {
        Open();
        Appoint();
        Join(early: true);
        var plan = new PlanHistory(_script, _rows, _ledger, Coordinator);
        plan.WriteDraft();
        Join(early: false);
        FillCards();
        GiveAccess();
        DrawNetwork();
        plan.Agree(_script.LastAgreement);
        plan.Meet();
        plan.PutForward();
        plan.Tick();
    }

    private void Open()
    {
        var doer = Doer.Of(_script.Opener);
        _ledger.Commit(doer, "open-case", "C", "intake", 201, null, ledger =>
        {
            _rows.Household.AddRange(_script.Household.Select((member, rank) => new HouseholdMember
            {
                Id = ledger.NewId(), CaseId = Id, Name = member.Name, Role = member.Role, AgeBand = member.AgeBand, Language = member.Language, Interpreter = member.Interpreter, Rank = rank,
            }));
            var own = new Involvement
            {
                Id = ledger.NewId(), CaseId = Id, ProfessionalId = doer.Id, OrganisationId = doer.OrganisationId!.Value, Kind = InvolvementKind.Intake, Status = InvolvementStatus.Active,
                InvitedAt = ledger.Now, Since = ledger.Now,
            };
            _rows.Involvements.Add(own);
            ledger.SetAccess("professional", doer.Id, doer.OrganisationId, AccessLevel.Intake);
            ledger.Record(new CaseOpened(Id, _script.Municipality, _script.Criteria, Calendar.DayOf(ledger.Now)));
            ledger.Record(new ProfessionalJoined(Id, own.Id, doer.Id, own.OrganisationId, own.Kind));
            foreach (var helper in _script.Helpers)
            {
                var invited = new Involvement
                {
                    Id = ledger.NewId(), CaseId = Id, ProfessionalId = helper.Who.Id, OrganisationId = helper.Who.Employer.Id, Kind = helper.Kind, Status = InvolvementStatus.Invited,
                    InvitedAt = ledger.Now, InvitedBy = doer.Id, InvitationReason = helper.Reason,
                };
                _rows.Involvements.Add(invited);
                ledger.Record(new ProfessionalInvited(Id, invited.Id, invited.ProfessionalId, invited.OrganisationId, invited.Kind));
            }
        });
    }

    private void Appoint() => _ledger.Commit(Doer.Of(_script.Opener), "appoint-coordinator", "C", "involved:intake", 200, null, ledger =>
    {
        Join(ledger, _rows.Involvements[1]);
        (_rows.Case.CoordinatorInvolvementId, _rows.Case.CoordinatorSince) = (_rows.Involvements[1].Id, ledger.Now);
        ledger.Record(new CoordinatorChanged(Id, null, _rows.Involvements[1].Id));
    });

    private void Join(bool early)
    {
        for (var place = 1; place < _script.Helpers.Length; place++)
        {
            if (_script.Helpers[place].Early == early)
            {
                var involvement = _rows.Involvements[place + 1];
                _ledger.Commit(Doer.Of(_script.Helpers[place].Who), "accept-invitation", "C", "own-invitations", 200, involvement.Id, ledger => Join(ledger, involvement));
            }
        }
    }

    private void Join(Ledger ledger, Involvement involvement)
    {
        (involvement.Status, involvement.Since) = (InvolvementStatus.Active, ledger.Now);
        involvement.Version++;
        ledger.SetAccess("professional", involvement.ProfessionalId, involvement.OrganisationId, involvement.Kind);
        ledger.Record(new ProfessionalJoined(Id, involvement.Id, involvement.ProfessionalId, involvement.OrganisationId, involvement.Kind));
    }

    private void FillCards()
    {
        for (var place = 0; place < _script.Helpers.Length; place++)
        {
            var (helper, card) = (_script.Helpers[place], _rows.Involvements[place + 1]);
            _ledger.Commit(Doer.Of(helper.Who), "change-card", "U", $"involved:{helper.Kind}", 200, card.Id, ledger =>
            {
                Fill(card, helper.Card);
                card.Version++;
                ledger.Record(new CardChanged(Id, card.Id, FamilyWords.CardFields, card.CardComplete));
            });
        }
    }

    private void Fill(Involvement card, CardPart part)
    {
        List<Guid> members = [.. part.ForMembers.Select(place => _rows.Household[place].Id)];
        (card.Reason, card.FamilyRole, card.ContactMeWhen, card.HelpEndsWhen) = (part.Reason, part.FamilyRole, part.ContactMeWhen, part.HelpEndsWhen);
        (card.LifeDomains, card.ForMembers) = ([.. part.LifeDomains], members);
        card.Tasks = [new CardTask(part.TaskDomain, part.Task, members, CardTask.Other)];
        card.Gives = [new CardSubject(part.Gives, members)];
        card.Wants = [new CardSubject(part.Wants, members, _rows.Involvements[part.WantsFrom].Id)];
        card.ContactFrequencies = [new CardFrequency(_rows.Involvements[part.WantsFrom].Id, part.Frequency)];
        (card.ReplyNorm, card.PreferredChannel) = (part.ReplyNorm, part.Channel);
    }

    private void GiveAccess()
    {
        if (!_script.FamilyJoins)
        {
            return;
        }

        var member = _rows.Household[0];
        _ledger.Commit(Coordinator, "invite-family-member", "C", "involved:professional", 200, member.Id, _ => { });
        _ledger.Commit(new Doer("family", member.Id, null), "redeem-family-invitation", "E", "involved:family", 200, member.Id, ledger =>
        {
            member.Account = $"{_script.AccountPrefix}{_ids.At(ledger.Now).ToString("N")[^12..]}";
            ledger.SetAccess("family", member.Id, null, AccessLevel.Family);
            ledger.Record(new HouseholdChanged(Id, member.Id, "access-given"));
        });
    }

    private void DrawNetwork()
    {
        foreach (var part in _script.Network)
        {
            _ledger.CommitPerson(Coordinator, ledger => new EenPlan.Network.People.Person
            {
                Id = ledger.NewId(), CaseId = Id, Name = part.Name, Relation = part.Relation, Sector = part.Sector, Frequency = part.Frequency, Quality = part.Quality,
                Domains = [.. part.Domains], SupportTypes = [.. part.SupportTypes], AddedAt = ledger.Now,
            });
        }
    }
}
