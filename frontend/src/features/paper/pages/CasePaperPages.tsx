import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { useCase, usePlan, type Case, type Plan } from '@/api';
import { useTranslation } from '@/i18n';
import { caseNames, Loaded, nextMeeting, NotForYou } from '@/parts';
import { seesProfessionalsSheet, SheetPage, useSheetLinks } from '@/parts/sheet';
import { pages } from '@/routing';
import { UserText } from '@/ui';
import { ClientPaper } from '../components/ClientPaper';
import { ProfessionalsSheets } from '../components/ProfessionalsSheets';
import { useSheetDomains } from '../domains';
import { professionalsModel } from '../model';

function OfCase({ children }: { children: (data: Case, plan: Plan) => ReactNode }) {
  const { caseId = '' } = useParams();
  const plan = usePlan(caseId);
  return <Loaded query={useCase(caseId)}>{(data) => <Loaded query={plan}>{(read) => children(data, read)}</Loaded>}</Loaded>;
}

function ClientPage({ data, plan }: { data: Case; plan: Plan }) {
  const { t } = useTranslation('paper');
  const links = useSheetLinks(data, pages.casePaper(data.id));
  return (
    <ClientPaper data={data} plan={plan}>
      {(choice, sheets) => (
        <SheetPage title={t('client.title')} lead={t('client.leadDesk')} crumb={{ to: pages.family(data.id), label: <UserText>{data.alias}</UserText> }} links={links} note={choice}>
          {sheets}
        </SheetPage>
      )}
    </ClientPaper>
  );
}

/** The family's sheet, printed by a professional: without what the family does not see. */
export function CasePaperPage() {
  return <OfCase>{(data, plan) => <ClientPage data={data} plan={plan} />}</OfCase>;
}

function ProfessionalsPage({ data, plan }: { data: Case; plan: Plan }) {
  const { t } = useTranslation('paper');
  const domain = useSheetDomains(data, plan);
  const links = useSheetLinks(data, pages.casePaperProfessionals(data.id));
  if (!seesProfessionalsSheet(data)) return <NotForYou />;
  return (
    <SheetPage title={t('professionals.page')} lead={t('professionals.lead')} crumb={{ to: pages.family(data.id), label: <UserText>{data.alias}</UserText> }} links={links}>
      <ProfessionalsSheets model={professionalsModel(data, plan, caseNames(data).of)} domain={domain} meeting={nextMeeting(data.meetings)} />
    </SheetPage>
  );
}

/** What the professionals agreed with each other, to print. */
export function CasePaperProfessionalsPage() {
  return <OfCase>{(data, plan) => <ProfessionalsPage data={data} plan={plan} />}</OfCase>;
}
