import { usePlan, type Case } from '@/api';
import { useTranslation } from '@/i18n';
import { Agenda, CaseFrame, Findings, Loaded, may, mayFillCard } from '@/parts';
import { pages } from '@/routing';
import { ButtonLink, Row, SideGrid } from '@/ui';
import { ChangesSide } from '../components/Changes';
import { Closed, CloseLink } from '../components/Closed';
import { DomainsChoice } from '../components/DomainsChoice';
import { Evaluation } from '../components/Evaluation';
import { Goals } from '../components/Goals';
import { Meetings } from '../components/Meetings';
import { PeopleSide } from '../components/PeopleSide';
import { PutForward } from '../components/PutForward';
import { VersionLine, Versions } from '../components/Versions';
import { Wishes } from '../components/Wishes';
import '../case-plan.css';

function PlanContent({ data }: { data: Case }) {
  return (
    <Loaded query={usePlan(data.id)}>
      {(plan) => (
        <SideGrid
          side={
            <>
              {data.status === 'open' ? <Meetings data={data} /> : null}
              {data.status === 'open' ? <Agenda data={data} /> : null}
              <PeopleSide data={data} />
              <ChangesSide data={data} />
            </>
          }
        >
          <Closed data={data} />
          <Wishes data={data} plan={plan} />
          {data.status === 'open' ? <Findings data={data} /> : null}
          <Evaluation data={data} plan={plan} />
          <DomainsChoice data={data} plan={plan} />
          <Goals data={data} plan={plan} />
          <Versions data={data} />
          <CloseLink data={data} />
        </SideGrid>
      )}
    </Loaded>
  );
}

function Deeds({ data }: { data: Case }) {
  const { t } = useTranslation('casePlan');
  return (
    <Row>
      {/* Without a coordinator nothing can be put forward: that is the next step. */}
      {!data.coordinator && may(data, 'appoint-coordinator') ? (
        <ButtonLink kind="main" to={pages.appoint(data.id)}>
          {t('chooseCoordinator')}
        </ButtonLink>
      ) : null}
      <ButtonLink icon="print" to={pages.casePaper(data.id)}>
        {t('print')}
      </ButtonLink>
      {mayFillCard(data) ? <ButtonLink to={pages.myCard(data.id)}>{t('myCard')}</ButtonLink> : null}
      <PutForward data={data} />
    </Row>
  );
}

/** The plan of one family, as professionals work in it. */
export function PlanPage() {
  return (
    <CaseFrame end={(data) => <Deeds data={data} />} meta={(data) => <VersionLine data={data} />}>
      {(data) => <PlanContent data={data} />}
    </CaseFrame>
  );
}
