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

function useColumns(): Column<CaseListItem>[] {
  const { t } = useTranslation('work');
  const { date } = useDates();
  const word = useWords();
  return [
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
    { key: 'evaluation', head: t('list.evaluation'), cell: (item) => (item.evaluationDate ? date(item.evaluationDate) : t('list.noDate')) },
    { key: 'cards', head: t('list.cards'), cell: (item) => t('list.cardsOf', { full: item.cardsComplete, total: item.cardsTotal }) },
  ];
}

function Families({ all }: { all: CaseListItem[] }) {
  const { t } = useTranslation('work');
  const columns = useColumns();
  const [text, setText] = useState('');
  const wanted = useSettled(text.trim());
  const search = useSearch(wanted);
  const found = wanted === '' ? all : search.data;
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
        <Table caption={t('title.families')} columns={columns} rows={found} rowKey={(item) => item.id} />
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
              <Paragraph soft>{t('families', { count: all.length })}</Paragraph>
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
