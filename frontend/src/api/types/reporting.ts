import type { Instant } from './common';

/** A number, or the fact that it is not shown because it is under ten (or would give another one away). */
export type Figure = { indicator: string; domain?: string; status?: string; value?: number; suppressed?: true };

export type Definition = { code: string; unit: string; counted: 'at-reference-date' | 'in-period'; name: Record<'nl' | 'en', string>; meaning: Record<'nl' | 'en', string> };

/** All numbers of one municipality, or of the whole region when there is none, from one month (2026-07) until another. */
export type IndicatorRow = { municipality?: string; from: string; until: string; figures: Figure[] };

export type Indicators = { asOf: Instant; closedUntil: string; period: string; municipalities: string[]; definitions: Definition[]; rows: IndicatorRow[] };

export type IndicatorsQuery = { municipality?: string; period?: string; from?: string; until?: string };
