import { useTranslation } from 'react-i18next';
import type { Case } from '@/api';
import { CaseSubPage } from '@/parts';
import { pages } from '@/routing';
import { UserText } from '@/ui';
import type { ReactNode } from 'react';
import './people.css';

/** A page under the people of a case, with the way back there. */
export function UnderPeople({ title, lead, children }: { title: (data: Case) => ReactNode; lead?: (data: Case) => ReactNode; children: (data: Case) => ReactNode }) {
  const { t } = useTranslation('people');
  return (
    <CaseSubPage
      back={(data) => ({
        to: pages.people(data.id),
        label: (
          <>
            {t('title.people')}: <UserText>{data.alias}</UserText>
          </>
        ),
      })}
      title={title}
      lead={lead}
    >
      {children}
    </CaseSubPage>
  );
}
