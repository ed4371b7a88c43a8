import type { ReactNode } from 'react';
import { useIdentity, useStaff, type Staff } from '@/api';
import { useTranslation } from '@/i18n';
import { Loaded } from '@/parts';
import { pages } from '@/routing';
import { Heading, Link, Notice, PageHead, Paragraph } from '@/ui';
import { isElsewhere } from './failure';
import './people.css';

type Props = { title: (people: Staff[]) => string; lead?: string; end?: ReactNode; under?: boolean; children: (people: Staff[]) => ReactNode };

/** What stands around every page about the own people; says so when they are maintained in another part of EenPlan. */
export function Frame({ title, lead, end, under, children }: Props) {
  const { t } = useTranslation('people');
  const { organisationName } = useIdentity();
  const query = useStaff();
  const crumb = under ? <Link to={pages.staff}>{t('title.list')}</Link> : organisationName;
  if (isElsewhere(query.error))
    return (
      <>
        <PageHead crumb={organisationName}>
          <Heading level={1}>{t('elsewhere.title', { organisation: organisationName })}</Heading>
        </PageHead>
        <Notice>
          <Paragraph>{t('elsewhere.text')}</Paragraph>
        </Notice>
      </>
    );
  return (
    <Loaded query={query}>
      {(people) => (
        <>
          <PageHead crumb={crumb} end={end}>
            <Heading level={1}>{title(people)}</Heading>
            {lead ? <p className="ep-soft ep-measure">{lead}</p> : null}
          </PageHead>
          <div className="people">{children(people)}</div>
        </>
      )}
    </Loaded>
  );
}
