import { useMemo } from 'react';
import type { Definition, Figure, IndicatorRow, Indicators } from '@/api';
import { useTranslation, useWords } from '@/i18n';
import type { PeriodKind } from './choice';

export const figureOf = (row: IndicatorRow | undefined, indicator: string, domain?: string, status?: string): Figure | undefined =>
  row?.figures.find((figure) => figure.indicator === indicator && figure.domain === domain && figure.status === status);

export const valueOf = (row: IndicatorRow | undefined, indicator: string, domain?: string, status?: string): number | null => figureOf(row, indicator, domain, status)?.value ?? null;

/** The words of this page: numbers, periods and places, and what the server says that its numbers mean. */
export function useRegionWords(data: Indicators) {
  const { t, i18n } = useTranslation('region');
  const word = useWords();
  const language = i18n.language === 'nl' ? 'nl' : 'en';
  return useMemo(() => {
    const plain = new Intl.NumberFormat(language === 'nl' ? 'nl-NL' : 'en-GB', { maximumFractionDigits: 1 });
    const month = (text: string, length: 'short' | 'long') =>
      new Intl.DateTimeFormat(language === 'nl' ? 'nl-NL' : 'en-GB', { month: length, year: 'numeric', timeZone: 'UTC' }).format(new Date(`${text}-15T12:00:00Z`));
    const definition = (code: string): Definition => data.definitions.find((one) => one.code === code) ?? { code, unit: '', counted: 'in-period', name: { nl: code, en: code }, meaning: { nl: '', en: '' } };
    const period = (kind: PeriodKind, from: string, until: string) => {
      if (kind === 'month') return month(until, 'long');
      if (kind === 'quarter') return t('quarter', { number: Math.ceil(Number(until.slice(5)) / 3), year: until.slice(0, 4) });
      return until.endsWith('-12') ? from.slice(0, 4) : t('yearUntil', { year: from.slice(0, 4), month: month(until, 'long') });
    };
    return {
      number: (value: number) => plain.format(value),
      /** A number with its unit, or that it is not shown. */
      told: (value: number | null, unit: string) => (value === null ? t('notShown') : unit === 'percent' ? `${plain.format(value)}%` : plain.format(value)),
      name: (code: string) => definition(code).name[language],
      meaning: (code: string) => definition(code).meaning[language],
      unit: (code: string) => definition(code).unit,
      place: (municipality: string | undefined) => (municipality ? word('municipalities', municipality) : t('total')),
      period,
    };
  }, [data, language, t, word]);
}

export type RegionWords = ReturnType<typeof useRegionWords>;
