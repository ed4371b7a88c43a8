import { describe, expect, it } from 'vitest';
import type { Case, Involvement } from '@/api';
import { mayCoordinate, mayEnd, mayHandOver } from './who';

const someone = (fields: Partial<Involvement>) => ({ id: 'i1', status: 'active', kind: 'professional', isCoordinator: false, ...fields }) as Involvement;
const aCase = (fields: Partial<Case> = {}) => ({ status: 'open', myInvolvementId: 'me', capabilities: [], coordinator: null, pendingCoordinator: null, pendingHandovers: [], ...fields }) as unknown as Case;
const leading = aCase({ capabilities: ['invite'] });

describe('who may do what with somebody in the case', () => {
  it('everybody ends the own help, the coordinator also that of others', () => {
    expect(mayEnd(aCase(), someone({ id: 'me' }))).toBe(true);
    expect(mayEnd(aCase(), someone({}))).toBe(false);
    expect(mayEnd(leading, someone({}))).toBe(true);
    expect(mayEnd(leading, someone({ status: 'ended' }))).toBe(false);
  });

  it('nobody ends or hands over anything in a closed plan', () => {
    const closed = aCase({ status: 'closed', capabilities: ['invite'] });
    expect([mayEnd(closed, someone({})), mayEnd(closed, someone({ id: 'me' })), mayHandOver(closed, someone({}))]).toEqual([false, false, false]);
  });

  it('the coordinator cannot leave before somebody else coordinates', () => {
    expect(mayEnd(leading, someone({ id: 'me', isCoordinator: true }))).toBe(false);
    expect(mayHandOver(leading, someone({ id: 'me', isCoordinator: true }))).toBe(false);
  });

  it('only help that goes on is handed over, and to one person at a time', () => {
    expect(mayHandOver(leading, someone({}))).toBe(true);
    expect(mayHandOver(leading, someone({ status: 'invited' }))).toBe(false);
    expect(mayHandOver(leading, someone({ kind: 'intake' }))).toBe(false);
    expect(mayHandOver(aCase({ capabilities: ['invite'], pendingHandovers: [{ fromInvolvementId: 'i1' }] as never }), someone({}))).toBe(false);
  });

  it('the first coordinator may still be invited, a later one takes part already', () => {
    const now = { involvementId: 'c', name: 'Karim Testman', since: '' };
    expect(mayCoordinate(aCase(), someone({ status: 'invited' }))).toBe(true);
    expect(mayCoordinate(aCase({ coordinator: now }), someone({ status: 'invited' }))).toBe(false);
    expect(mayCoordinate(aCase({ coordinator: now }), someone({}))).toBe(true);
    expect(mayCoordinate(aCase(), someone({ kind: 'information-only' }))).toBe(false);
    expect(mayCoordinate(aCase({ coordinator: now, pendingCoordinator: { involvementId: 'i1', name: '' } }), someone({}))).toBe(false);
  });
});
