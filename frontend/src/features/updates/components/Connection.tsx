import { useLiveStatus } from '@/api';
import { useDates, useTranslation } from '@/i18n';
import { classes } from '@/ui';

/** Whether news comes by itself; the dot is never alone. */
export function Connection() {
  const { t } = useTranslation('updates');
  const { t: common } = useTranslation();
  const { time } = useDates();
  const live = useLiveStatus();
  const connected = live.state === 'connected';
  return (
    <p className={classes('ep-conn', connected && 'ep-conn--on')}>
      {connected ? common('live.connected') : live.state === 'not-connected' ? t('notConnected', { time: time(new Date(live.since).toISOString()) }) : common('live.connecting')}
    </p>
  );
}
