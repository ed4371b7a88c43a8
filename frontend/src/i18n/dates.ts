import { useMemo } from 'react';
import { useTranslation } from './texts';

const timeZone = 'Europe/Amsterdam';
const dayMs = 86_400_000;

/** The day it is in the Netherlands at an instant, as yyyy-MM-dd. */
export function dayOf(instant: Date | string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(new Date(instant));
}

export const today = (): string => dayOf(new Date());
export const tomorrow = (): string => dayOf(new Date(Date.now() + dayMs));

// A day without a time is shown as it is written, wherever the reader is.
const asDate = (value: string) => new Date(value.length === 10 ? `${value}T12:00:00Z` : value);

/** From yyyy-MM-ddTHH:mm as somebody in the Netherlands means it, to an instant. */
export function toInstant(local: string): string {
  const guess = new Date(`${local}:00Z`);
  const shown = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' }).format(guess).replace(' ', 'T');
  const offset = new Date(`${shown}Z`).getTime() - guess.getTime();
  return new Date(guess.getTime() - offset).toISOString();
}

/** From an instant to yyyy-MM-ddTHH:mm for an input of type datetime-local. */
export function toLocal(instant: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(new Date(instant)).replace(' ', 'T');
}

export function createDates(language: string, words: { today: string; yesterday: string; tomorrow: string; time: (time: string) => string }) {
  const locale = language === 'nl' ? 'nl-NL' : 'en-GB';
  const format = (value: string, options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, { timeZone, ...options }).format(asDate(value));
  const isThisYear = (value: string) => dayOf(asDate(value)).slice(0, 4) === today().slice(0, 4);
  const time = (instant: string) => {
    const text = format(instant, { hour: '2-digit', minute: '2-digit' });
    return words.time(language === 'nl' ? text.replace(':', '.') : text);
  };
  /** "1 december", with the year when it is another one. */
  const date = (value: string) => format(value, { day: 'numeric', month: 'long', ...(isThisYear(value) ? {} : { year: 'numeric' }) });
  /** "dinsdag 1 december". */
  const day = (value: string) => format(value, { weekday: 'long', day: 'numeric', month: 'long', ...(isThisYear(value) ? {} : { year: 'numeric' }) });
  /** "1 dec.". */
  const short = (value: string) => format(value, { day: 'numeric', month: 'short', ...(isThisYear(value) ? {} : { year: 'numeric' }) });
  /** "vandaag", "gisteren", "morgen", the weekday within a week, else the date. */
  const near = (value: string) => {
    const days = Math.round((Date.parse(dayOf(asDate(value))) - Date.parse(today())) / dayMs);
    if (days === 0) return words.today;
    if (days === -1) return words.yesterday;
    if (days === 1) return words.tomorrow;
    return days < 0 && days > -7 ? format(value, { weekday: 'long' }) : date(value);
  };
  /** "gisteren 16.12 uur". */
  const moment = (instant: string) => `${near(instant)} ${time(instant)}`;
  return { time, date, day, short, near, moment };
}

export type Dates = ReturnType<typeof createDates>;

/** Dates and times in the reader's language, in Dutch time. */
export function useDates(): Dates {
  const { t, i18n } = useTranslation();
  return useMemo(
    () => createDates(i18n.language, { today: t('date.today'), yesterday: t('date.yesterday'), tomorrow: t('date.tomorrow'), time: (time) => t('date.time', { time }) }),
    [t, i18n.language],
  );
}
