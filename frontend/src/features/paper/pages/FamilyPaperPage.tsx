import { usePlan, type Case } from '@/api';
import { useTranslation } from '@/i18n';
import { FamilyCase, Loaded } from '@/parts';
import { SheetPage, useSheetLinks } from '@/parts/sheet';
import { pages } from '@/routing';
import { ClientPaper } from '../components/ClientPaper';

function Paper({ data }: { data: Case }) {
  const { t } = useTranslation('paper');
  const links = useSheetLinks(data, pages.paper);
  return (
    <Loaded query={usePlan(data.id)}>
      {(plan) => (
        <ClientPaper data={data} plan={plan}>
          {(choice, sheets) => (
            <SheetPage title={t('client.title')} lead={t('client.lead')} crumb={{ to: pages.helpers, label: t('client.back') }} links={links} note={choice}>
              {sheets}
            </SheetPage>
          )}
        </ClientPaper>
      )}
    </Loaded>
  );
}

/** The family's own sheet of who helps, to print. */
export function FamilyPaperPage() {
  return <FamilyCase>{(data) => <Paper data={data} />}</FamilyCase>;
}
