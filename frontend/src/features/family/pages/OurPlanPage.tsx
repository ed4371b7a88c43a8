import { usePlan, usePlanVersions, type Case, type Plan } from '@/api';
import { useDates, useList, useTranslation, useWords } from '@/i18n';
import { Agenda, caseNames, FamilyCase, Findings, KeptLine, Loaded, may } from '@/parts';
import { pages } from '@/routing';
import { Button, ButtonLink, Card, Heading, Icon, Link, Notice, PageHead, Paragraph, Row, StatePage, UserText, Voice } from '@/ui';
import { Answers } from '../components/Answers';
import { ClosedPlan } from '../components/ClosedPlan';
import { GoalBlock } from '../components/GoalBlock';
import { LookBack } from '../components/LookBack';
import { useTick } from '../useTick';
import '../components/family.css';

function Wish({ data, plan }: { data: Case; plan: Plan }) {
  const { t } = useTranslation('family');
  const { date } = useDates();
  const change = may(data, 'edit-plan');
  return (
    <section aria-labelledby="wish">
      <Heading level={2} id="wish">
        {t('plan.wish')}
      </Heading>
      {plan.ownGoal ? (
        <div className="family-wish">
          <Voice as="blockquote">
            “<UserText>{plan.ownGoal}</UserText>”
          </Voice>
        </div>
      ) : (
        <Paragraph soft>{t('plan.noWish')}</Paragraph>
      )}
      {plan.ownGoalUntil ? <Paragraph soft>{t('plan.until', { date: date(plan.ownGoalUntil) })}</Paragraph> : null}
      {change ? (
        <p className="ep-no-print">
          <ButtonLink icon="edit" to={pages.ownGoal}>
            {plan.ownGoal ? t('plan.changeWish') : t('plan.writeWish')}
          </ButtonLink>
        </p>
      ) : null}
      {plan.sharedGoal ? (
        <>
          <Heading level={3}>{t('plan.shared')}</Heading>
          <Voice>
            <UserText>{plan.sharedGoal}</UserText>
          </Voice>
          {plan.sharedGoalUntil ? <Paragraph soft>{t('plan.until', { date: date(plan.sharedGoalUntil) })}</Paragraph> : null}
        </>
      ) : null}
    </section>
  );
}

function Agreements({ data, plan }: { data: Case; plan: Plan }) {
  const { t } = useTranslation('family');
  const list = useList();
  const word = useWords();
  const { date } = useDates();
  if (plan.agreements.length === 0) return null;
  return (
    <section aria-labelledby="agreements">
      <Heading level={2} id="agreements">
        {t('plan.agreements')}
      </Heading>
      <Card flush>
        <ul className="family-rows">
          {plan.agreements.map((agreement) => (
            <li key={agreement.id}>
              <p className="ep-soft ep-small">{word('agreementTypes', agreement.type)}</p>
              <p>
                <UserText>{agreement.text}</UserText>
              </p>
              <p className="ep-soft ep-small">
                {agreement.parties.length > 0 ? t('plan.between', { names: list(agreement.parties.map(caseNames(data).actor)) }) : ''}
                {agreement.reviewDate ? ` ${t('plan.review', { date: date(agreement.reviewDate) })}` : ''}
              </p>
              <KeptLine data={data} agreement={agreement} />
            </li>
          ))}
        </ul>
      </Card>
    </section>
  );
}

function State({ data, plan }: { data: Case; plan: Plan }) {
  const { t } = useTranslation('family');
  const versions = usePlanVersions(data.id).data;
  const version = versions?.find((one) => one.number === plan.currentVersion);
  if (plan.currentVersion === null) return <Paragraph soft>{t('plan.draft')}</Paragraph>;
  const answered = version?.approvals.some((one) => one.memberId === data.myFamilyMemberId);
  return (
    <>
      <Paragraph soft>{t(plan.status === 'agreed' ? 'plan.agreed' : 'plan.putForward', { number: plan.currentVersion })}</Paragraph>
      {version && !answered && may(data, 'agree') ? (
        <Notice tone="new" icon="ask">
          <div className="ep-stack">
            <p>{t('plan.question', { number: plan.currentVersion })}</p>
            <p className="ep-no-print">
              <ButtonLink kind="main" to={pages.agree}>
                {t('plan.answer')}
              </ButtonLink>
            </p>
          </div>
        </Notice>
      ) : null}
      {plan.changedSinceVersion ? <Paragraph soft>{t('plan.changedSince', { number: plan.currentVersion })}</Paragraph> : null}
    </>
  );
}

function OurPlan({ data, plan }: { data: Case; plan: Plan }) {
  const { t } = useTranslation('family');
  const ticking = useTick(data.id);
  const version = usePlanVersions(data.id).data?.find((one) => one.number === plan.currentVersion);
  const goals = [...plan.goals].filter((goal) => goal.status !== 'dropped').sort((a, b) => a.rank - b.rank);
  return (
    <>
      <PageHead>
        <Heading level={1}>{t('plan.title')}</Heading>
        <State data={data} plan={plan} />
      </PageHead>
      <div className="family-page">
        <ClosedPlan data={data} />
        <Wish data={data} plan={plan} />
        <section aria-labelledby="goals">
          <Heading level={2} id="goals">
            {t('plan.goals')}
          </Heading>
          {goals.length === 0 ? (
            <StatePage level={2} seats={[{ shape: 'family', taken: true }, { shape: 'professional', taken: false }, { shape: 'network', taken: false }]} title={t('plan.noGoals')}>
              <Paragraph>{t('plan.noGoalsText')}</Paragraph>
            </StatePage>
          ) : (
            <div className="ep-stack">
              {goals.map((goal) => (
                <GoalBlock key={goal.id} data={data} plan={plan} goal={goal} ticking={ticking} />
              ))}
            </div>
          )}
        </section>
        <Agreements data={data} plan={plan} />
        {data.status === 'open' ? (
          <>
            <Findings data={data} family />
            <Agenda data={data} />
          </>
        ) : null}
        <LookBack data={data} plan={plan} />
        {version ? (
          <section aria-labelledby="answers">
            <Heading level={2} id="answers">
              {t('plan.answers', { number: version.number })}
            </Heading>
            <Answers data={data} version={version} />
            {may(data, 'agree') ? (
              <p className="ep-more ep-no-print">
                <Link to={pages.agree}>{t('plan.seeAgree')}</Link>
                <Icon name="next" size="s" />
              </p>
            ) : null}
          </section>
        ) : null}
        <Row>
          <Button icon="print" className="ep-no-print" onClick={() => window.print()}>
            {t('print')}
          </Button>
          <span className="ep-no-print">
            <ButtonLink icon="print" to={pages.paper}>
              {t('printHelpers')}
            </ButtonLink>
          </span>
        </Row>
      </div>
    </>
  );
}

/** The plan in the family's own words. */
export function OurPlanPage() {
  return (
    <FamilyCase withPlan>{(data) => <PlanOf data={data} />}</FamilyCase>
  );
}

function PlanOf({ data }: { data: Case }) {
  return <Loaded query={usePlan(data.id)}>{(plan) => <OurPlan data={data} plan={plan} />}</Loaded>;
}
