import type { Person, Sector } from '@/api';
import { wrap } from './picture/measure';

/** A line of the list beside the picture on paper: the name of a group, or somebody with what is said of that person. */
export type Line = { kind: 'group'; sector: Sector; again: boolean } | { kind: 'person'; person: Person; number: number; text: string };
export type Room = { width: number; height: number };

/** All in mm; letters of 8.5 pt are 3 mm. Words are measured on the wide side, by more than what is taken off here. */
const size = { letters: 2.85, line: 3.9, group: 6.4, between: 1.2, mark: 8 } as const;

export function heightOf(line: Line, width: number): number {
  return line.kind === 'group' ? size.group : wrap(line.text, size.letters, width - size.mark, 99).length * size.line + size.between;
}

/** Everybody in columns, in the order of the numbers in the picture. A group that goes on in the next column has its name there again; nobody is cut in two and nobody is left out. */
export function inColumns(people: readonly Person[], textOf: (person: Person) => string, roomOf: (column: number) => Room): Line[][] {
  const columns: Line[][] = [[]];
  let used = 0;
  let sector: Sector | null = null;
  people.forEach((person, index) => {
    const line: Line = { kind: 'person', person, number: index + 1, text: textOf(person) };
    const group: Line[] = person.sector === sector ? [] : [{ kind: 'group', sector: person.sector, again: false }];
    const room = roomOf(columns.length - 1);
    const height = [...group, line].reduce((sum, one) => sum + heightOf(one, room.width), 0);
    if (used > 0 && used + height > room.height) {
      columns.push([{ kind: 'group', sector: person.sector, again: group.length === 0 }, line]);
      const { width } = roomOf(columns.length - 1);
      used = size.group + heightOf(line, width);
    } else {
      columns[columns.length - 1]?.push(...group, line);
      used += height;
    }
    sector = person.sector;
  });
  return columns;
}
