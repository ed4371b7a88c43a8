import { describe, expect, it } from 'vitest';
import { airiest, beginning, divide, pack, type Room, type Unit } from './pack';

/** Numbers that look like chance and are the same at every run. */
function chance(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return Math.floor((state / 4_294_967_296) * below);
  };
}

const cases = Array.from({ length: 500 }, (_, seed) => {
  const pick = chance(seed);
  const units = (name: string, most: number): Unit[] => Array.from({ length: pick(most) }, (_, at) => ({ id: `${name}${at}`, height: 4 + pick(120) }));
  const room: Room = { first: 60 + pick(80), only: 0, next: 130 + pick(30) };
  return { rows: units('row', 30), annexed: pick(3) === 0 ? units('goal', 4) : [], room: { ...room, only: room.first + 6 } };
});

describe('packing', () => {
  it('loses nothing, and says nothing twice', () => {
    for (const { rows, annexed, room } of cases) expect(pack(rows, annexed, room).flat().sort()).toEqual([...rows, ...annexed].map(({ id }) => id).sort());
  });

  it('keeps the order of the rows', () => {
    for (const { rows, annexed, room } of cases) expect(pack(rows, annexed, room).flat().filter((id) => id.startsWith('row'))).toEqual(rows.map(({ id }) => id));
  });

  it('puts no more on a sheet than fits there', () => {
    for (const { rows, annexed, room } of cases) {
      const height = new Map([...rows, ...annexed].map((unit) => [unit.id, unit.height]));
      const sheets = pack(rows, annexed, room);
      sheets.forEach((units, index) => {
        const used = units.reduce((sum, id) => sum + (height.get(id) ?? 0), 0);
        expect(used).toBeLessThanOrEqual(index > 0 ? room.next : sheets.length === 1 ? room.only : room.first);
      });
    }
  });

  it('makes no annex with nothing on it, and no annex at all when everything fits on one sheet', () => {
    for (const { rows, annexed, room } of cases) {
      const sheets = pack(rows, annexed, room);
      expect(sheets.slice(1).every((units) => units.length > 0)).toBe(true);
      if (annexed.length === 0 && rows.reduce((sum, { height }) => sum + height, 0) <= room.only) expect(sheets).toHaveLength(1);
    }
  });

  it('says the same when it is asked twice', () => {
    for (const { rows, annexed, room } of cases) expect(pack(rows, annexed, room)).toEqual(pack(rows, annexed, room));
  });

  it('keeps what is annexed off the first sheet', () => {
    for (const { rows, annexed, room } of cases) expect(pack(rows, annexed, room)[0]?.some((id) => id.startsWith('goal'))).toBe(false);
  });

  it('gives what is higher than a sheet one of its own, with the rest after it', () => {
    const row = (id: string, height: number): Unit => ({ id, height });
    expect(pack([row('a', 20), row('b', 400), row('c', 20)], [], { first: 100, only: 106, next: 150 })).toEqual([['a'], ['b'], ['c']]);
  });
});

describe('a line of the paper form', () => {
  it('is as high as on the form when six people fit so, lower when they do not, and never cuts', () => {
    expect(airiest(Array(6).fill(15), 140)).toBe(22.5);
    expect(airiest(Array(6).fill(15), 120)).toBe(19.5);
    expect(airiest([60, 15, 15], 100)).toBe(19.5);
    expect(airiest([80, 15, 15], 100)).toBeNull();
  });
});

describe('a row that is higher than a sheet', () => {
  const bare = (texts: readonly string[]) => texts.join('').replace(/\s+/g, '');

  it('keeps every letter once and in order, whatever was written', () => {
    for (let seed = 0; seed < 300; seed++) {
      const pick = chance(seed);
      const word = () => Array.from({ length: 1 + pick(pick(10) === 0 ? 300 : 12) }, () => 'aäŁ😀ሰላ م'[pick(8)]).join('');
      const cells = Array.from({ length: 1 + pick(5) }, () => Array.from({ length: pick(6) }, () => Array.from({ length: 1 + pick(40) }, word).join(pick(2) ? ' ' : '\n')));
      const parts = divide(cells, 2 ** (1 + pick(6)));
      cells.forEach((cell, at) => expect(bare(parts.flatMap((part) => part[at] ?? []))).toBe(bare(cell)));
    }
  });

  it('is divided into parts of about the same length, also without a single space', () => {
    const parts = divide([['W'.repeat(4000)]], 16);
    expect(parts).toHaveLength(15);
    expect(Math.max(...parts.map((part) => part.flat().join('').length))).toBe(280);
  });

  it('stays as it was written as long as it fits', () => expect(divide([['Als  het\nthuis botst'], []], 1)).toEqual([[['Als  het\nthuis botst'], []]]));
});

describe('the beginning of a long text', () => {
  it('is nothing when the text fits, else ends at a whole word', () => {
    expect(beginning('Samen wonen', 20)).toBeNull();
    expect(beginning('Wij willen samen wonen en rust', 20)).toBe('Wij willen samen …');
    expect(beginning('W'.repeat(50), 20)).toBe(`${'W'.repeat(20)} …`);
  });
});
