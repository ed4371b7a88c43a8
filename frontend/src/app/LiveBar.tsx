import { reconnectLive, useLiveStatus } from '@/api';
import { useDates, useTranslation } from '@/i18n';
import { Button, Icon } from '@/ui';

/** Only when news does not come by itself: since when, and one button. */
export function LiveBar() {
  const { t } = useTranslation();
  const { time } = useDates();
  const live = useLiveStatus();
  if (live.state !== 'not-connected') return null;
  return (
    <div className="ep-offbar" role="status">
      <div className="ep-wrap ep-offbar__in">
        <Icon name="offline" />
        <p>{t('live.offline', { time: time(new Date(live.since).toISOString()) })}</p>
        <Button small onClick={reconnectLive}>
          {t('actions.retryNow')}
        </Button>
      </div>
    </div>
  );
}
