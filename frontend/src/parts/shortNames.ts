import type { Actor, Case, Id } from '@/api';

type Named = { id: Id; name: string };

/** First names, as people call each other; the whole name where two share a first name. */
function shorten(names: readonly string[]): (name: string) => string {
  const first = (name: string) => name.trim().split(/\s+/)[0] ?? name;
  const count = new Map<string, number>();
  // Somebody who comes back stands in a list twice, and is still one person.
  for (const name of new Set(names)) count.set(first(name), (count.get(first(name)) ?? 0) + 1);
  return (name) => (count.get(first(name)) === 1 ? first(name) : name);
}

/** The names of these people by their id, among these people. */
export function shortNames(people: readonly Named[]): (id: Id) => string {
  const short = shorten(people.map(({ name }) => name));
  const names = new Map(people.map(({ id, name }) => [id, short(name)]));
  return (id) => names.get(id) ?? '';
}

export type CaseNames = {
  /** A name as it stands somewhere in the case; a name of somebody else stays whole. */
  short: (name: string) => string;
  of: (id: Id) => string;
  actor: (actor: Actor) => string;
};

/** How everybody of one family, and everybody who helps it, is called among each other. */
export function caseNames({ household, involvements }: Pick<Case, 'household' | 'involvements'>): CaseNames {
  const people: readonly Named[] = [...household, ...involvements];
  const known = new Set(people.map(({ name }) => name));
  const shortened = shorten([...known]);
  const short = (name: string) => (known.has(name) ? shortened(name) : name);
  const of = shortNames(people);
  return { short, of, actor: ({ id, label }) => (id && of(id)) || short(label) };
}
