import { describe, expect, it } from 'vitest';
import type { Update } from '@/api';
import { byDay, split } from './updates';

const update = (number: number, at: string, more: Partial<Update> = {}): Update => ({ number, caseId: 'c', kind: 'goal-reached', at, read: false, ...more });

describe('updates', () => {
  it('lets what arrives while somebody reads wait', () => {
    const list = [update(3, '2026-11-20T10:00:00Z'), update(2, '2026-11-20T09:00:00Z'), update(1, '2026-11-19T09:00:00Z')];
    expect(split(list, 2).shown.map((one) => one.number)).toEqual([2, 1]);
    expect(split(list, 2).waiting.map((one) => one.number)).toEqual([3]);
  });

  it('groups by the day in the Netherlands', () => {
    expect(byDay([update(2, '2026-11-19T23:30:00Z'), update(1, '2026-11-19T21:30:00Z')]).map(([day]) => day)).toEqual(['2026-11-20', '2026-11-19']);
  });
});
