import { api } from './client';
import { isApiError } from './errors';
import { changedFields, mergeFields, type FieldConflict } from './merge';

/** The same field was changed by somebody else: nothing was saved, nothing is lost. */
export class ConflictError<T extends object = Record<string, unknown>> extends Error {
  readonly conflicts: FieldConflict<T>[];
  readonly current: T & { version: number };
  readonly changedBy: string | null;
  readonly changedAt: string | null;

  constructor(conflicts: FieldConflict<T>[], current: T & { version: number }, changedBy: string | null, changedAt: string | null) {
    super('conflict');
    this.name = 'ConflictError';
    this.conflicts = conflicts;
    this.current = current;
    this.changedBy = changedBy;
    this.changedAt = changedAt;
  }
}

export type Saved<T> = { item: T; alsoChangedBy: string | null };

const attempts = 3;

/**
 * Saves the fields that changed since `base` was read. When somebody else changed other fields meanwhile,
 * mine are saved on top of theirs; when it was the same field, a ConflictError says which.
 */
export async function saveMerging<Fields extends object, Item extends Fields & { version: number }>(
  path: string,
  base: Item,
  mine: Partial<Fields>,
  fields: readonly (keyof Fields)[],
): Promise<Saved<Item>> {
  const pick = (item: Fields) => Object.fromEntries(fields.map((field) => [field, item[field]])) as Fields;
  let changes: Partial<Fields> = changedFields(pick(base), mine);
  let latest = base;
  let alsoChangedBy: string | null = null;
  for (let attempt = 1; ; attempt++) {
    try {
      // Nothing of mine is left to save: it is as it was read.
      const item = Object.keys(changes).length === 0 ? latest : await api.patch<Item>(path, latest.version, changes);
      return { item, alsoChangedBy };
    } catch (error) {
      if (!isApiError(error, 'stale') || attempt === attempts) throw error;
      const current = (error.problem.current ?? (await api.get<Item>(path))) as Item;
      const merge = mergeFields<Fields>(pick(base), mine, pick(current));
      alsoChangedBy = error.problem.changedBy?.name ?? null;
      if (merge.conflicts.length > 0) throw new ConflictError<Fields>(merge.conflicts, current, alsoChangedBy, error.problem.changedAt ?? null);
      changes = merge.changes;
      latest = current;
    }
  }
}
