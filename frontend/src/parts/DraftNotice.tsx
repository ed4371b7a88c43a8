import type { Draft } from '@/api';
import { useTranslation } from '@/i18n';
import { LinkButton, Notice } from '@/ui';

/** Says that a form was filled from an earlier draft, with the way back. */
export function DraftNotice({ draft }: { draft: Pick<Draft<object>, 'restored' | 'discard'> }) {
  const { t } = useTranslation();
  if (!draft.restored) return null;
  return (
    <Notice tone="new" live>
      {t('draft.restored')} <LinkButton onClick={draft.discard}>{t('draft.discard')}</LinkButton>
    </Notice>
  );
}
