import { useMemo } from 'react';
import { useTranslation } from './texts';

/** "Petra, Jos en Gerda". */
export function useList(): (words: readonly string[]) => string {
  const { i18n } = useTranslation();
  return useMemo(() => {
    const list = new Intl.ListFormat(i18n.language, { type: 'conjunction' });
    return (words) => list.format(words);
  }, [i18n.language]);
}
