import { useTranslation } from '@/i18n';
import { Paragraph } from '@/ui';

/** Somebody may see the case but not do this: said here, because the address can be typed. */
export function NotAllowed() {
  const { t } = useTranslation();
  return <Paragraph>{t('errors.forbidden')}</Paragraph>;
}
