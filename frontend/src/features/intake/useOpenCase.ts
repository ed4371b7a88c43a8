import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { api, isApiError, keys, paths, type Case } from '@/api';
import { toNewCase, type Values } from './newCase';

/** Opens the case once: a second click while it runs does nothing, a repeat later carries the key of the draft. */
export function useOpenCase(onOpened: (opened: Case) => void, onFailed: (error: unknown, otherKey: boolean) => void) {
  const client = useQueryClient();
  const running = useRef(false);
  const open = useMutation({
    mutationFn: (values: Values) => api.create<Case>(paths.cases, toNewCase(values), values.key),
    onSuccess: async (opened) => {
      client.setQueryData(keys.case(opened.id), opened);
      await client.invalidateQueries({ queryKey: keys.cases });
      onOpened(opened);
    },
    // After an answer nothing was made: what is tried next is another deed. Without an answer it may have been made.
    onError: (error) => onFailed(error, isApiError(error, 'validation', 'forbidden', 'not-found', 'conflict')),
    onSettled: () => {
      running.current = false;
    },
  });
  const run = (values: Values) => {
    if (running.current) return;
    running.current = true;
    open.mutate(values);
  };
  return { run, busy: open.isPending };
}
