import { useRef, useState } from 'react';
import { api, useCaseDeed, useDraft, type Draft } from '@/api';
import { useTranslation } from '@/i18n';
import type { FieldError } from '@/ui';
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
  save: () => void;
};

/** A form that makes one new item in a case: the draft stays until it is made, and a double click makes one. */
export function useNewItem<Values extends object>({ form, caseId, path, initial, toBody, fieldOf, check, onMade }: Options<Values>): NewItem<Values> {
  const { t } = useTranslation();
  const draft = useDraft<Values>(form, initial);
  const [errors, setErrors] = useState<FieldError[]>([]);
  const running = useRef(false);
  const make = useCaseDeed<object, unknown>(caseId, (body, key) => api.create(path, body, key));
  const save = () => {
    if (running.current) return;
    const wrong = check?.(draft.values) ?? [];
    setErrors(wrong);
    if (wrong.length > 0) return;
    running.current = true;
    make.mutate(toBody(draft.values), {
      onSuccess: () => {
        draft.discard();
        onMade();
      },
      onError: (error) => setErrors(formErrors(error, fieldOf, t)),
      onSettled: () => {
        running.current = false;
      },
    });
  };
  return { values: draft.values, change: draft.change, draft, busy: make.isPending, errors, save };
}
