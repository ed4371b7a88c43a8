import { describe, expect, it } from 'vitest';
import type { Action, Goal, Plan } from '@/api';
import { planChanges } from './diff';

const action = (id: string, text: string, more: Partial<Action> = {}): Action => ({ id, text, actor: null, due: null, done: false, doneAt: null, version: 1, ...more });
const goal = (id: string, text: string, more: Partial<Goal> = {}): Goal => ({ id, text, domain: 'health', forMembers: [], status: 'open', rank: 1, version: 1, actions: [], ...more });
const plan = (more: Partial<Plan> = {}): Plan => ({
  version: 1,
  ownGoal: 'Rust thuis',
  ownGoalUntil: null,
  sharedGoal: null,
  sharedGoalUntil: null,
  lifeDomains: [],
  evaluationDate: null,
  status: 'draft',
  currentVersion: null,
  changedSinceVersion: false,
  goals: [],
  agreements: [],
  ...more,
});

describe('what changed between two versions', () => {
  it('is nothing when only ticks and item versions differ', () => {
    const before = plan({ goals: [goal('1', 'Slapen', { actions: [action('a', 'Bellen')] })] });
    const now = plan({ version: 9, goals: [goal('1', 'Slapen', { version: 4, actions: [action('a', 'Bellen', { done: true, doneAt: '2026-11-01T10:00:00Z', version: 3 })] })] });
    expect(planChanges(before, now)).toEqual([]);
  });

  it('names what is new, what differs and what is gone', () => {
    const before = plan({ goals: [goal('1', 'Slapen'), goal('2', 'Post')] });
    const now = plan({ goals: [goal('1', 'Goed slapen', { target: 8 }), goal('3', 'Sport')] });
    expect(planChanges(before, now).map(({ kind, text, fields }) => ({ kind, text, fields: fields.map((one) => one.field) }))).toEqual([
      { kind: 'changed', text: 'Goed slapen', fields: ['text', 'target'] },
      { kind: 'new', text: 'Sport', fields: [] },
      { kind: 'gone', text: 'Post', fields: [] },
    ]);
  });

  it('starts with the words of the family, also when they were not there before', () => {
    const changes = planChanges(plan({ ownGoal: null }), plan({ ownGoal: 'Rust', evaluationDate: '2027-01-01' }));
    expect(changes.map((change) => [change.what, change.kind])).toEqual([['ownGoal', 'new'], ['evaluation', 'new']]);
  });

  it('sees another person and another day at an action', () => {
    const by = (label: string, due: string) => plan({ goals: [goal('1', 'x', { actions: [action('a', 'Bellen', { actor: { kind: 'network', label }, due })] })] });
    const [change] = planChanges(by('Opa', '2026-12-01'), by('Tante', '2026-12-08'));
    expect(change?.fields).toEqual([
      { field: 'who', before: 'Opa', now: 'Tante' },
      { field: 'due', before: '2026-12-01', now: '2026-12-08' },
    ]);
  });
});
