import { useTranslation } from '@/i18n';

/** What is told, or the words that it is not. */
export function Told({ children }: { children: string | null }) {
  const { t } = useTranslation('region');
  return children ?? <span className="region-hidden">{t('notShown')}</span>;
}
