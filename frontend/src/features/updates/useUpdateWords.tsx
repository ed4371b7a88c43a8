import type { ReactNode } from 'react';
import { useCasesOf, usePlansOf, type Update } from '@/api';
import { useDates, useTranslation, useWords } from '@/i18n';
import { UserText } from '@/ui';
import { aboutOf, isOfPlan } from './about';

const casesOf = (updates: readonly Update[]) => [...new Set(updates.map((update) => update.caseId))];

/** What happened, in words: the kind of update, and what it is about as far as the reader may see that now. */
export function useUpdateWords(updates: readonly Update[]): (update: Update) => { plain: string; shown: ReactNode } {
  const { t } = useTranslation('updates');
  const word = useWords();
  const { day, time } = useDates();
  const families = useCasesOf(casesOf(updates));
  const plans = usePlansOf(casesOf(updates.filter((update) => isOfPlan(update.kind))));
  return (update) => {
    const what = word('updateKinds', update.kind);
    const about = aboutOf(update, families.get(update.caseId), plans.get(update.caseId));
    if (about === null) return { plain: what, shown: what };
    if ('words' in about) return { plain: `${what}: ${about.words}`, shown: <>{what}: <UserText>{about.words}</UserText></> };
    const rest = 'moment' in about ? t('moment', { day: day(about.moment), time: time(about.moment) }) : t('replaces', { name: about.name, before: about.replaces });
    return { plain: `${what}: ${rest}`, shown: `${what}: ${rest}` };
  };
}
