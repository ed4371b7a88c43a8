import { describe, expect, it } from 'vitest';
import type { CaseListItem } from '@/api';
import { gapsOf } from './gaps';

const item = (fields: Partial<CaseListItem>): CaseListItem => ({
  id: 'c1', alias: 'Gezin Proef', municipality: 'proefdorp', status: 'open', myRole: 'professional', coordinator: null, evaluationDate: null,
  openedAt: '2026-11-01T09:00:00Z', closedOn: null, cardsComplete: 0, cardsTotal: 0, ...fields,
});
const kinds = (fields: Partial<CaseListItem>) => gapsOf([item(fields)], '2026-11-22').map((gap) => gap.kind);

describe('what a case asks of me', () => {
  it('is a coordinator, of the intake worker only', () => {
    expect(kinds({ myRole: 'intake' })).toEqual(['no-coordinator']);
    expect(kinds({ myRole: 'intake', coordinator: { name: 'Karim Testman' } })).toEqual([]);
    expect(kinds({ myRole: 'professional' })).toEqual([]);
  });

  it('is looking back, once the day has passed', () => {
    const coordinator = { myRole: 'coordinator' as const, coordinator: { name: 'Karim Testman' } };
    expect(kinds({ ...coordinator, evaluationDate: '2026-11-21' })).toEqual(['evaluation']);
    expect(kinds({ ...coordinator, evaluationDate: '2026-11-22' })).toEqual([]);
  });

  it('is the cards that are not full, of the coordinator', () => {
    expect(kinds({ myRole: 'coordinator', cardsComplete: 2, cardsTotal: 5 })).toEqual(['cards']);
    expect(kinds({ myRole: 'coordinator', cardsComplete: 5, cardsTotal: 5 })).toEqual([]);
  });

  it('is nothing once the case is closed', () => {
    expect(kinds({ myRole: 'intake', status: 'closed' })).toEqual([]);
  });
});
