import type { CaseListItem } from '@/api';
import { useTranslation, useWords } from '@/i18n';
import { pages } from '@/routing';
import { Heading, Link, openTable, Paragraph, PeopleList, PeopleRow, PersonMark, SectionHead, StatePage, UserText } from '@/ui';

const shown = 8;

/** The side column: where I take part. */
export function MyFamilies({ cases }: { cases: CaseListItem[] }) {
  const { t } = useTranslation('work');
  const word = useWords();
  if (cases.length === 0)
    return (
      <StatePage seats={openTable} level={2} title={t('empty.title')}>
        <Paragraph>{t('empty.text')}</Paragraph>
      </StatePage>
    );
  return (
    <section>
      <SectionHead end={cases.length > shown ? <Link to={pages.families}>{t('all', { count: cases.length })}</Link> : null}>
        <Heading level={2}>{t('title.families')}</Heading>
      </SectionHead>
      <PeopleList>
        {cases.slice(0, shown).map((item) => (
          <PeopleRow
            key={item.id}
            mark={<PersonMark name={item.alias} shape="family" />}
            name={
              <Link to={pages.family(item.id)}>
                <UserText>{item.alias}</UserText>
              </Link>
            }
            second={[
              word('caseRoles', item.myRole),
              ...(item.myRole === 'coordinator' ? [] : [item.coordinator ? t('list.coordinatorIs', { name: item.coordinator.name }) : t('list.none')]),
            ].join(' · ')}
          />
        ))}
      </PeopleList>
    </section>
  );
}
