import type { Case, Day, Involvement, Plan, StandIn, Wants } from '@/api';
import { hasCard, helpersOf } from '@/parts';

/** Somebody on a sheet. The first name is what one calls out; the rest stands small behind it. */
export type PersonOnPaper = { id: string; first: string; rest: string; name: string; function: string; organisation: string; phone: string | null; email: string | null };

export type Goal = { text: string | null; until: Day | null };

export type ClientRow = PersonOnPaper & { coordinator: boolean; domains: string[]; role: string | null; contactMeWhen: string | null; helpEndsWhen: string | null; period: Period };
type Period = { until: Day | null; text: string | null };

/** Whether a sheet shows a plan that was put forward, and what happened since. */
export type Version = { number: number | null; changedSince: boolean };

/** The sheet for the family's wall: nothing else of the plan than this can come on it. */
export type ClientModel = { family: string; own: Goal; shared: Goal; rows: ClientRow[]; domains: string[]; contact: PersonOnPaper | null; version: Version };

function person(one: Involvement): PersonOnPaper {
  const [first = one.name, ...rest] = one.name.trim().split(/\s+/);
  return { id: one.id, first, rest: rest.join(' '), name: one.name, function: one.function, organisation: one.organisationName, phone: one.phone, email: one.email };
}

const said = (text: string | null | undefined): string | null => (text?.trim() ? text.trim() : null);
const periodOf = (one: Involvement): Period => ({ until: one.period?.until ?? null, text: said(one.period?.text) });
const versionOf = (plan: Plan): Version => ({ number: plan.currentVersion, changedSince: plan.changedSinceVersion });

/**
 * What may stand on a paper that hangs where everybody who comes in can read it: what the family sees, and of that only the fields of the paper form.
 * A card that is hidden from the family is not there, also when a professional prints; nor is why somebody came, what is told to whom, about whom, or anything of a member of the family.
 */
export function clientModel(data: Case, plan: Plan): ClientModel {
  const seen = { ...data, involvements: data.involvements.filter((one) => !one.hiddenFromFamily) };
  const helpers = helpersOf(seen);
  const contact = helpers.find((one) => one.isCoordinator) ?? helpers[0];
  const rows = helpers.map((one) => ({
    ...person(one),
    coordinator: one.isCoordinator,
    domains: one.lifeDomains,
    role: said(one.familyRole),
    contactMeWhen: said(one.contactMeWhen),
    helpEndsWhen: said(one.helpEndsWhen),
    period: periodOf(one),
  }));
  return {
    family: data.alias,
    own: { text: said(plan.ownGoal), until: plan.ownGoalUntil },
    shared: { text: said(plan.sharedGoal), until: plan.sharedGoalUntil },
    rows,
    // First what the family chose, in its order; then what else stands on a card.
    domains: [...new Set([...plan.lifeDomains.map((domain) => domain.code), ...rows.flatMap((row) => row.domains)])],
    contact: contact ? person(contact) : null,
    version: versionOf(plan),
  };
}

/** With whom somebody wants contact so often; `differs` when the other stated something else. */
export type Often = { frequency: string; with: { name: string; differs: boolean }[] };
/** What is told or asked about the same people, together. */
export type About = { subjects: string[]; about: string[]; from: string | null };
export type ProfessionalRow = PersonOnPaper & { channel: string | null; coordinator: boolean; hidden: boolean; domains: string[]; reason: string | null; gives: About[]; wants: About[]; often: Often[]; period: Period };
export type ProfessionalsModel = { family: string; municipality: string; own: Goal; shared: Goal; rows: ProfessionalRow[]; coordinator: PersonOnPaper | null; standIn: StandIn | null; version: Version; evaluationDate: Day | null; holdsHidden: boolean };

function together(all: readonly Wants[], short: (id: string) => string): About[] {
  const groups = new Map<string, About>();
  for (const { subject, about, from } of all) {
    const names = about.map(short).filter(Boolean);
    const key = JSON.stringify([names, from]);
    const group = groups.get(key);
    if (group) group.subjects.push(subject);
    else groups.set(key, { subjects: [subject], about: names, from: (from && short(from)) || null });
  }
  return [...groups.values()];
}

const stated = (of: Involvement, about: string) => of.contactFrequencies.find((one) => one.counterpartId === about)?.frequency;

function oftenOf(one: Involvement, others: readonly Involvement[], short: (id: string) => string): Often[] {
  const groups = new Map<string, Often>();
  for (const other of others) {
    const frequency = stated(one, other.id);
    if (!frequency || other === one) continue;
    const theirs = stated(other, one.id);
    const group = groups.get(frequency) ?? { frequency, with: [] };
    group.with.push({ name: short(other.id), differs: theirs !== undefined && theirs !== frequency });
    groups.set(frequency, group);
  }
  return [...groups.values()];
}

/** What the professionals of a case agreed with each other. `short` is how somebody is called in this case. */
export function professionalsModel(data: Case, plan: Plan, short: (id: string) => string): ProfessionalsModel {
  const active = helpersOf(data).filter(hasCard);
  const rows = active.map((one) => ({
    ...person(one),
    channel: one.preferredChannel,
    coordinator: one.isCoordinator,
    hidden: Boolean(one.hiddenFromFamily),
    domains: one.lifeDomains,
    reason: said(one.reason),
    gives: together(one.gives, short),
    wants: together(one.wants, short),
    often: oftenOf(one, active, short),
    period: periodOf(one),
  }));
  const coordinator = active.find((one) => one.isCoordinator);
  return {
    family: data.alias,
    municipality: data.municipality,
    own: { text: said(plan.ownGoal), until: plan.ownGoalUntil },
    shared: { text: said(plan.sharedGoal), until: plan.sharedGoalUntil },
    rows,
    coordinator: coordinator ? person(coordinator) : null,
    standIn: coordinator?.standIn ?? null,
    version: versionOf(plan),
    evaluationDate: plan.evaluationDate,
    holdsHidden: rows.some((row) => row.hidden),
  };
}

/** The contact details of the way somebody likes to be reached; another when that one is not known. */
export const reachOf = ({ phone, email }: Pick<PersonOnPaper, 'phone' | 'email'>, channel: string | null = null): string | null => (channel === 'e-mail' ? (email ?? phone) : (phone ?? email));
