import type { Hidden } from '@/api';
import { useDates, useTranslation, useWords } from '@/i18n';

/** What stands in a form about hiding an item from the family. */
export type HidingValues = { hidden: boolean; ground: string; hiddenReason: string; hiddenUntil: string };

export const notHidden: HidingValues = { hidden: false, ground: '', hiddenReason: '', hiddenUntil: '' };

export const hidingOf = (hidden: Hidden | null | undefined): HidingValues => (hidden ? { hidden: true, ground: hidden.ground ?? '', hiddenReason: hidden.reason ?? '', hiddenUntil: hidden.until } : notHidden);

/** Only who may hide sends anything about it. */
export const toHiding = (values: HidingValues): { hiddenFromFamily: Hidden | null } => ({
  hiddenFromFamily: values.hidden ? { ground: values.ground, reason: values.hiddenReason, until: values.hiddenUntil } : null,
});

/** How hiding reads in words when two people changed it at the same time. */
export function useHidingRule() {
  const { t } = useTranslation('parts');
  const word = useWords();
  const dates = useDates();
  const describe = (value: unknown) => {
    const hiding = value as Hidden | null | undefined;
    return hiding ? [t('hiding.badge', { date: dates.date(hiding.until) }), hiding.ground ? word('legalGrounds', hiding.ground) : '', hiding.reason].filter(Boolean).join('. ') : t('hiding.seen');
  };
  return { hiddenFromFamily: { label: t('hiding.label'), describe } };
}
