import { describe, expect, it } from 'vitest';
import { sectors, type Person } from '@/api';
import { heightOf, inColumns, type Room } from './paperList';

const first: Room = { width: 78, height: 140 };
const next: Room = { width: 88, height: 150 };
const roomOf = (column: number) => (column === 0 ? first : next);
const person = (number: number, name = 'Oma Halina'): Person => ({ id: `p${number}`, name, relation: null, sector: sectors[Math.min(5, Math.floor(number / 9))] ?? 'family', frequency: null, quality: null, domains: [], supportTypes: [], wish: null, version: 1 });
const textOf = ({ name }: Person) => `${name}. Vaak contact. Helpt met opvoeden, geld, school en gezondheid.`;

describe('the list beside the picture on paper', () => {
  it('loses nobody and keeps the order of the numbers, however many there are', () => {
    for (let size = 0; size <= 200; size += 7) {
      const people = Array.from({ length: size }, (_, number) => person(number, number % 5 === 0 ? 'Wolfeschlegelsteinhausenbergerdorffsteins'.repeat(3) : 'Oma Halina'));
      const lines = inColumns(people, textOf, roomOf).flat();
      expect(lines.flatMap((line) => (line.kind === 'person' ? [line.number] : []))).toEqual(people.map((_, index) => index + 1));
    }
  });

  it('puts no more in a column than fits', () => {
    for (let size = 1; size <= 200; size += 3)
      inColumns(Array.from({ length: size }, (_, number) => person(number)), textOf, roomOf).forEach((column, at) => {
        const room = roomOf(at);
        expect(column.reduce((sum, line) => sum + heightOf(line, room.width), 0)).toBeLessThanOrEqual(room.height);
      });
  });

  it('says the name of a group once, and once more where it goes on in another column', () => {
    const columns = inColumns(Array.from({ length: 60 }, (_, number) => person(number)), textOf, roomOf);
    expect(columns.length).toBeGreaterThan(1);
    for (const column of columns) expect(column[0]?.kind).toBe('group');
    const again = columns.flat().filter((line) => line.kind === 'group' && line.again);
    expect(columns.flat().filter((line) => line.kind === 'group')).toHaveLength(6 + again.length);
  });
});
