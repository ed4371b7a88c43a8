import { useNavigate } from 'react-router';
import { useCases, useIdentity, useMarkRead, type Update } from '@/api';
import { useDates, useTranslation } from '@/i18n';
import { pageOf } from '@/parts';
import { pages } from '@/routing';
import { Badge, Heading, Ledger, LedgerRow, Link, UserText } from '@/ui';
import { byDay } from '../updates';
import { useUpdateWords } from '../useUpdateWords';

type Props = { updates: Update[]; justIn: ReadonlySet<number> };

/** An update holds no name: it is looked up in the own list of families. */
function FamilyLink({ caseId }: { caseId: string }) {
  const { t } = useTranslation('updates');
  const { data } = useCases();
  const alias = data?.pages.flatMap((page) => page.items).find((one) => one.id === caseId)?.alias;
  if (!data) return null;
  return alias ? (
    <Link to={pages.family(caseId)}>
      <UserText>{alias}</UserText>
    </Link>
  ) : (
    <>{t('noFamily')}</>
  );
}

/** By day: time, family, what happened, the way to it. Reading one marks it as read. */
export function UpdateList({ updates, justIn }: Props) {
  const { t } = useTranslation('updates');
  const words = useUpdateWords(updates);
  const { time, near } = useDates();
  const { kind } = useIdentity();
  const navigate = useNavigate();
  const markRead = useMarkRead();
  const family = kind === 'family';
  const read = (update: Update) => {
    if (!update.read) markRead.mutate({ numbers: [update.number] });
  };
  return (
    <>
      {byDay(updates).map(([day, list]) => (
        <section key={day} aria-labelledby={`day-${day}`} className="updates-day">
          <Heading level={2} look={3} id={`day-${day}`}>
            {near(day)}
          </Heading>
          <Ledger withoutFamily={family}>
            {list.map((update) => {
              const to = pageOf(update, kind);
              const { plain, shown } = words(update);
              return (
                <LedgerRow
                  key={update.number}
                  date={time(update.at)}
                  isNew={!update.read}
                  newLabel={t('unread')}
                  family={family ? undefined : <FamilyLink caseId={update.caseId} />}
                  text={shown}
                  reason={family ? t('becauseYours') : t('becauseIn')}
                  deed={
                    <>
                      {justIn.has(update.number) ? <Badge tone="new">{t('justIn')}</Badge> : null}
                      <a
                        className="nl-link"
                        href={to}
                        aria-label={t('readOne', { what: plain, time: time(update.at) })}
                        onClick={(event) => {
                          read(update);
                          // Another tab or window is the browser's business.
                          if (event.metaKey || event.ctrlKey || event.shiftKey) return;
                          event.preventDefault();
                          void navigate(to);
                        }}
                      >
                        {t('read')}
                      </a>
                    </>
                  }
                />
              );
            })}
          </Ledger>
        </section>
      ))}
    </>
  );
}
