/** Three-way merge of an item's fields: what I read, what I made of it, what it is now. */

export type FieldConflict<T> = { [K in keyof T]: { field: K; base: T[K]; mine: T[K]; theirs: T[K] } }[keyof T];

export type Merge<T> = {
  /** My changes that can be saved on the current version. */
  changes: Partial<T>;
  /** Fields only the other changed: worth a line ("Samira veranderde ook iets"). */
  theirFields: (keyof T)[];
  /** Fields both changed, differently: the person chooses. */
  conflicts: FieldConflict<T>[];
};

/** Equal in content; the order of a list counts, the order of keys does not. */
export function same(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (a == null && b == null) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((item, index) => same(item, b[index]));
  const left = a as Record<string, unknown>;
  const right = b as Record<string, unknown>;
  const keys = new Set([...Object.keys(left), ...Object.keys(right)]);
  return [...keys].every((key) => same(left[key], right[key]));
}

/** The fields of `mine` that differ from what was read: the body of a PATCH. */
export function changedFields<T extends object>(base: T, mine: Partial<T>): Partial<T> {
  const changes: Partial<T> = {};
  for (const field of Object.keys(mine) as (keyof T)[]) if (!same(base[field], mine[field])) changes[field] = mine[field];
  return changes;
}

export function mergeFields<T extends object>(base: T, mine: Partial<T>, theirs: T): Merge<T> {
  const merge: Merge<T> = { changes: {}, theirFields: [], conflicts: [] };
  const fields = new Set([...Object.keys(base), ...Object.keys(mine)] as (keyof T)[]);
  for (const field of fields) {
    const iChanged = field in mine && !same(base[field], mine[field]);
    const theyChanged = !same(base[field], theirs[field]);
    const value = mine[field] as T[typeof field];
    if (iChanged && theyChanged && !same(value, theirs[field])) merge.conflicts.push({ field, base: base[field], mine: value, theirs: theirs[field] } as FieldConflict<T>);
    else if (iChanged && !theyChanged) merge.changes[field] = value;
    else if (theyChanged && !iChanged) merge.theirFields.push(field);
  }
  return merge;
}
