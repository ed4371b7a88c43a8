import type { Case } from '@/api';
import { useTranslation } from '@/i18n';
import { CaseSubPage } from '@/parts';
import { pages } from '@/routing';
import { UserText } from '@/ui';
import type { ReactNode } from 'react';
import './team.css';

/** A page under the people of a case, with the way back there. */
export function UnderTeam({ title, lead, children }: { title: (data: Case) => ReactNode; lead?: (data: Case) => ReactNode; children: (data: Case) => ReactNode }) {
  const { t } = useTranslation('team');
  return (
    <CaseSubPage
      back={(data) => ({
        to: pages.team(data.id),
        label: (
          <>
            {t('title.team')}: <UserText>{data.alias}</UserText>
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
