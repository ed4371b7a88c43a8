import { SkipLink as NlSkipLink } from '@nl-design-system-candidate/skip-link-react';
import { useTranslation } from '@/i18n';

/** The element that every shell gives this id. */
export const contentId = 'inhoud';

export function SkipLink() {
  const { t } = useTranslation();
  return (
    <NlSkipLink className="nl-skip-link--visible-on-focus" href={`#${contentId}`}>
      {t('skip')}
    </NlSkipLink>
  );
}
