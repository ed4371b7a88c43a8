import { createContext, useContext, useMemo } from 'react';
import { useTranslation as usePlainTranslation } from 'react-i18next';
import type { Resources } from './resources';

/** Who reads: adults are spoken to as `u`, youth as `je`. */
export type Reader = 'adult' | 'youth';

const adultBands = ['adult', '65-plus'];

/** How to speak to somebody of an age band. */
export const readerOf = (ageBand: string | undefined): Reader => (ageBand === undefined || adultBands.includes(ageBand) ? 'adult' : 'youth');

export const ReaderContext = createContext<Reader>('adult');

type Lookup = (key: string, options?: object) => string;

/** The same texts for another reader; the types of keys and values stay. */
const spokenTo = <T>(reader: Reader, plain: T): T => ((key, options) => (plain as Lookup)(key, { context: reader, ...options })) as Lookup as T;

/** Texts for who reads them. A text with a form for youth has a second key that ends in `_youth`; all others are the same for everybody. */
export function useTranslation<Namespace extends keyof Resources = 'common'>(namespace?: Namespace) {
  const reader = useContext(ReaderContext);
  const { t: plain, i18n } = usePlainTranslation(namespace);
  const t = useMemo(() => (reader === 'adult' ? plain : spokenTo(reader, plain)), [plain, reader]);
  return { t, i18n };
}
