import { useIdentity, usePlan, usePlanVersions, type Case } from '@/api';
import { today, useDates, useTranslation } from '@/i18n';
import { caseNames, FamilyCase, Loaded, may } from '@/parts';
import { pages } from '@/routing';
import { ButtonLink, Card, Heading, Icon, Link, PageHead, Paragraph } from '@/ui';
import { Actions } from '../components/Actions';
import { ClosedPlan } from '../components/ClosedPlan';
import { ContactCard } from '../components/ContactCard';
import { NextMeeting } from '../components/NextMeeting';
import { RecentChanges } from '../components/RecentChanges';
import { actionsOf, allActions } from '../helpers';
import { useTick } from '../useTick';
import '../components/family.css';

const shown = 4;

function MyActions({ data }: { data: Case }) {
  const { t } = useTranslation('family');
  const ticking = useTick(data.id);
  return (
    <section aria-labelledby="my-actions">
      <Heading level={2} id="my-actions">
        {t('today.actions')}
      </Heading>
      <Loaded query={usePlan(data.id)}>
        {(plan) => {
          // What was ticked just now stays, so that a slip of the finger can be undone.
          const mine = actionsOf(plan, data.myFamilyMemberId).filter((action) => !action.done || ticking.wasTicked(action));
          const all = allActions(plan).filter((action) => !action.done).length;
          return (
            <>
              {mine.length === 0 ? <Paragraph soft>{t('today.noActions')}</Paragraph> : <Actions data={data} actions={mine.slice(0, shown)} ticking={ticking} />}
              {all > Math.min(mine.length, shown) ? (
                <p className="ep-more">
                  <Link to={pages.ourPlan}>{t('today.allActions', { count: all })}</Link>
                  <Icon name="next" size="s" />
                </p>
              ) : null}
            </>
          );
        }}
      </Loaded>
    </section>
  );
}

/** A version that waits for the answer of this member. */
function Question({ data }: { data: Case }) {
  const { t } = useTranslation('family');
  const versions = usePlanVersions(data.id).data;
  const last = versions?.reduce((a, b) => (b.number > a.number ? b : a), versions[0] ?? { number: 0, approvals: [] });
  if (!last || last.number === 0 || !may(data, 'agree') || last.approvals.some((one) => one.memberId === data.myFamilyMemberId)) return null;
  return (
    <Card tone="new" tight>
      <div className="ep-stack">
        <Heading level={2}>{t(last.number === 1 ? 'agree.titleFirst' : 'today.question')}</Heading>
        <Paragraph>{t('today.questionText', { number: last.number })}</Paragraph>
        <ButtonLink kind="second" wide to={pages.agree}>
          {t('today.answer')}
        </ButtonLink>
      </div>
    </Card>
  );
}

function Today({ data }: { data: Case }) {
  const { t } = useTranslation('family');
  const { day } = useDates();
  const identity = useIdentity();
  const me = data.household.find((member) => member.id === data.myFamilyMemberId);
  return (
    <>
      <PageHead>
        <Heading level={1}>
          {t('today.hello')} <span translate="no">{caseNames(data).short(me?.name ?? identity.name)}</span>
        </Heading>
        <p className="ep-soft">{t('today.date', { date: day(today()) })}</p>
      </PageHead>
      <div className="family-page">
        {data.status === 'closed' ? (
          <ClosedPlan data={data} withLink />
        ) : (
          <>
            <Question data={data} />
            <NextMeeting data={data} />
            <MyActions data={data} />
          </>
        )}
        <section aria-labelledby="whom">
          <Heading level={2} id="whom">
            {t('today.whom')}
          </Heading>
          <ContactCard data={data} />
        </section>
        <RecentChanges data={data} />
        <ul className="family-links">
          <li>
            <Icon name="people" />
            <Link to={pages.ourPeople}>{t('links.people')}</Link>
          </li>
          {may(data, 'see-access-log') ? (
            <li>
              <Icon name="eye" />
              <Link to={pages.whoLooked}>{t('links.whoLooked')}</Link>
            </li>
          ) : null}
        </ul>
      </div>
    </>
  );
}

/** What matters today: when we meet, what I do, whom I call, what changed. */
export function TodayPage() {
  return <FamilyCase>{(data) => <Today data={data} />}</FamilyCase>;
}
