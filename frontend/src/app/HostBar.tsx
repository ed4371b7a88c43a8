import { Link } from 'react-router';
import { useHeldCases, useUnsent, type SessionNode } from '@/api';
import { dayOf, today, useDates, useTranslation } from '@/i18n';
import { pages } from '@/routing';
import { Icon } from '@/ui';

/** For whom the plans are somewhere else: says calmly when that place cannot be reached, and what still has to go there. */
export function HostBar({ host }: { host: SessionNode }) {
  const { t } = useTranslation('away');
  const { time, moment } = useDates();
  const held = useHeldCases(host.away);
  const unsent = useUnsent(true).data ?? [];
  const choices = unsent.filter(({ state }) => state === 'conflict' || state === 'unsure' || state === 'refused' || state === 'ended').length;
  const waiting = unsent.filter(({ state }) => state === 'waiting').length;
  if (!host.away && choices + waiting === 0) return null;
  const knownAt = held.data?.knownAt;
  return (
    <div className="ep-offbar" role="status">
      <div className="ep-wrap ep-offbar__in">
        <Icon name={host.away ? 'offline' : 'mail'} />
        {host.away ? <p>{!knownAt ? t('barNever') : dayOf(knownAt) === today() ? t('bar', { time: time(knownAt) }) : t('barDay', { moment: moment(knownAt) })}</p> : null}
        {choices > 0 ? <Link to={pages.unsent}>{t('choiceCount', { count: choices })}</Link> : waiting > 0 ? <Link to={pages.unsent}>{t('waitingCount', { count: waiting })}</Link> : null}
      </div>
    </div>
  );
}
