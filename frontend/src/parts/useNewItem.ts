import { useRef, useState } from 'react';
import { api, isRegionAway, useCaseDeed, useDraft, type Draft } from '@/api';
import { useTranslation } from '@/i18n';
import type { FieldError } from '@/ui';
import type { Away } from './away';
import { formErrors, type FieldOfPointer } from './formErrors';

type Options<Values extends object> = {
  form: string;
  caseId: string;
  path: string;
  initial: Values;
  toBody: (values: Values) => object;
  fieldOf: FieldOfPointer;
  check?: (values: Values) => FieldError[];
  onMade: () => void;
};

export type NewItem<Values extends object> = {
  values: Values;
  change: (values: Partial<Values>) => void;
  draft: Draft<Values>;
  busy: boolean;
  errors: FieldError[];
  /** The plans could not be reached: what would have been made, to keep for later. */
  away: Away | null;
  save: () => void;
};

/** A form that makes one new item in a case: the draft stays until it is made, and a double click makes one. */
export function useNewItem<Values extends object>({ form, caseId, path, initial, toBody, fieldOf, check, onMade }: Options<Values>): NewItem<Values> {
  const { t } = useTranslation();
  const draft = useDraft<Values>(form, initial);
  const [errors, setErrors] = useState<FieldError[]>([]);
  const [away, setAway] = useState<Away | null>(null);
  const running = useRef(false);
  const lastKey = useRef('');
  const make = useCaseDeed<object, unknown>(caseId, (body, key) => api.create(path, body, (lastKey.current = key)));
  const kept = () => {
    draft.discard();
    onMade();
  };
  const save = () => {
    if (running.current) return;
    const wrong = check?.(draft.values) ?? [];
    setErrors(wrong);
    if (wrong.length > 0) return;
    running.current = true;
    setAway(null);
    const body = toBody(draft.values);
    make.mutate(body, {
      onSuccess: () => {
        draft.discard();
        onMade();
      },
      onError: (error) => {
        if (isRegionAway(error)) setAway({ caseId, kept, what: { method: 'POST', path, version: null, idempotencyKey: lastKey.current, body, was: null, begun: error.problem.mayHaveArrived === true } });
        else setErrors(formErrors(error, fieldOf, t));
      },
      onSettled: () => {
        running.current = false;
      },
    });
  };
  return { values: draft.values, change: draft.change, draft, busy: make.isPending, errors, away, save };
}
