import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { keys, paths, saveMerging, type Action, type ActionFields } from '@/api';

/** Ticks actions at once on the screen; what could not be saved goes back and is told. */
export function useTick(caseId: string) {
  const client = useQueryClient();
  const [ticked, setTicked] = useState<Record<string, boolean>>({});
  const [failed, setFailed] = useState(false);
  // The page may still show an older version while the first tick is on its way.
  const latest = useRef(new Map<string, Action>());
  const queue = useRef(Promise.resolve());

  const save = async (action: Action, done: boolean) => {
    const known = latest.current.get(action.id);
    const base = known && known.version > action.version ? known : action;
    try {
      const { item } = await saveMerging<ActionFields, Action>(paths.action(caseId, action.id), base, { done }, ['done']);
      latest.current.set(action.id, item);
      await client.invalidateQueries({ queryKey: keys.case(caseId) });
    } catch {
      setTicked((current) => ({ ...current, [action.id]: !done }));
      setFailed(true);
    }
  };
  const tick = (action: Action, done: boolean) => {
    setTicked((current) => ({ ...current, [action.id]: done }));
    setFailed(false);
    queue.current = queue.current.then(() => save(action, done));
  };
  return { tick, failed, isDone: (action: Action) => ticked[action.id] ?? action.done, wasTicked: (action: Action) => action.id in ticked };
}

export type Ticking = ReturnType<typeof useTick>;
