import type { Instant } from './common';

/** A number, or the fact that it is not shown because it is under ten (or would give another one away). */
export type Cell = { value: number; suppressed?: false } | { suppressed: true };
export type MunicipalityIndicators = { code: string; openCases: Cell; partiesPerCase: Cell };
export type Indicators = { asOf: Instant; municipalities: MunicipalityIndicators[]; total: { openCases: Cell; partiesPerCase: Cell } };
