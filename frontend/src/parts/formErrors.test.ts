import i18next from 'i18next';
import { describe, expect, it } from 'vitest';
import { ApiError } from '@/api';
import words from '@/i18n/locales/nl/common.json';
import { formErrors } from './formErrors';

const t = i18next.getFixedT('nl', 'common');
const field = (code: string) => formErrors(ApiError.fromStatus(400, { errors: [{ pointer: '/x', code, detail: 'In English.' }] }, null), () => 'x', t)[0]?.text;
const conflict = (code: string) => formErrors(ApiError.fromStatus(409, { code }, null), () => null, t)[0]?.text;

// scripts/check.mjs holds that every code with which a service refuses something has its words.
describe('what went wrong', () => {
  it.each(Object.entries(words.errors.code))('at a field is said in words: %s', (code, text) => expect(field(code)).toBe(text));

  it.each(Object.entries(words.errors.conflictCode))('when something cannot be done now is said in words: %s', (code, text) => expect(conflict(code)).toBe(text));

  it('is never shown in the words of the service', () => {
    expect(field('something-new')).toBe(words.errors.code.other);
    expect(conflict('something-new')).toBe(words.errors.conflict);
  });
});
