import { describe, expect, it } from 'vitest';
import type { Case, Involvement, Plan } from '@/api';
import { caseNames } from '@/parts';
import { clientModel, professionalsModel, reachOf } from './model';

const helper = (id: string, name: string, more: Partial<Involvement> = {}): Involvement => ({
  id, professionalId: `p-${id}`, name, function: 'Psycholoog', organisationId: 'o', organisationName: 'GGZ Verzonnen', phone: '06 00 00 00 04', email: 'x@y.example', kind: 'professional', status: 'active', isCoordinator: false,
  since: '2026-11-01T10:00:00Z', version: 1, cardComplete: true, reason: `reden-${id}`, familyRole: `rol-${id}`, contactMeWhen: `bel-${id}`, helpEndsWhen: `eind-${id}`, lifeDomains: [`domein-${id}`], forMembers: ['m1'],
  tasks: [{ domain: 'health', kind: 'therapy', task: `taak-${id}`, members: ['m1'] }], leadPractitionerOf: ['m1'], gives: [{ subject: 'wellbeing.treatment', about: ['m1'] }], wants: [{ subject: 'home', about: ['m1', 'm2'], from: null }, { subject: 'school', about: ['m1', 'm2'], from: null }],
  contactFrequencies: [], replyNorm: '2-days', preferredChannel: 'phone', standInId: null, period: { until: null, text: `periode-${id}` }, ...more,
});
const hidden = { ground: 'court-order', reason: 'eerst zelf vertellen', until: '2999-01-01' };
const data = (involvements: Involvement[]): Case => ({
  id: 'c', reference: '6V4K-XP2V', alias: 'Familie Proef', municipality: 'proefdorp', criteria: ['debts'], legalGround: { code: 'youth-act', motivation: 'motivering' }, method: 'other', coordinatorLabel: 'family-coach', status: 'open', openedAt: '2026-11-01T10:00:00Z', closing: null, version: 1, myRole: 'coordinator',
  capabilities: [], household: [{ id: 'm1', name: 'Ania Proef', role: 'mother', ageBand: 'adult', language: 'pl', interpreter: 'yes', note: 'notitie', hasAccess: true, version: 1 }, { id: 'm2', name: 'Fleur Proef', role: 'child', ageBand: '4-11', language: 'pl', interpreter: 'no', note: null, hasAccess: false, version: 1 }],
  involvements, coordinator: null, pendingCoordinator: null, meetings: [], pendingHandovers: [],
});
const plan: Plan = {
  version: 1, ownGoal: ' Samen wonen ', ownGoalUntil: '2027-06-01', sharedGoal: null, sharedGoalUntil: null, lifeDomains: [{ code: 'health' }], evaluationDate: null, status: 'agreed', currentVersion: 4, changedSinceVersion: true, agreements: [],
  goals: [{ id: 'g', text: 'doel van een kind', domain: 'health', forMembers: ['m2'], status: 'open', rank: 1, version: 1, actions: [] }],
};
const coordinator = helper('1', 'Hanneke de Vries', { isCoordinator: true });

describe("the family's sheet", () => {
  it('holds the fields of the paper form', () => {
    const model = clientModel(data([helper('2', 'Peter Verzonnen'), coordinator]), plan);
    expect(model).toMatchObject({ family: 'Familie Proef', own: { text: 'Samen wonen', until: '2027-06-01' }, shared: { text: null, until: null }, version: { number: 4, changedSince: true } });
    expect(model.rows.map(({ first, rest }) => [first, rest])).toEqual([['Hanneke', 'de Vries'], ['Peter', 'Verzonnen']]);
    expect(model.rows[1]).toMatchObject({ role: 'rol-2', contactMeWhen: 'bel-2', helpEndsWhen: 'eind-2', domains: ['domein-2'], phone: '06 00 00 00 04' });
    expect(model.domains).toEqual(['health', 'domein-1', 'domein-2']);
    expect(model.contact?.first).toBe('Hanneke');
  });

  it('shows nothing of a card that is hidden from the family, also when a professional prints', () => {
    const told = JSON.stringify(clientModel(data([coordinator, helper('2', 'Peter Verzonnen', { hiddenFromFamily: hidden, phone: '06 99' })]), plan));
    for (const secret of ['Peter', 'rol-2', 'bel-2', 'domein-2', '06 99', 'eerst zelf', 'court-order']) expect(told).not.toContain(secret);
  });

  it('says nothing that a visitor who reads the fridge should not know', () => {
    const told = JSON.stringify(clientModel(data([coordinator, helper('2', 'Peter Verzonnen')]), plan));
    for (const secret of ['reden-', 'taak-', 'treatment', 'home', 'youth-act', 'motivering', 'notitie', 'adult', '4-11', 'doel van een kind', 'debts', 'Fleur', 'mother']) expect(told).not.toContain(secret);
  });

  it('leaves out who stopped, who did not answer yet, and who only opened the case', () => {
    const people = [coordinator, helper('2', 'Weg', { status: 'ended' }), helper('3', 'Nog Niet', { status: 'invited' }), helper('4', 'Aanmelder', { kind: 'intake', familyRole: null })];
    const model = clientModel({ ...data(people), coordinator: { involvementId: '1', name: 'Hanneke de Vries', since: '' } }, plan);
    expect(model.rows.map((row) => row.name)).toEqual(['Hanneke de Vries']);
  });
});

describe("the professionals' sheet", () => {
  const both = data([coordinator, helper('2', 'Peter Verzonnen', { contactFrequencies: [{ counterpartId: '1', frequency: 'weekly' }], hiddenFromFamily: hidden })]);
  const model = (of: Case) => professionalsModel(of, plan, caseNames(of).of);

  it('holds the fields of the paper form, with people by name and what is about the same people together', () => {
    expect(model(both)).toMatchObject({ family: 'Familie Proef', municipality: 'proefdorp', own: { text: 'Samen wonen' }, coordinator: { name: 'Hanneke de Vries' } });
    expect(model(both).rows[1]).toMatchObject({
      reason: 'reden-2', channel: 'phone', period: { text: 'periode-2' }, gives: [{ subjects: ['wellbeing.treatment'], about: ['Ania'] }], wants: [{ subjects: ['home', 'school'], about: ['Ania', 'Fleur'] }],
    });
  });

  it('marks a frequency only when the other stated another', () => {
    const answered = (frequency: string) => data([{ ...coordinator, contactFrequencies: [{ counterpartId: '2', frequency }] }, both.involvements[1]!]);
    const often = (of: Case) => model(of).rows.map((row) => row.often);
    expect(often(both)).toEqual([[], [{ frequency: 'weekly', with: [{ name: 'Hanneke', differs: false }] }]]);
    expect(often(answered('weekly'))[1]?.[0]?.with[0]?.differs).toBe(false);
    expect(often(answered('monthly')).flat().flatMap((one) => one.with.map(({ differs }) => differs))).toEqual([true, true]);
  });

  it('says who stands in for the coordinator', () => {
    const standIn = { professionalId: 'x', name: 'Karim Testman', phone: '06 00 00 00 02' };
    expect(model(data([{ ...coordinator, standInId: 'x', standIn }])).standIn).toEqual(standIn);
    expect(model(both).standIn).toBeNull();
  });

  it('says that it holds something the family does not see', () => {
    expect(model(both).holdsHidden).toBe(true);
    expect(model(data([coordinator])).holdsHidden).toBe(false);
  });
});

describe('how to reach somebody', () => {
  it('is the way the card says, or the way there is', () => {
    expect(reachOf({ phone: '06', email: 'a@b' })).toBe('06');
    expect(reachOf({ phone: '06', email: 'a@b' }, 'e-mail')).toBe('a@b');
    expect(reachOf({ phone: null, email: 'a@b' }, 'phone')).toBe('a@b');
    expect(reachOf({ phone: null, email: null })).toBeNull();
  });
});
