import type { NetworkFrequency, Person, Sector } from '@/api';
import { at, centre, rings, type Box, type Wedge } from './geometry';
import type { Item, Plan } from './layout';

/** Family and professional help have the wide sides; the places never change, so that everybody finds them again, also on paper and in another language. */
export const wedges: readonly (Wedge & { code: Sector })[] = [
  { code: 'school-work', from: 90, to: 142 },
  { code: 'neighbours', from: 38, to: 90 },
  { code: 'professional', from: -38, to: 38 },
  { code: 'friends', from: -90, to: -38 },
  { code: 'sport-leisure', from: -142, to: -90 },
  { code: 'family', from: 142, to: 218 },
];

/** Names of the parts: in the corners, which the rings leave free, and for the two sides at their outer edge. */
export const titles: Record<Sector, Box> = {
  'school-work': { x: 8, y: 40, width: 170, height: 26 },
  neighbours: { x: 822, y: 40, width: 170, height: 26 },
  professional: { x: 848, y: 407, width: 140, height: 26 },
  friends: { x: 822, y: 774, width: 170, height: 26 },
  'sport-leisure': { x: 8, y: 774, width: 170, height: 26 },
  family: { x: 14, y: 407, width: 120, height: 26 },
};

/** Words of the rings: to the left of the line down, just inside each ring. */
export const ringWords: Box[] = rings.map((part, ring) => {
  const width = [52, 80, 96][ring] ?? 96;
  return { x: centre.x - width - 6, y: at(-90, part).y - 22, width, height: 18 };
});

export const networkPlan: Plan = { wedges, kept: [...Object.values(titles), ...ringWords] };

/** Who has not been asked how often stands in the outer ring; the sentence and the table say that it was not said. */
const ringOf = (frequency: NetworkFrequency | null): 0 | 1 | 2 => (frequency === 'often' ? 0 : frequency === 'sometimes' ? 1 : 2);

export const toItem = (person: Person): Item => ({ key: person.id, sector: person.sector, ring: ringOf(person.frequency), name: person.name, below: person.relation, badges: person.domains.length });
