import { useTranslation } from '@/i18n';
import { Icon } from './icons';

/** "Snel weg": the caller clears what is on this device and replaces the page; the back button does not return here. */
export function SafeExit({ onLeave }: { onLeave: () => void }) {
  const { t } = useTranslation();
  return (
    <button type="button" className="ep-top-button ep-safe-exit" onClick={onLeave}>
      {t('safeExit')}
      <Icon name="exit" />
    </button>
  );
}
