import { describe, expect, it } from 'vitest';
import type { Case, Involvement, Meeting } from '@/api';
import { contactOf, helpersOf, nextMeeting } from './helpers';

const helper = (id: string, name: string, more: Partial<Involvement> = {}) => ({ id, name, status: 'active', kind: 'professional', isCoordinator: false, familyRole: null, ...more }) as Involvement;
const family = (involvements: Involvement[], coordinator: Case['coordinator'] = null) => ({ involvements, coordinator }) as Case;
const meeting = (id: string, startsAt: string) => ({ id, startsAt, place: 'x', purpose: null, version: 1 }) as Meeting;

describe('who helps the family', () => {
  it('puts the contact first and who only gives information last, without who stopped', () => {
    const data = family([helper('1', 'Els', { kind: 'information-only' }), helper('2', 'Peter'), helper('3', 'Hanneke', { isCoordinator: true }), helper('4', 'Ruud', { status: 'ended' })], { involvementId: '3', name: 'Hanneke', since: '' });
    expect(helpersOf(data).map((one) => one.name)).toEqual(['Hanneke', 'Peter', 'Els']);
  });

  it('offers whoever opened the case as contact until there is a coordinator', () => {
    const intake = helper('1', 'Bram', { kind: 'intake' });
    expect(contactOf(family([intake]))?.name).toBe('Bram');
    expect(helpersOf(family([intake, helper('2', 'Karim', { isCoordinator: true })], { involvementId: '2', name: 'Karim', since: '' })).map((one) => one.name)).toEqual(['Karim']);
    expect(contactOf(family([]))).toBeNull();
  });

  it('shows a meeting until two hours after it began', () => {
    const meetings = [meeting('later', '2026-12-08T10:00:00Z'), meeting('now', '2026-12-01T10:00:00Z'), meeting('before', '2026-11-01T10:00:00Z')];
    expect(nextMeeting(meetings, Date.parse('2026-12-01T11:30:00Z'))?.id).toBe('now');
    expect(nextMeeting(meetings, Date.parse('2026-12-01T12:30:00Z'))?.id).toBe('later');
    expect(nextMeeting([], 0)).toBeNull();
  });
});
