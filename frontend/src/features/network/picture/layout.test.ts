import { describe, expect, it } from 'vitest';
import { networkFrequencies, sectors, type Person } from '@/api';
import { around, centre, edgesOf, middle, outer, overlap, partOf, rings, sheet, within, type Box } from './geometry';
import { boxesOf, layout, type Item, type Layout } from './layout';
import { networkPlan, toItem, wedges } from './networkPlan';

/** The same dice at every run. */
function dice(seed: number) {
  let state = seed * 2654435761 + 1;
  return (below: number) => {
    state = (Math.imul(state ^ (state >>> 15), 2246822519) + 3266489917) | 0;
    return ((state ^ (state >>> 13)) >>> 0) % below;
  };
}

const names = ['Ali', 'Oma Halina', 'Juf Mila Voorbeeld', 'Wolfeschlegelsteinhausenbergerdorffsteins', 'عبد الرحمن بن عبد العزيز الخوارزمي البغد', 'ገብረመድህን ወልደጊዮርጊስ ተስፋማርያም ኃይለሥላሴ ገ', 'Ω', 'Maximiliaan-Alexander van der Verzonnen-J'];

function network(seed: number, size: number): Person[] {
  const roll = dice(seed);
  const crowded = roll(4) === 0 ? roll(6) : null;
  return Array.from({ length: size }, (_, number) => ({
    id: `p${number}`,
    name: names[roll(names.length)] ?? '',
    relation: roll(3) === 0 ? null : 'woont een dorp verder en belt elke week',
    sector: sectors[crowded !== null && roll(2) === 0 ? crowded : roll(6)] ?? 'family',
    frequency: roll(5) === 0 ? null : (networkFrequencies[roll(3)] ?? null),
    quality: null,
    domains: ['raising', 'money', 'school'].slice(0, roll(4)),
    supportTypes: [],
    wish: null,
    version: 1,
  }));
}

const place = (people: readonly Person[]) => layout(people.map(toItem), networkPlan);
const restBoxes = (drawn: Layout): Box[] => drawn.rests.map(({ mark }) => around(mark, mark.size));
const runs = Array.from({ length: 240 }, (_, seed) => network(seed, 1 + (seed % 60)));
const drawings = runs.map(place);

describe('the picture of a network', () => {
  it('covers nobody with somebody else, nor with the family, the names of the parts or the words of the rings', () => {
    for (const drawn of drawings) {
      const groups = [...drawn.placed.map(boxesOf), ...restBoxes(drawn).map((box) => [box]), ...networkPlan.kept.map((box) => [box])];
      groups.forEach((one, number) => groups.slice(number + 1).forEach((other) => one.forEach((box) => other.forEach((theirs) => expect(overlap(box, theirs, 0)).toBe(false)))));
      for (const box of groups.slice(0, drawn.placed.length).flat())
        expect(partOf(middle, { x: Math.max(box.x, Math.min(centre.x, box.x + box.width)), y: Math.max(box.y, Math.min(centre.y, box.y + box.height)) })).toBeGreaterThan(1);
    }
  });

  it('keeps everybody on the sheet, in their own part, and in the ring of how often', () => {
    for (const drawn of drawings)
      for (const one of drawn.placed) {
        for (const box of boxesOf(one)) {
          expect(box.x).toBeGreaterThanOrEqual(0);
          expect(box.y).toBeGreaterThanOrEqual(0);
          expect(box.x + box.width).toBeLessThanOrEqual(sheet.width);
          expect(box.y + box.height).toBeLessThanOrEqual(sheet.height);
          expect(within(edgesOf(wedges.find(({ code }) => code === one.item.sector) ?? { code: '', from: 0, to: 1 }), box, 0)).toBe(true);
        }
        const part = partOf(outer, one.mark);
        expect(part).toBeLessThan(rings[one.item.ring]);
        if (one.item.ring > 0) expect(part).toBeGreaterThan(rings[one.item.ring - 1] ?? 0);
      }
  });

  it('draws or counts everybody once', () => {
    drawings.forEach((drawn, run) => {
      const people = runs[run] ?? [];
      const seen = [...drawn.placed.map(({ item }) => item.key), ...drawn.rests.flatMap(({ keys }) => keys)];
      expect(seen.sort()).toEqual(people.map(({ id }) => id).sort());
    });
  });

  it('moves nobody of another part when somebody is added', () => {
    runs.forEach((people, seed) => {
      const [added] = network(seed + 1000, 1);
      if (!added) return;
      const others = ({ placed }: Layout) => placed.filter(({ item }) => item.sector !== added.sector);
      expect(others(place([...people, { ...added, id: 'new' }]))).toEqual(others(drawings[seed] ?? { placed: [], rests: [] }));
    });
  });

  it('gives the same network the same picture, whatever is said of the ties', () => {
    for (const people of runs.slice(0, 60)) expect(place(people.map((person) => ({ ...person, quality: 'tense', wish: 'more', supportTypes: ['advice'] })))).toEqual(place(people));
  });

  it('has room for sixty people who are spread as in life, with nobody counted together', () => {
    const often = [0, 1, 1, 2, 2, 2];
    const people: Item[] = Array.from({ length: 60 }, (_, number) => ({ key: `p${number}`, sector: sectors[number % 6] ?? 'family', ring: (often[Math.floor(number / 6) % 6] ?? 2) as 0 | 1 | 2, name: names[number % names.length] ?? '', below: null, badges: 1 }));
    const drawn = layout(people, networkPlan);
    expect(drawn.rests).toEqual([]);
    expect(drawn.placed).toHaveLength(60);
  });

  it('shows whole names of forty letters where there is room', () => {
    for (const name of names) {
      const [one] = layout([{ key: '1', sector: 'family', ring: 1, name, below: null, badges: 2 }], networkPlan).placed;
      expect(one?.look).toBe('full');
      expect(one?.label?.lines.join('').replaceAll(' ', '')).toBe(name.replaceAll(' ', ''));
    }
  });
});
