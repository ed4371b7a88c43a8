import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, keys, paths, useCases, useIdentity, type CaseListItem, type List } from '@/api';
import { useDates, useTranslation, useWords } from '@/i18n';
import { Loaded, useSettled } from '@/parts';
import { pages } from '@/routing';
import { Button, ButtonLink, Heading, Link, openTable, PageHead, Paragraph, StatePage, Table, TextField, UserText, type Column } from '@/ui';
import '../components/work.css';

/** Only my own cases are searched, and the text goes in the body: never in an address. */
const useSearch = (text: string) =>
  useQuery({ queryKey: [...keys.cases, 'search', text], enabled: text !== '', queryFn: async () => (await api.post<List<CaseListItem>>(paths.casesSearch, { text })).items });

function useColumns(): Record<'columns' | 'closedColumns', Column<CaseListItem>[]> {
  const { t } = useTranslation('work');
  const { date } = useDates();
  const word = useWords();
  const who: Column<CaseListItem>[] = [
    {
      key: 'alias',
      head: t('list.alias'),
      cell: (item) => (
        <Link to={pages.family(item.id)}>
          <UserText>{item.alias}</UserText>
        </Link>
      ),
    },
    { key: 'municipality', head: t('list.municipality'), cell: (item) => word('municipalities', item.municipality) },
    { key: 'role', head: t('list.myRole'), cell: (item) => word('caseRoles', item.myRole) },
    { key: 'coordinator', head: t('list.coordinator'), cell: (item) => (item.coordinator ? <span translate="no">{item.coordinator.name}</span> : t('list.none')) },
  ];
  return {
    columns: [
      ...who,
      { key: 'evaluation', head: t('list.evaluation'), cell: (item) => (item.evaluationDate ? date(item.evaluationDate) : t('list.noDate')) },
      { key: 'cards', head: t('list.cards'), cell: (item) => t('list.cardsOf', { full: item.cardsComplete, total: item.cardsTotal }) },
    ],
    closedColumns: [...who, { key: 'closedOn', head: t('closed.on'), cell: (item) => (item.closedOn ? date(item.closedOn) : '') }],
  };
}

function Families({ all }: { all: CaseListItem[] }) {
  const { t } = useTranslation('work');
  const { columns, closedColumns } = useColumns();
  const [text, setText] = useState('');
  const wanted = useSettled(text.trim());
  const search = useSearch(wanted);
  const found = wanted === '' ? all : search.data;
  const open = found?.filter((item) => item.status === 'open') ?? [];
  const closed = found?.filter((item) => item.status === 'closed') ?? [];
  return (
    <div className="ep-stack ep-stack--l">
      <search className="work-search">
        <TextField type="search" label={t('search.label')} help={t('search.help')} value={text} onChange={setText} maxLength={100} />
      </search>
      <p className="ep-help" role="status">
        {wanted === '' || found === undefined ? '' : t('search.found', { count: found.length })}
      </p>
      {wanted !== '' && search.error ? <Loaded query={search}>{() => null}</Loaded> : null}
      {found === undefined ? null : found.length === 0 ? (
        <Paragraph>{t('search.none')}</Paragraph>
      ) : (
        <>
          {open.length > 0 ? <Table caption={t('title.families')} columns={columns} rows={open} rowKey={(item) => item.id} /> : null}
          {closed.length > 0 ? (
            <section aria-labelledby="closed">
              <Heading level={2} id="closed">
                {t('closed.title')}
              </Heading>
              <Paragraph soft>{t('closed.text')}</Paragraph>
              <Table caption={t('closed.title')} columns={closedColumns} rows={closed} rowKey={(item) => item.id} />
            </section>
          ) : null}
        </>
      )}
    </div>
  );
}

export function FamiliesPage() {
  const { t } = useTranslation('work');
  const { t: common } = useTranslation();
  const mayOpen = useIdentity().roles.includes('intake');
  const cases = useCases();
  const open = (
    <ButtonLink kind="main" icon="plus" to={pages.newCase}>
      {t('newCase')}
    </ButtonLink>
  );
  return (
    <Loaded query={cases}>
      {(data) => {
        const all = data.pages.flatMap((page) => page.items);
        if (all.length === 0)
          return (
            <StatePage seats={openTable} title={t('empty.title')} actions={mayOpen ? open : null}>
              <Paragraph>{t('empty.text')}</Paragraph>
            </StatePage>
          );
        return (
          <>
            <PageHead end={mayOpen ? open : null}>
              <Heading level={1}>{t('title.families')}</Heading>
              <Paragraph soft>{t('families', { count: all.filter((item) => item.status === 'open').length })}</Paragraph>
            </PageHead>
            <Families all={all} />
            {cases.hasNextPage ? (
              <Button busy={cases.isFetchingNextPage} onClick={() => void cases.fetchNextPage()}>
                {common('actions.more')}
              </Button>
            ) : null}
          </>
        );
      }}
    </Loaded>
  );
}
