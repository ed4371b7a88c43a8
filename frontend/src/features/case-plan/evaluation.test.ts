import { expect, it } from 'vitest';
import { proposedEvaluation } from './evaluation';

it('proposes to look back between four and six weeks from now, on a working day', () => {
  expect(proposedEvaluation('2026-11-23')).toBe('2026-12-28');
  expect(proposedEvaluation('2026-11-21')).toBe('2026-12-28');
  expect(proposedEvaluation('2026-11-22')).toBe('2026-12-28');
});
