import { useEffect, useMemo, useState } from 'react';
import { useAccessLog, useIdentity, type Case } from '@/api';
import { today, useDates, useTranslation } from '@/i18n';
import { Loaded } from '@/parts';
import { Button, Checkbox, Heading, Paragraph, SelectField, Voice } from '@/ui';
import { byDay, visitsOf, type Visit } from '../visits';
import { MissingPart } from './MissingPart';
import { VisitRow } from './VisitRow';
import './access.css';

const weekMs = 7 * 24 * 60 * 60 * 1000;
const isThisWeek = (at: string) => Date.parse(at) > Date.now() - weekMs;

/** The list, read on until the week that is counted is in it. */
function useWeek(caseId: string) {
  const query = useAccessLog(caseId);
  const { data, hasNextPage, isFetching, isError, fetchNextPage } = query;
  const oldest = data?.pages.at(-1)?.items.at(-1);
  const incomplete = hasNextPage && oldest !== undefined && isThisWeek(oldest.at);
  useEffect(() => {
    if (incomplete && !isFetching && !isError) void fetchNextPage();
  }, [incomplete, isFetching, isError, fetchNextPage]);
  return query;
}

/** Who looked at the plan or changed it, by day, in sentences. */
export function WhoLooked({ data, lead }: { data: Case; lead: (count: number) => string }) {
  const { t } = useTranslation('access');
  const { t: common } = useTranslation();
  const { near } = useDates();
  const identity = useIdentity();
  const query = useWeek(data.id);
  const [who, setWho] = useState('');
  const [own, setOwn] = useState(false);
  const me = identity.kind === 'family' ? data.household.find((member) => member.id === data.myFamilyMemberId)?.name : identity.name;
  const visits = useMemo(() => visitsOf(query.data?.pages.flatMap((page) => page.items) ?? []), [query.data]);
  const isMe = (visit: Visit) => visit.who !== null && visit.who === me;
  return (
    <Loaded query={query}>
      {() => {
        const others = [...new Set(visits.filter((visit) => !isMe(visit)).map((visit) => visit.who ?? ''))].filter(Boolean).sort();
        const people = visits.filter((visit) => !isMe(visit) && visit.actorKind !== 'machine' && visit.outcome !== 'refused');
        const thisWeek = new Set(people.filter((visit) => isThisWeek(visit.at)).map((visit) => visit.who ?? visit.key)).size;
        const refused = visits.filter((visit) => visit.outcome === 'refused').length;
        const missing = query.data?.pages.at(-1)?.missing ?? [];
        const shown = visits.filter((visit) => (own || !isMe(visit)) && (who === '' || visit.who === who));
        return (
          <div className="looked">
            <Voice>{lead(thisWeek)}</Voice>
            <MissingPart missing={missing} busy={query.isFetching} onRetry={() => void query.refetch()} />
            {refused > 0 ? <p className="ep-soft">{t('refusedCount', { count: refused })}</p> : missing.length === 0 ? <p className="ep-soft">{t(people.length === 0 ? 'nobodyOutside' : 'nobodyElse')}</p> : null}
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
                    <VisitRow key={visit.key} visit={visit} me={isMe(visit)} />
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
