import type { AccessEntry, Case, HouseholdMember, Involvement, Person, Plan, Reference, Session, TimelineEntry, Update } from '@/api';
import type { Answer } from './server';

/** A family of two as their pages read it, with the answers of the server; `signedInAs` is who looks. */

const nothing: Reference = {
  criteria: [], legalGrounds: [], methods: [], coordinatorLabels: [], lifeDomains: [{ code: 'school', slot: 4, badge: 'SC' }], subjects: [], householdRoles: [], ageBands: [], languages: [], interpreterNeeds: [],
  channels: [], frequencies: [], replyNorms: [], taskKinds: [], agreementTypes: [], treatmentStatuses: [], goalStatuses: [], municipalities: [], involvementKinds: [], endReasons: [],
};
export const members: HouseholdMember[] = [
  { id: 'parent', name: 'Rachid Proef', role: 'father', ageBand: 'adult', language: 'nl', interpreter: 'no', hasAccess: true, version: 1 },
  { id: 'young', name: 'Sami Proef', role: 'child', ageBand: '12-15', language: 'nl', interpreter: 'no', hasAccess: true, version: 1 },
];
const helper = (id: string, name: string, more: Partial<Involvement> = {}): Involvement => ({
  id, professionalId: id, name, function: 'Mentor', organisationId: 'o', organisationName: 'School De Proef', phone: '06 12', email: null, kind: 'professional', status: 'active', isCoordinator: false, since: '2026-11-01T10:00:00Z', version: 1, cardComplete: true,
  reason: null, familyRole: 'Maakt een rooster.', contactMeWhen: 'het rooster niet past', helpEndsWhen: 'alle lessen lukken', lifeDomains: ['school'], forMembers: [], tasks: [], leadPractitionerOf: ['young'], gives: [], wants: [], contactFrequencies: [],
  replyNorm: '2-days', preferredChannel: 'phone', standInId: null, period: { until: '2027-07-01', text: null }, ...more,
});

const full = {
  involvements: [helper('i1', 'Karim Testman', { isCoordinator: true }), helper('i2', 'Henk Fantasie', { contactMeWhen: null, phone: null, email: 'henk@example.org' }), helper('i3', 'Ruud Nergens', { status: 'ended', until: '2026-11-10T10:00:00Z' })],
  coordinator: { involvementId: 'i1', name: 'Karim Testman', since: '2026-11-01T10:00:00Z' },
  meetings: [{ id: 'm', startsAt: '2999-12-01T14:30:00Z', place: 'Buurthuis', purpose: null, version: 1 }],
};

const plan: Plan = {
  version: 1, ownGoal: 'Samen wonen', ownGoalUntil: '2027-06-01', sharedGoal: 'Rust', sharedGoalUntil: null, lifeDomains: [{ code: 'school', name: 'Naar de klas' }], evaluationDate: '2999-12-31', status: 'put-forward', currentVersion: 2, changedSinceVersion: true,
  goals: [{ id: 'g', text: 'Naar school', domain: 'school', forMembers: ['young'], status: 'open', targetDate: '2027-02-01', baseline: 2, current: 3, target: 8, rank: 1, version: 1, actions: [{ id: 'a', text: 'Laptop halen', actor: { kind: 'family', id: 'young', label: 'Sami Proef' }, due: '2026-01-01', done: false, doneAt: null, version: 1 }] }],
  agreements: [{ id: 'w', text: 'Wij bellen', type: 'process', parties: [{ kind: 'family', id: 'young', label: 'Sami Proef' }, { kind: 'professional', id: 'i1', label: 'Karim Testman' }], reviewDate: '2027-01-01', kept: null, version: 1 }],
};
const noPlan: Plan = { ...plan, ownGoal: null, ownGoalUntil: null, sharedGoal: null, lifeDomains: [], evaluationDate: null, status: 'draft', currentVersion: null, changedSinceVersion: false, goals: [], agreements: [] };
const approval = { memberId: 'young', name: 'Sami Proef', answer: 'agrees' as const, ownView: null, answeredAt: '2026-11-02T10:00:00Z' };
const versions = [
  { number: 1, putForwardAt: '2026-11-01T10:00:00Z', putForwardBy: 'Karim Testman', status: 'agreed', approvals: [approval] },
  { number: 2, putForwardAt: '2026-11-20T10:00:00Z', putForwardBy: 'Karim Testman', status: 'put-forward', approvals: [] },
];
const timeline: TimelineEntry[] = [{ id: 't', at: '2026-11-20T10:00:00Z', kind: 'plan-put-forward', actorName: 'Karim Testman', data: { number: 2 } }];
const updates: Update[] = [{ number: 1, caseId: 'c', kind: 'plan-put-forward', at: '2026-11-20T10:00:00Z', read: false }];
const looked: AccessEntry[] = [
  { id: 'l1', at: new Date().toISOString(), actorKind: 'professional', who: 'Karim Testman', organisation: 'Wijkteam', action: 'read-plan', purpose: 'involved:professional', outcome: 'allowed' },
  { id: 'l2', at: new Date().toISOString(), actorKind: 'professional', who: null, organisation: null, action: 'read-case', purpose: 'none', outcome: 'refused' },
  { id: 'l3', at: new Date().toISOString(), actorKind: 'family', who: 'Sami Proef', organisation: null, action: 'read-plan', purpose: 'involved:family', outcome: 'allowed' },
];
const people: Person[] = [{ id: 'p', name: 'Tante Samira', relation: 'tante', sector: 'family', frequency: 'often', quality: 'good', domains: ['school'], supportTypes: ['practical'], wish: null, version: 1 }];

const list = (items: unknown[], more: object = {}): Answer => ({ body: { items, next: null, ...more } });

/** Everything the family's pages ask for: of a family that works with its plan, or of one where nothing is there yet. */
export function familyAnswers(signedInAs: 'parent' | 'young', filled: boolean): Record<string, Answer> {
  const me = members.find((member) => member.id === signedInAs)!;
  const identity = { id: me.id, kind: 'family' as const, name: me.name, roles: [], caseId: 'c' };
  const session: Session = { signedIn: true, demo: true, identity, identities: [identity] };
  const family: Case = {
    id: 'c', reference: '6V4K-XP2V', alias: 'Familie Proef', municipality: 'proefdorp', criteria: [], legalGround: { code: 'consent', motivation: '' }, method: 'other', coordinatorLabel: 'family-coach', status: 'open', openedAt: '2026-11-01T10:00:00Z', closing: null, version: 1, myRole: 'family',
    myInvolvementId: null, myFamilyMemberId: me.id, capabilities: ['edit-plan', 'tick-action', 'agree', 'edit-network', 'see-access-log'], household: members, pendingCoordinator: null, pendingHandovers: [],
    ...(filled ? full : { involvements: [], coordinator: null, meetings: [] }),
  };
  const of = (path: string) => `GET /api/cases/v1/cases/c${path}`;
  return {
    'GET /session': { body: session },
    'GET /api/cases/v1/reference': { body: nothing },
    [of('')]: { body: family },
    [of('/plan')]: { body: filled ? plan : noPlan },
    [of('/plan-versions')]: list(filled ? versions : []),
    [of('/evaluations')]: list([]),
    [of('/plan-versions/1')]: { body: { ...versions[0], plan: noPlan } },
    [of('/plan-versions/2')]: { body: { ...versions[1], plan } },
    [of('/timeline?limit=50')]: list(filled ? timeline : []),
    [of('/access-log?limit=50')]: list(filled ? looked : []),
    'GET /api/network/v1/cases/c/colours': { body: { domains: [{ domain: 'school', now: { fill: '#cc0000', text: '#ffffff' }, chosen: true, offers: [] }], version: 1 } },
    'GET /api/network/v1/cases/c/people?limit=200': list(filled ? people : []),
    'GET /api/subscriptions/v1/updates': list(filled ? updates : [], { unread: filled ? 1 : 0 }),
    'GET /api/cases/v1/cases?limit=200': list([]),
  };
}
