import { useTranslation } from 'react-i18next';
import { useUpdates, type CaseListItem, type Update } from '@/api';
import { useDates, useWords } from '@/i18n';
import { pages } from '@/routing';
import { Heading, Ledger, LedgerRow, Link, Paragraph, SectionHead, UserText } from '@/ui';

const shown = 5;

function Row({ update, item }: { update: Update; item: CaseListItem }) {
  const { t } = useTranslation('work');
  const { t: common } = useTranslation();
  const { near } = useDates();
  const word = useWords();
  return (
    <LedgerRow
      isNew={!update.read}
      newLabel={common('new')}
      date={near(update.at)}
      family={
        <Link to={pages.family(item.id)}>
          <UserText>{item.alias}</UserText>
        </Link>
      }
      text={word('updateKinds', update.kind)}
      deed={
        <Link to={pages.family(update.caseId)} aria-label={t('changed.look', { what: word('updateKinds', update.kind), alias: item.alias })}>
          {common('actions.view')}
        </Link>
      }
    />
  );
}

/** The newest news; all of it is on its own page. Without it this page still works. */
export function ChangedForMe({ cases }: { cases: CaseListItem[] }) {
  const { t } = useTranslation('work');
  const updates = useUpdates().data?.pages.flatMap((page) => page.items) ?? [];
  const known = updates.flatMap((update) => cases.filter((item) => item.id === update.caseId).map((item) => ({ update, item }))).slice(0, shown);
  return (
    <section>
      <SectionHead remark={t('changed.remark')} end={<Link to={pages.updates}>{t('changed.all')}</Link>}>
        <Heading level={2}>{t('changed.head')}</Heading>
      </SectionHead>
      {known.length === 0 ? (
        <Paragraph soft>{t('changed.none')}</Paragraph>
      ) : (
        <Ledger>
          {known.map(({ update, item }) => (
            <Row key={update.number} update={update} item={item} />
          ))}
        </Ledger>
      )}
    </section>
  );
}
