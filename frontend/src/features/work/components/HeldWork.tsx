import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, keys, paths, useHeldCases, type Case, type HeldCase } from '@/api';
import { dayOf, today, useDates, useTranslation, useWords } from '@/i18n';
import { Loaded } from '@/parts';
import { Button, Heading, LinkButton, PageHead, Paragraph, Table, UserText, type Column } from '@/ui';

/** The name of one family, asked of the region for this one and kept only on the screen. */
function Name({ held }: { held: HeldCase }) {
  const { t } = useTranslation('away');
  const [name, setName] = useState<string | null>(null);
  const [failed, setFailed] = useState(false);
  const ask = async () => {
    setFailed(false);
    try {
      setName((await api.get<Case>(paths.case(held.caseId))).alias);
    } catch {
      setFailed(true);
    }
  };
  return (
    <span aria-live="polite">
      {name !== null ? (
        <UserText>{name}</UserText>
      ) : (
        <>
          <LinkButton onClick={() => void ask()}>
            {t('list.showName')}
            <span className="ep-hidden" translate="no">
              {' '}
              {held.reference}
            </span>
          </LinkButton>
          {failed ? <span className="ep-soft"> {t('list.noName')}</span> : null}
        </>
      )}
    </span>
  );
}

function List({ items }: { items: HeldCase[] }) {
  const { t } = useTranslation('away');
  const word = useWords();
  const columns: Column<HeldCase>[] = [
    { key: 'reference', head: t('list.reference'), cell: (row) => <span translate="no">{row.reference}</span> },
    { key: 'news', head: t('list.news'), cell: (row) => t('list.newsCount', { count: row.unread }) },
    { key: 'role', head: t('list.role'), cell: (row) => word('caseRoles', row.level) },
    { key: 'name', head: t('list.name'), cell: (row) => <Name held={row} /> },
  ];
  return (
    <div className="ep-stack">
      {items.length === 0 ? (
        <Paragraph>{t('list.none')}</Paragraph>
      ) : (
        <>
          <Paragraph soft>{t('list.call')}</Paragraph>
          <Table caption={t('list.caption')} columns={columns} rows={items} rowKey={(row) => row.caseId} />
        </>
      )}
    </div>
  );
}

/** The start page while the plans cannot be reached: where one takes part and whether there is something new, as it was known. */
export function HeldWork() {
  const { t } = useTranslation('away');
  const { time, moment } = useDates();
  const client = useQueryClient();
  const retry = () => void Promise.all([client.invalidateQueries({ queryKey: keys.session }), client.invalidateQueries({ queryKey: keys.cases })]);
  return (
    <Loaded query={useHeldCases(true)}>
      {({ knownAt, items }) => (
        <>
          <PageHead end={<Button onClick={retry}>{t('list.retry')}</Button>}>
            <Heading level={1}>{t('list.heading')}</Heading>
            <p className="ep-soft ep-measure">{knownAt === null ? t('list.never') : dayOf(knownAt) === today() ? t('list.lead', { time: time(knownAt) }) : t('list.leadDay', { moment: moment(knownAt) })}</p>
          </PageHead>
          {knownAt === null ? null : <List items={items} />}
        </>
      )}
    </Loaded>
  );
}
