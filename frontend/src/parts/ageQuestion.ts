import { useTranslation, useWords } from '@/i18n';

const grownUp = ['mother', 'father', 'parent', 'step-parent', 'partner', 'grandparent'];
const young = ['0-3', '4-11', '12-15'];
const tooYoungFor = (role: string) => (role === 'grandparent' ? [...young, '16-17', '18-22'] : young);

/** A mother of 12 is more often a slip than the truth: it is asked, never refused. Null when there is nothing to ask. */
export function useAgeQuestion(): (role: string, ageBand: string) => string | null {
  const { t } = useTranslation('parts');
  const word = useWords();
  return (role, ageBand) => (grownUp.includes(role) && tooYoungFor(role).includes(ageBand) ? t('ageQuestion', { role: word('householdRoles', role).toLocaleLowerCase(), age: word('ageBands', ageBand).toLocaleLowerCase() }) : null);
}
