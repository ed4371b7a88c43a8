import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { useCase, type Capability, type Case, type Involvement } from '@/api';
import { useDates, useTranslation, useWords } from '@/i18n';
import { pages } from '@/routing';
import { Badge, Heading, Link, PageHead, Tabs, UserText, type Tab } from '@/ui';
import { Loaded } from './Loaded';
import './css/caseFrame.css';

/** Whether somebody may do something in a case: a button is shown only then. */
export const may = (data: Pick<Case, 'capabilities'>, capability: Capability): boolean => data.capabilities.includes(capability);

/** Whoever only opened the case has no card to read, unless that person coordinates. */
export const hasCard = (one: Pick<Involvement, 'kind' | 'isCoordinator'>): boolean => one.kind !== 'intake' || one.isCoordinator;

/** The own card of who is signed in. Whoever only opened the case has none to fill. */
export const mayFillCard = (data: Pick<Case, 'capabilities' | 'involvements' | 'myInvolvementId'>): boolean =>
  may(data, 'edit-card') && data.involvements.some((one) => one.id === data.myInvolvementId && hasCard(one));

/** Whoever only gives information does not see the people around the family. */
export const seesPeople = (data: Pick<Case, 'myRole'>): boolean => data.myRole !== 'information-only';

/** The pages of one family: one line per page. */
function useCaseTabs(data: Case): Tab[] {
  const { t } = useTranslation();
  const cards = data.involvements.filter((one) => one.status === 'active' && hasCard(one));
  const full = cards.filter((one) => one.cardComplete).length;
  return [
    { to: pages.family(data.id), label: t('case.tabs.plan'), end: true },
    {
      to: pages.cards(data.id),
      label: (
        <>
          {t('case.tabs.cards')} {cards.length > 0 ? <Badge>{t('case.cards', { full, total: cards.length })}</Badge> : null}
        </>
      ),
    },
    { to: pages.team(data.id), label: t('case.tabs.team') },
    ...(seesPeople(data) ? [{ to: pages.people(data.id), label: t('case.tabs.people') }] : []),
    { to: pages.agreements(data.id), label: t('case.tabs.agreements') },
    { to: pages.changes(data.id), label: t('case.tabs.changes') },
    ...(may(data, 'see-access-log') ? [{ to: pages.accessLog(data.id), label: t('case.tabs.accessLog') }] : []),
  ];
}

function Frame({ data, end, meta, children }: { data: Case; end?: ReactNode; meta?: ReactNode; children: ReactNode }) {
  const { t } = useTranslation();
  const word = useWords();
  const { date } = useDates();
  const tabs = useCaseTabs(data);
  return (
    <>
      <div className="case-frame">
        <PageHead crumb={<Link to={pages.families}>{t('nav.myFamilies')}</Link>} end={end}>
          <Heading level={1}>
            <UserText>{data.alias}</UserText>
          </Heading>
          <p className="ep-meta">
            <span>{word('municipalities', data.municipality)}</span>
            <span>
              {data.coordinator ? (
                <>
                  {word('coordinatorLabels', data.coordinatorLabel)} <b translate="no">{data.coordinator.name}</b>
                </>
              ) : (
                t('case.noCoordinator')
              )}
            </span>
            <span>
              {t('case.reference')} <b translate="no">{data.reference}</b>
            </span>
            {data.status === 'closed' && data.closing ? <Badge>{t('case.closedOn', { date: date(data.closing.closedOn) })}</Badge> : null}
          </p>
          {meta}
        </PageHead>
        <Tabs label={t('case.pages')} tabs={tabs} />
      </div>
      {children}
    </>
  );
}

/** The frame of every page of one family: its name, coordinator and tabs. The case comes from `:caseId` in the address. */
export function CaseFrame({ end, meta, children }: { end?: (data: Case) => ReactNode; meta?: (data: Case) => ReactNode; children: (data: Case) => ReactNode }) {
  const { caseId = '' } = useParams();
  return (
    <Loaded query={useCase(caseId)}>
      {(data) => (
        <Frame data={data} end={end?.(data)} meta={meta?.(data)}>
          {children(data)}
        </Frame>
      )}
    </Loaded>
  );
}

/** A page under a page of one family, such as a form: a crumb back, and its own heading. */
export function CaseSubPage({ back, title, lead, children }: { back: (data: Case) => { to: string; label: ReactNode }; title: (data: Case) => ReactNode; lead?: (data: Case) => ReactNode; children: (data: Case) => ReactNode }) {
  const { caseId = '' } = useParams();
  return (
    <Loaded query={useCase(caseId)}>
      {(data) => (
        <>
          <PageHead crumb={<Link to={back(data).to}>{back(data).label}</Link>}>
            <Heading level={1}>{title(data)}</Heading>
            {lead ? <p className="ep-soft ep-measure">{lead(data)}</p> : null}
          </PageHead>
          {children(data)}
        </>
      )}
    </Loaded>
  );
}
