import { useDates, useTranslation } from '@/i18n';
import { PersonMark } from '@/ui';
import type { Visit } from '../visits';

const reasons = ['professional', 'intake', 'information-only', 'family', 'own-invitations', 'own-cases', 'own-updates', 'organisation-feed', 'member-node'] as const;
const reasonOf = (purpose: string) => reasons.find((reason) => reason === purpose.replace(/^involved:/, '')) ?? 'other';
const mostInSentence = 2;

/** The words for what was done; names of operations hold no dots, but they come from several services and new ones may be unknown here. */
function useActions(): (actions: readonly string[]) => string[] {
  const { i18n } = useTranslation('access');
  const words = i18n.getResource(i18n.language, 'access', 'actions') as Record<string, string>;
  return (actions) => [...new Set(actions.map((action) => words[action] ?? words.other ?? action))];
}

function useName(): (visit: Visit) => string {
  const { t } = useTranslation('access');
  return (visit) => {
    if (visit.actorKind === 'machine') return visit.organisation ? t('system', { organisation: visit.organisation }) : t('systemUnknown');
    return visit.who ?? t('somebody');
  };
}

function useReason(): (visit: Visit) => string {
  const { t } = useTranslation('access');
  return (visit) => {
    if (visit.outcome === 'refused') return t('refused');
    return t(`why.${reasonOf(visit.purpose)}`);
  };
}

/** One visit as a sentence: who, what, when and why. */
export function VisitRow({ visit, me }: { visit: Visit; me: boolean }) {
  const { t, i18n } = useTranslation('access');
  const { time } = useDates();
  const name = useName()(visit);
  const did = useActions()(visit.actions);
  const why = useReason()(visit);
  const isDone = visit.outcome === 'allowed';
  const inSentence = did.length <= mostInSentence;
  const about = visit.actorKind !== 'machine' && visit.organisation ? `, ${visit.organisation}` : '';
  return (
    <li>
      <PersonMark name={visit.organisation && visit.actorKind === 'machine' ? visit.organisation : name} shape={visit.actorKind === 'family' ? 'family' : 'professional'} />
      <div>
        <p>
          <b translate="no">{name}</b>
          {me ? ` (${t('you')})` : about}
          {!isDone ? ` ${t(visit.outcome === 'refused' ? 'tried' : 'failed')}` : inSentence ? ` ${new Intl.ListFormat(i18n.language, { type: 'conjunction' }).format(did)}.` : ':'}
        </p>
        {isDone && !inSentence ? (
          <ul className="looked__did">
            {did.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        ) : null}
        <p className="ep-soft">{time(visit.at)}</p>
        <p>
          <b className="looked__why">{t('whyLabel')}</b> {why}
        </p>
      </div>
    </li>
  );
}
