import { networkFrequencies, qualities, type Person } from '@/api';

/** What became different about somebody between two moments. */
type Change = 'added' | 'gone' | 'moreOften' | 'lessOften' | 'better' | 'lessGood' | 'helpsMore' | 'helpsLess';
export const changes: readonly Change[] = ['added', 'gone', 'moreOften', 'lessOften', 'better', 'lessGood', 'helpsMore', 'helpsLess'];

/** Lower in the list is less. What was not said at one of the moments cannot be compared. */
function toward<Code>(order: readonly Code[], before: Code | null, after: Code | null): 'up' | 'down' | null {
  if (before === null || after === null || before === after) return null;
  return order.indexOf(after) < order.indexOf(before) ? 'up' : 'down';
}

function changesOf(before: Person, after: Person): Change[] {
  const often = toward(networkFrequencies, before.frequency, after.frequency);
  const good = toward(qualities, before.quality, after.quality);
  const found: (Change | null)[] = [
    often && (often === 'up' ? 'moreOften' : 'lessOften'),
    good && (good === 'up' ? 'better' : 'lessGood'),
    after.domains.some((code) => !before.domains.includes(code)) ? 'helpsMore' : null,
    before.domains.some((code) => !after.domains.includes(code)) ? 'helpsLess' : null,
  ];
  return found.filter((change) => change !== null);
}

/** Who came, who went, and what became different, by kind. People are the same when they are the same row, whatever they are called by now; each has the newest name. */
export function compare(before: readonly Person[], after: readonly Person[]): Map<Change, string[]> {
  const then = new Map(before.map((person) => [person.id, person]));
  const now = new Set(after.map(({ id }) => id));
  const found = new Map<Change, string[]>();
  const add = (change: Change, name: string) => found.set(change, [...(found.get(change) ?? []), name]);
  for (const person of after) {
    const was = then.get(person.id);
    if (!was) add('added', person.name);
    else for (const change of changesOf(was, person)) add(change, person.name);
  }
  for (const person of before) if (!now.has(person.id)) add('gone', person.name);
  return found;
}
