import type { IndicatorsQuery } from '@/api';

export const periodKinds = ['month', 'quarter', 'year'] as const;
export type PeriodKind = (typeof periodKinds)[number];

/** What is looked at; it stands in the address. */
export type Choice = { municipality: string; period: PeriodKind; until: string };

/** How many months a series goes back: a year of months, two years of quarters, five years. */
const back: Record<PeriodKind, number> = { month: 12, quarter: 24, year: 60 };
const size: Record<PeriodKind, number> = { month: 1, quarter: 3, year: 12 };

export function addMonths(month: string, by: number): string {
  const index = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + by;
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
}

const monthPattern = /^20\d\d-(0[1-9]|1[0-2])$/;

export function readChoice(search: URLSearchParams): Choice {
  const period = search.get('period');
  const until = search.get('until') ?? '';
  return { municipality: search.get('municipality') ?? '', period: periodKinds.find((kind) => kind === period) ?? 'quarter', until: monthPattern.test(until) ? until : '' };
}

/** Months from which periods of this kind can end, the newest first. */
export function ends(period: PeriodKind, closedUntil: string): string[] {
  const first = period === 'year' && !closedUntil.endsWith('-12') ? [closedUntil] : [];
  const last = period === 'year' && first.length > 0 ? `${Number(closedUntil.slice(0, 4)) - 1}-12` : closedUntil;
  return [...first, ...Array.from({ length: period === 'year' ? 4 : 12 }, (_, index) => addMonths(last, -index * size[period]))];
}

/** The series of one place, or of all places the last period of it. */
export function queryOf(choice: Choice, until: string, all: boolean): IndicatorsQuery {
  const begin = choice.period === 'year' ? addMonths(`${until.slice(0, 4)}-12`, 1 - (all ? size.year : back.year)) : addMonths(until, 1 - (all ? size[choice.period] : back[choice.period]));
  return { period: choice.period, from: begin, until, ...(all ? {} : { municipality: choice.municipality || 'region' }) };
}
