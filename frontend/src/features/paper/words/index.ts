import type { HouseholdMember } from '@/api';
import { ar } from './ar';
import { en } from './en';
import { nl } from './nl';
import type { SheetWords } from './types';

export type { SheetWords } from './types';

/** Languages the family's sheet can be in. Dutch stands small beside each of the others. */
export const sheetLanguages = ['nl', 'en', 'ar'] as const;
export type SheetLanguage = (typeof sheetLanguages)[number];

export const sheetWords: Record<SheetLanguage, SheetWords> = { nl, en, ar };

/** Words that a machine made and nobody checked. */
export const machineDrafts: readonly SheetLanguage[] = ['ar'];

const adults = ['adult', '65-plus'];
const isSheetLanguage = (code: string): code is SheetLanguage => sheetLanguages.some((language) => language === code);

/** What a family speaks: of whoever looks, else of the first adult who does not speak Dutch, else Dutch. */
export function languageOf(household: readonly HouseholdMember[], viewer: string | null | undefined): string {
  const own = household.find((member) => member.id === viewer);
  return own?.language ?? household.find((member) => adults.includes(member.ageBand) && member.language !== 'nl')?.language ?? 'nl';
}

/** The language of the family's sheet: its own when there are words for it. */
export function sheetLanguageOf(spoken: string): SheetLanguage {
  return isSheetLanguage(spoken) ? spoken : 'nl';
}

/** A day in a sheet's language, always with its year: paper hangs long. In Arabic as a number: months have other names in every country, and everybody at the table can read this. */
export function sheetDay(language: string, day: string | Date): string {
  const date = new Date(typeof day === 'string' && day.length === 10 ? `${day}T12:00:00Z` : day);
  const timeZone = 'Europe/Amsterdam';
  if (language === 'ar') return new Intl.DateTimeFormat('nl-NL', { timeZone, day: '2-digit', month: '2-digit', year: 'numeric' }).format(date);
  return new Intl.DateTimeFormat(language === 'nl' ? 'nl-NL' : 'en-GB', { timeZone, day: 'numeric', month: 'long', year: 'numeric' }).format(date);
}
