import { describe, expect, it } from 'vitest';
import type { AccessEntry } from '@/api';
import { byDay, visitsOf } from './visits';

const entry = (at: string, who: string, action: string, more: Partial<AccessEntry> = {}): AccessEntry => ({ id: at + action, at, actorKind: 'professional', who, organisation: 'GGZ', action, purpose: 'involved:professional', outcome: 'allowed', ...more });

describe('who looked', () => {
  it('tells what one person did on one day once, with the latest moment', () => {
    const visits = visitsOf([
      entry('2026-11-20T15:00:00Z', 'Peter', 'read-plan'),
      entry('2026-11-20T14:59:00Z', 'Peter', 'read-case'),
      entry('2026-11-20T14:58:00Z', 'Peter', 'read-plan'),
      entry('2026-11-19T10:00:00Z', 'Peter', 'read-plan'),
    ]);
    expect(visits.map((visit) => [visit.day, visit.at, visit.actions])).toEqual([
      ['2026-11-20', '2026-11-20T15:00:00Z', ['read-plan', 'read-case']],
      ['2026-11-19', '2026-11-19T10:00:00Z', ['read-plan']],
    ]);
    expect(byDay(visits).map(([day, list]) => [day, list.length])).toEqual([['2026-11-20', 1], ['2026-11-19', 1]]);
  });

  it('keeps an attempt that was refused apart from what was allowed', () => {
    const visits = visitsOf([entry('2026-11-20T15:00:00Z', 'Peter', 'read-plan'), entry('2026-11-20T14:00:00Z', 'Peter', 'read-plan', { outcome: 'refused' })]);
    expect(visits.map((visit) => visit.outcome)).toEqual(['allowed', 'refused']);
  });

  it('gives taking part as the reason when there is one, in whatever order things were done', () => {
    const visits = visitsOf([entry('2026-11-20T15:00:00Z', 'Peter', 'list-cases', { purpose: 'own-cases' }), entry('2026-11-20T14:00:00Z', 'Peter', 'read-plan'), entry('2026-11-20T13:00:00Z', 'Peter', 'list-cases', { purpose: 'own-cases' })]);
    expect(visits.map((visit) => visit.purpose)).toEqual(['involved:professional']);
  });

  it('counts a day as it is in the Netherlands', () => {
    expect(visitsOf([entry('2026-11-20T23:30:00Z', 'Peter', 'read-plan')])[0]?.day).toBe('2026-11-21');
  });
});
