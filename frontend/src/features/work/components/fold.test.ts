import { expect, it } from 'vitest';
import type { Update } from '@/api';
import { fold } from './fold';

const update = (number: number, caseId: string, kind: Update['kind'], read = true): Update => ({ number, caseId, kind, at: '2026-11-20T10:00:00Z', read });

it('folds equal news of one family into one row that is new when any of it is', () => {
  const rows = fold([update(5, 'a', 'card-changed'), update(4, 'b', 'card-changed'), update(3, 'a', 'goal-reached'), update(2, 'a', 'card-changed', false), update(1, 'a', 'card-changed')]);
  expect(rows.map(({ newest, count, unread }) => [newest.number, count, unread])).toEqual([
    [5, 3, true],
    [4, 1, false],
    [3, 1, false],
  ]);
});
