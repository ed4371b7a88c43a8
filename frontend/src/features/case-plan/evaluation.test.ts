import { expect, it } from 'vitest';
import { proposedEvaluation } from './evaluation';

it('proposes five weeks from now, never in a weekend or on a holiday', () => {
  expect(proposedEvaluation('2026-11-25')).toBe('2026-12-30');
  expect(proposedEvaluation('2026-11-28')).toBe('2027-01-04');
  expect(proposedEvaluation('2026-11-29')).toBe('2027-01-04');
  // New Year's Day is a Friday: the Monday after it. Both days of Christmas and the weekend after them: the Monday too.
  expect(proposedEvaluation('2026-11-27')).toBe('2027-01-04');
  expect(proposedEvaluation('2026-11-20')).toBe('2026-12-28');
});
