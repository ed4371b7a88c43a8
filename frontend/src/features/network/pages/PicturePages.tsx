import type { ReactNode } from 'react';
import type { Case } from '@/api';
import { useTranslation } from '@/i18n';
import { CaseSubPage, FamilyCase, may, NotForYou, seesPeople } from '@/parts';
import { pages } from '@/routing';
import { Heading, Link, PageHead } from '@/ui';
import { ChooseColours } from '../components/ChooseColours';
import { ComparePictures } from '../components/ComparePictures';

function Ours({ title, children }: { title: string; children: (data: Case) => ReactNode }) {
  const { t } = useTranslation('network');
  return (
    <FamilyCase>
      {(data) => (
        <>
          <PageHead crumb={<Link to={pages.ourPeople}>{t('headingOurs')}</Link>}>
            <Heading level={1}>{title}</Heading>
          </PageHead>
          {children(data)}
        </>
      )}
    </FamilyCase>
  );
}

function OfCase({ title, children }: { title: string; children: (data: Case) => ReactNode }) {
  const { t } = useTranslation('network');
  return (
    <CaseSubPage back={(data) => ({ to: pages.people(data.id), label: t('heading') })} title={() => title}>
      {(data) => (seesPeople(data) ? children(data) : <NotForYou />)}
    </CaseSubPage>
  );
}

export function OurMomentsPage() {
  const { t } = useTranslation('network');
  return <Ours title={t('moments.title')}>{(data) => <ComparePictures data={data} />}</Ours>;
}

export function MomentsPage() {
  const { t } = useTranslation('network');
  return <OfCase title={t('moments.title')}>{(data) => <ComparePictures data={data} />}</OfCase>;
}

const colours = (data: Case) => (may(data, 'edit-network') ? <ChooseColours caseId={data.id} /> : <NotForYou />);

export function OurColoursPage() {
  const { t } = useTranslation('network');
  return <Ours title={t('colours.title')}>{colours}</Ours>;
}

export function ColoursPage() {
  const { t } = useTranslation('network');
  return <OfCase title={t('colours.title')}>{colours}</OfCase>;
}
