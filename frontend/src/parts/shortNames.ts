import type { Id } from '@/api';

type Named = { id: Id; name: string };

/** First names, as people call each other; the whole name where two share a first name. */
export function shortNames(people: readonly Named[]): (id: Id) => string {
  const first = (name: string) => name.trim().split(/\s+/)[0] ?? name;
  const count = new Map<string, number>();
  for (const { name } of people) count.set(first(name), (count.get(first(name)) ?? 0) + 1);
  const short = new Map(people.map(({ id, name }) => [id, count.get(first(name)) === 1 ? first(name) : name]));
  return (id) => short.get(id) ?? '';
}
