import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, isApiError, keys, useCaseDeed, type Case } from '@/api';
import { useTranslation } from '@/i18n';
import { formErrors, type FieldOfPointer } from '@/parts';
import type { FieldError } from '@/ui';

/** Closes or opens the case as it was read. When somebody else changed it meanwhile it is read anew and the person decides again. */
export function useCaseState<Body extends object>(data: Case, path: string, fieldOf: FieldOfPointer) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [errors, setErrors] = useState<FieldError[]>([]);
  const deed = useCaseDeed<Body, Case>(data.id, (body) => api.act<Case>(path, data.version, body));
  const send = (body: Body, done: () => void) =>
    deed.mutate(body, {
      onSuccess: done,
      onError: (error) => {
        setErrors(formErrors(error, fieldOf, t));
        if (isApiError(error, 'stale', 'conflict')) void client.invalidateQueries({ queryKey: keys.case(data.id) });
      },
    });
  return { send, errors, setErrors, busy: deed.isPending };
}
