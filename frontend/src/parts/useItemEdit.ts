import { useQueryClient, type QueryKey } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { changedFields, ConflictError, isRegionAway, keys, same, saveMerging, useDraft, type Draft } from '@/api';
import { useTranslation } from '@/i18n';
import { useToasts, type FieldError } from '@/ui';
import type { Away } from './away';
import { formErrors, type FieldOfPointer } from './formErrors';

type Options<Fields extends object, Item extends Fields & { version: number }, Values extends object> = {
  /** Name of the form and its item, such as `goal:<id>`. */
  form: string;
  /** The case that the item belongs to: all of it is read anew afterwards. */
  caseId?: string;
  /** What else becomes old. */
  old?: readonly QueryKey[];
  path: string;
  item: Item;
  fields: readonly (keyof Fields & string)[];
  toValues: (item: Item) => Values;
  toFields: (values: Values) => Partial<Fields>;
  fieldOf: FieldOfPointer;
  /** Words for what went wrong, when the item has refusals of its own. */
  failures?: (error: unknown) => FieldError[];
  /** What is wrong before it is even sent. */
  check?: (values: Values) => FieldError[];
  onSaved?: (item: Item) => void;
  /** What was typed is kept for later; closes the form as a save does, unless said otherwise. */
  onKept?: () => void;
};

type Kept<Item, Values> = { base: Item; values: Values };

export type ItemEdit<Fields extends object, Values> = {
  values: Values;
  change: (values: Partial<Values>) => void;
  draft: Draft<object>;
  dirty: boolean;
  busy: boolean;
  errors: FieldError[];
  conflict: ConflictError<Fields> | null;
  /** The plans could not be reached: what would have been saved, to keep for later. */
  away: Away | null;
  save: () => Promise<void>;
  /** After a choice between two versions. */
  resolve: (chosen: Partial<Fields>) => Promise<void>;
  backToForm: () => void;
};

/**
 * One item in a form. The draft also keeps what the item was when the form was opened, so that a text of
 * somebody else is not overwritten unseen, also not after a reload.
 */
export function useItemEdit<Fields extends object, Item extends Fields & { version: number }, Values extends object>(options: Options<Fields, Item, Values>): ItemEdit<Fields, Values> {
  const { form, caseId, old = [], path, item, fields, toValues, toFields, fieldOf, failures, check, onSaved } = options;
  const onKept = options.onKept ?? (() => onSaved?.(item));
  const { t } = useTranslation();
  const { say } = useToasts();
  const client = useQueryClient();
  const draft = useDraft<Kept<Item, Values>>(form, { base: item, values: toValues(item) });
  const [errors, setErrors] = useState<FieldError[]>([]);
  const [conflict, setConflict] = useState<ConflictError<Fields> | null>(null);
  const [away, setAway] = useState<Away | null>(null);
  const [busy, setBusy] = useState(false);
  const running = useRef(false);
  const { base, values } = draft.values;
  const dirty = !same(toValues(base), values);

  // News of somebody else comes into a form nobody typed in yet.
  const restart = useRef(draft);
  restart.current = draft;
  useEffect(() => {
    if (dirty || item.version <= base.version) return;
    restart.current.change({ base: item, values: toValues(item) });
    restart.current.saved();
  }, [dirty, item, base.version, toValues]);

  const run = async (from: Item, mine: Partial<Fields>) => {
    if (running.current) return;
    running.current = true;
    setBusy(true);
    setErrors([]);
    setAway(null);
    try {
      const { item: saved, alsoChangedBy } = await saveMerging<Fields, Item>(path, from, mine, fields);
      draft.change({ base: saved, values: toValues(saved) });
      draft.saved();
      setConflict(null);
      await Promise.all([...(caseId === undefined ? [] : [keys.case(caseId), keys.cases]), ...old].map((queryKey) => client.invalidateQueries({ queryKey })));
      say(alsoChangedBy ? t('savedToo', { name: alsoChangedBy }) : t('saved'));
      onSaved?.(saved);
    } catch (error) {
      if (error instanceof ConflictError) setConflict(error as ConflictError<Fields>);
      else if (isRegionAway(error) && caseId !== undefined) setAway(keepable(caseId, from, mine, error.problem.mayHaveArrived === true));
      else setErrors(failures?.(error) ?? formErrors(error, fieldOf, t));
    } finally {
      running.current = false;
      setBusy(false);
    }
  };

  const keepable = (inCase: string, from: Item, mine: Partial<Fields>, begun: boolean): Away => {
    const body = changedFields(from as unknown as Fields, mine);
    const was = Object.fromEntries(Object.keys(body).map((field) => [field, from[field as keyof Fields] ?? null]));
    const kept = () => {
      discard();
      setAway(null);
      setConflict(null);
      onKept();
    };
    return { caseId: inCase, kept, what: { method: 'PATCH', path, version: from.version, idempotencyKey: null, body, was, begun } };
  };

  const save = async () => {
    const wrong = check?.(values) ?? [];
    setErrors(wrong);
    if (wrong.length === 0) await run(base, toFields(values));
  };

  const resolve = async (chosen: Partial<Fields>) => {
    if (!conflict) return;
    // On top of what it is now: my other changes, and for the fields of both the choice.
    const current = conflict.current as unknown as Item;
    const mine = changedFields(base as unknown as Fields, toFields(values));
    await run(current, { ...mine, ...chosen });
  };

  const change = useCallback((fieldsOfForm: Partial<Values>) => restart.current.change({ values: { ...restart.current.values.values, ...fieldsOfForm } }), []);
  const discard = () => {
    draft.discard();
    draft.change({ base: item, values: toValues(item) });
    draft.saved();
    setErrors([]);
  };
  return { values, change, draft: { ...draft, discard }, dirty, busy, errors, conflict, away, save, resolve, backToForm: () => setConflict(null) };
}
