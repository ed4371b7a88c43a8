import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAccessLog, useIdentity, type Case } from '@/api';
import { today, useDates } from '@/i18n';
import { Loaded } from '@/parts';
import { Button, Checkbox, Heading, Paragraph, PersonMark, SelectField, Voice } from '@/ui';
import { byDay, visitsOf, type Visit } from '../visits';
import './access.css';

const known = [
  'read-case', 'read-plan', 'read-goal', 'read-action', 'read-agreement', 'read-meeting', 'read-involvement', 'read-timeline', 'read-access-log', 'read-plan-version', 'list-plan-versions',
  'open-case', 'change-case', 'add-household-member', 'change-household-member', 'remove-household-member', 'invite-family-member', 'revoke-family-access', 'redeem-family-invitation', 'invite-professional', 'accept-invitation', 'refuse-invitation',
  'change-card', 'end-involvement', 'propose-handover', 'accept-handover', 'refuse-handover', 'appoint-coordinator', 'accept-coordination', 'refuse-coordination', 'say-treatment-status',
  'change-plan', 'add-goal', 'change-goal', 'remove-goal', 'add-action', 'change-action', 'remove-action', 'add-agreement', 'change-agreement', 'remove-agreement',
  'schedule-meeting', 'change-meeting', 'put-plan-forward', 'answer-plan-version',
] as const;
type Known = (typeof known)[number];
const isKnown = (action: string): action is Known => (known as readonly string[]).includes(action);
const reasons = ['professional', 'intake', 'information-only', 'family', 'own-invitations'] as const;
const reasonOf = (purpose: string) => reasons.find((reason) => reason === purpose.replace(/^involved:/, '')) ?? 'other';
const mostInSentence = 2;
const weekMs = 7 * 24 * 60 * 60 * 1000;

function Row({ visit, me }: { visit: Visit; me: boolean }) {
  const { t, i18n } = useTranslation('access');
  const { time } = useDates();
  const name = visit.who ?? t('somebody');
  const did = [...new Set(visit.actions.map((action) => (isKnown(action) ? t(`actions.${action}`) : t('actions.other'))))];
  const inSentence = did.length <= mostInSentence;
  const why = visit.outcome === 'refused' ? t('refused') : t(`why.${reasonOf(visit.purpose)}`);
  return (
    <li>
      <PersonMark name={name} shape={visit.actorKind === 'family' ? 'family' : 'professional'} />
      <div>
        <p>
          <b translate="no">{name}</b>
          {me ? ` (${t('you')})` : visit.organisation ? `, ${visit.organisation}` : ''}
          {visit.outcome === 'refused' ? ` ${t('tried')}.` : inSentence ? ` ${new Intl.ListFormat(i18n.language, { type: 'conjunction' }).format(did)}.` : ':'}
        </p>
        {visit.outcome !== 'refused' && !inSentence ? (
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

/** Who looked at the plan or changed it, by day, in sentences. */
export function WhoLooked({ data, lead }: { data: Case; lead: (count: number) => string }) {
  const { t } = useTranslation('access');
  const { t: common } = useTranslation();
  const { near } = useDates();
  const identity = useIdentity();
  const query = useAccessLog(data.id);
  const [who, setWho] = useState('');
  const [own, setOwn] = useState(false);
  const me = identity.kind === 'family' ? data.household.find((member) => member.id === data.myFamilyMemberId)?.name : identity.name;
  const visits = useMemo(() => visitsOf(query.data?.pages.flatMap((page) => page.items) ?? []), [query.data]);
  const isMe = (visit: Visit) => visit.who !== null && visit.who === me;
  return (
    <Loaded query={query}>
      {() => {
        const others = [...new Set(visits.filter((visit) => !isMe(visit)).map((visit) => visit.who ?? ''))].filter(Boolean).sort();
        const thisWeek = new Set(visits.filter((visit) => !isMe(visit) && visit.outcome !== 'refused' && Date.parse(visit.at) > Date.now() - weekMs).map((visit) => visit.who ?? visit.key)).size;
        const refused = visits.filter((visit) => visit.outcome === 'refused').length;
        const shown = visits.filter((visit) => (own || !isMe(visit)) && (who === '' || visit.who === who));
        return (
          <div className="looked">
            <Voice>{lead(thisWeek)}</Voice>
            <p className="ep-soft">{refused === 0 ? t('nobodyElse') : t('refusedCount', { count: refused })}</p>
            <div className="looked__choose ep-no-print">
              <SelectField label={t('filter')} value={who} onChange={setWho} empty={t('everybody')} options={others.map((name) => ({ value: name, label: name }))} />
              <Checkbox label={t('own')} checked={own} onChange={setOwn} />
            </div>
            {shown.length === 0 ? <Paragraph soft>{t('none')}</Paragraph> : null}
            {byDay(shown).map(([day, list]) => (
              <section key={day} aria-labelledby={`day-${day}`}>
                <Heading level={2} id={`day-${day}`} className="looked__day">
                  {day === today() ? common('date.today') : near(day)}
                </Heading>
                <ul className="looked__list">
                  {list.map((visit) => (
                    <Row key={visit.key} visit={visit} me={isMe(visit)} />
                  ))}
                </ul>
              </section>
            ))}
            {query.hasNextPage ? (
              <div>
                <Button busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
                  {t('earlier')}
                </Button>
              </div>
            ) : null}
            <p className="ep-soft looked__end">{t('kept')}</p>
          </div>
        );
      }}
    </Loaded>
  );
}
