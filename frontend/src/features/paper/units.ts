import { divide, type Cell } from './pack';

/** A row as it was written. */
export type Entry = { id: string; cells: Cell[] };

/** A row, or a part of one that is higher than a sheet. */
export type EntryPart = { unit: string; id: string; part: number; cells: Cell[] };

export const partsOf = (entry: Entry, parts: Readonly<Record<string, number>>): EntryPart[] => divide(entry.cells, parts[entry.id] ?? 1).map((cells, part) => ({ unit: `${entry.id}/${part}`, id: entry.id, part, cells }));
