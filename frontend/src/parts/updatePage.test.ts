import { expect, it } from 'vitest';
import { pageOf } from './updatePage';

it('leads each reader of an update to a page of their own', () => {
  expect(pageOf({ kind: 'card-changed', caseId: 'c' }, 'professional')).toBe('/gezinnen/c/kaarten');
  expect(pageOf({ kind: 'goal-reached', caseId: 'c' }, 'professional')).toBe('/gezinnen/c');
  expect(pageOf({ kind: 'plan-put-forward', caseId: 'c' }, 'family')).toBe('/ons-plan/akkoord');
  expect(pageOf({ kind: 'help-ended', caseId: 'c' }, 'family')).toBe('/wie-helpt');
});
