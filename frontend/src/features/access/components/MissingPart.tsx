import { useTranslation } from '@/i18n';
import { Button, Notice } from '@/ui';

const parts = ['network', 'subscriptions'] as const;

/** A part of the product did not answer: the list says what it lacks instead of looking whole. */
export function MissingPart({ missing, busy, onRetry }: { missing: readonly string[]; busy: boolean; onRetry: () => void }) {
  const { t, i18n } = useTranslation('access');
  const { t: common } = useTranslation();
  if (missing.length === 0) return null;
  const names = missing.map((service) => t(`parts.${parts.find((part) => part === service) ?? 'other'}`));
  return (
    <Notice tone="ask" live>
      <p>
        <b>{t('missing')}</b> {t('missingParts', { parts: new Intl.ListFormat(i18n.language, { type: 'conjunction' }).format(names) })}
      </p>
      <Button busy={busy} onClick={onRetry}>
        {common('actions.retry')}
      </Button>
    </Notice>
  );
}
