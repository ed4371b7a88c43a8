import { describe, expect, it } from 'vitest';
import type { HouseholdMember } from '@/api';
import enRef from '@/i18n/locales/en/ref.json';
import nlRef from '@/i18n/locales/nl/ref.json';
import { languageOf, sheetDay, sheetLanguageOf, sheetLanguages, sheetWords } from '.';

const member = (id: string, language: string, ageBand = 'adult') => ({ id, language, ageBand }) as HouseholdMember;

describe('the words of a sheet', () => {
  it('are the same for life domains as everywhere else', () => {
    expect(sheetWords.nl.domains).toEqual(nlRef.lifeDomains);
    expect(sheetWords.en.domains).toEqual(enRef.lifeDomains);
  });

  it('leave nothing unsaid in any language', () => {
    for (const language of sheetLanguages) {
      expect(Object.keys(sheetWords[language].domains).sort()).toEqual(Object.keys(nlRef.lifeDomains).sort());
      expect(Object.values(sheetWords[language]).flatMap((word) => (typeof word === 'string' ? [word] : Object.values(word))).every((word) => word.trim().length > 0)).toBe(true);
    }
  });

  it('go from right to left in Arabic, and are in Arabic letters', () => {
    expect(sheetWords.ar.direction).toBe('rtl');
    const { direction: _, domains, ...words } = sheetWords.ar;
    for (const word of [...Object.values(words), ...Object.values(domains)]) expect(word).toMatch(/^[\p{Script=Arabic}\p{M}\s:،؟.]+$/u);
  });
});

describe('the language of a sheet', () => {
  it('is that of whoever looks, else of an adult who does not speak Dutch', () => {
    const household = [member('1', 'nl'), member('2', 'ar'), member('3', 'en', '4-11')];
    expect(languageOf(household, '1')).toBe('nl');
    expect(languageOf(household, null)).toBe('ar');
    expect(languageOf([member('1', 'nl'), member('3', 'en', '4-11')], undefined)).toBe('nl');
    expect(languageOf([], null)).toBe('nl');
  });

  it('is Dutch when there are no words for it', () => expect(['ar', 'en', 'fa', 'other'].map(sheetLanguageOf)).toEqual(['ar', 'en', 'nl', 'nl']));

  it('says a day with its year, as it is in the Netherlands', () => {
    expect(sheetDay('nl', '2026-12-01')).toBe('1 december 2026');
    expect(sheetDay('en', '2026-12-01')).toBe('1 December 2026');
    expect(sheetDay('ar', '2026-12-01')).toBe('01-12-2026');
    expect(sheetDay('nl', new Date('2026-11-30T23:30:00Z'))).toBe('1 december 2026');
  });
});
