import { useCallback } from 'react';
import type { Resources } from './resources';
import { useTranslation } from './texts';

export type RefList = keyof Resources['ref'];

/** The word for a code of the reference lists; an unknown code is shown as it is. */
export function useWords(): (list: RefList, code: string) => string {
  const { i18n } = useTranslation('ref');
  const language = i18n.language;
  return useCallback(
    (list, code) => {
      // Codes may hold dots (home.safety), so the words are looked up by hand and not by key path.
      const words = i18n.getResource(language, 'ref', list) as Record<string, string> | undefined;
      return words?.[code] ?? code;
    },
    [i18n, language],
  );
}
