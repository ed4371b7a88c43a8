import { useUpdates, type CaseListItem } from '@/api';
import { useDates, useTranslation, useWords } from '@/i18n';
import { pageOf } from '@/parts';
import { pages } from '@/routing';
import { Heading, Ledger, LedgerRow, Link, Paragraph, SectionHead, UserText } from '@/ui';
import { fold, type Folded } from './fold';

const shown = 5;

function Row({ news: { newest, count, unread }, item }: { news: Folded; item: CaseListItem }) {
  const { t } = useTranslation('work');
  const { t: common } = useTranslation();
  const { near } = useDates();
  const word = useWords();
  const kind = word('updateKinds', newest.kind);
  const what = count === 1 ? kind : t('changed.times', { what: kind, count });
  return (
    <LedgerRow
      isNew={unread}
      newLabel={common('new')}
      date={near(newest.at)}
      family={
        <Link to={pages.family(item.id)}>
          <UserText>{item.alias}</UserText>
        </Link>
      }
      text={what}
      deed={
        <Link to={pageOf(newest, 'professional')} aria-label={t('changed.look', { what, alias: item.alias })}>
          {common('actions.view')}
        </Link>
      }
    />
  );
}

/** The newest news without reading any plan; what it is about is on the page of all news. Without it this page still works. */
export function ChangedForMe({ cases }: { cases: CaseListItem[] }) {
  const { t } = useTranslation('work');
  const updates = useUpdates().data?.pages.flatMap((page) => page.items) ?? [];
  const known = fold(updates).flatMap((news) => cases.filter((item) => item.id === news.newest.caseId).map((item) => ({ news, item }))).slice(0, shown);
  return (
    <section>
      <SectionHead remark={t('changed.remark')} end={<Link to={pages.updates}>{t('changed.all')}</Link>}>
        <Heading level={2}>{t('changed.head')}</Heading>
      </SectionHead>
      {known.length === 0 ? (
        <Paragraph soft>{t('changed.none')}</Paragraph>
      ) : (
        <Ledger>
          {known.map(({ news, item }) => (
            <Row key={news.newest.number} news={news} item={item} />
          ))}
        </Ledger>
      )}
    </section>
  );
}
