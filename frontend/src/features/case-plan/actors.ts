import { useMemo } from 'react';
import { usePeople, type Actor, type Case } from '@/api';
import { useWords } from '@/i18n';
import { may, seesPeople } from '@/parts';
import type { PersonShape } from '@/ui';

/** Somebody who can do an action or be party to an agreement. */
export type ActorChoice = { key: string; label: string; actor: Actor };

/** The choice of somebody who is not in any list yet. */
export const otherKey = 'other';

export const keyOfActor = (actor: Actor | null): string => (actor === null || actor.kind === 'none' ? '' : actor.kind === 'network' ? `network:${actor.label}` : `${actor.kind}:${actor.id ?? ''}`);

export function toActor(key: string, name: string, choices: ActorChoice[]): Actor | null {
  if (key === '') return null;
  if (key === otherKey) return name.trim() === '' ? null : { kind: 'network', id: null, label: name.trim() };
  return choices.find((choice) => choice.key === key)?.actor ?? null;
}

export const shapeOf = (actor: Pick<Actor, 'kind'>): PersonShape => (actor.kind === 'professional' ? 'professional' : actor.kind === 'family' ? 'family' : 'network');

/** Everybody of the case: household, people the family knows, professionals who take part now; `kept` stand in the item already. */
export function useActorChoices(data: Case, kept: (Actor | null)[] = []): ActorChoice[] {
  const word = useWords();
  const people = usePeople(data.id, seesPeople(data)).data;
  return useMemo(() => {
    const choice = (actor: Actor, second: string): ActorChoice => ({ key: keyOfActor(actor), label: second === '' ? actor.label : `${actor.label} (${second})`, actor });
    const all = [
      ...data.household.map((member) => choice({ kind: 'family', id: member.id, label: member.name }, word('householdRoles', member.role).toLocaleLowerCase())),
      ...(people ?? []).filter((person) => person.sector !== 'professional').map((person) => choice({ kind: 'network', id: null, label: person.name }, person.relation ?? '')),
      ...data.involvements.filter((one) => one.status === 'active').map((one) => choice({ kind: 'professional', id: one.id, label: one.name }, one.function.toLocaleLowerCase())),
    ];
    // Somebody who stands in the item already stays as written there, with whether that person said yes.
    const there = new Map(kept.filter((actor): actor is Actor => actor !== null).map((actor) => [keyOfActor(actor), actor]));
    const known = new Set(all.map((one) => one.key));
    return [...all.map((one) => ({ ...one, actor: there.get(one.key) ?? one.actor })), ...kept.filter((actor): actor is Actor => actor !== null && actor.kind !== 'none' && !known.has(keyOfActor(actor))).map((actor) => choice(actor, ''))];
  }, [data, people, kept, word]);
}

/** Who may tick an action: who writes the plan, and who does it. */
export const mayTick = (data: Case, actor: Actor | null): boolean => may(data, 'edit-plan') || (may(data, 'tick-action') && actor?.kind === 'professional' && actor.id != null && actor.id === data.myInvolvementId);

/** Telephone number of a professional of the case, to talk before choosing between two texts. */
export const phoneOf = (data: Case) => (name: string): string | null => data.involvements.find((one) => one.name === name)?.phone ?? null;
