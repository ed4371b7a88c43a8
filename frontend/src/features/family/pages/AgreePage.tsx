import { usePlanVersion, usePlanVersions, type Case, type Plan, type PlanVersion, type PlanVersionListItem } from '@/api';
import { useDates, useList, useTranslation } from '@/i18n';
import { caseNames, FamilyCase, Loaded, may, NotForYou } from '@/parts';
import { pages } from '@/routing';
import { ButtonLink, Heading, Icon, Link, PageHead, Paragraph, StatePage, UserText } from '@/ui';
import { AnswerForm } from '../components/AnswerForm';
import { Answers } from '../components/Answers';
import { ChangeList } from '../components/ChangeList';
import { planChanges } from '../diff';
import '../components/family.css';

const empty: Plan = {
  version: 0, ownGoal: null, ownGoalUntil: null, sharedGoal: null, sharedGoalUntil: null, lifeDomains: [], evaluationDate: null,
  status: 'draft', currentVersion: null, changedSinceVersion: false, goals: [], agreements: [],
};
const planOf = (version: PlanVersion): Plan => ({ ...empty, ...(version.plan ?? version) });

function Kept({ before, now }: { before: Plan; now: Plan }) {
  const { t } = useTranslation('family');
  if (!now.ownGoal || before.ownGoal !== now.ownGoal) return null;
  return (
    <p className="family-kept">
      <Icon name="check" />
      <span>
        {t('agree.sameWish')}{' '}
        <b className="ep-voice">
          “<UserText>{now.ownGoal}</UserText>”
        </b>
      </span>
    </p>
  );
}

function Compared({ data, version, before, saidYesTo }: { data: Case; version: PlanVersion; before: PlanVersion | null; saidYesTo: PlanVersionListItem | undefined }) {
  const { t } = useTranslation('family');
  const { date } = useDates();
  const now = planOf(version);
  const list = useList();
  const then = before ? planOf(before) : empty;
  const changes = planChanges(then, now, caseNames(data).actor, list).filter((change) => before !== null || change.what !== 'domains');
  const answer = saidYesTo?.approvals.find((one) => one.memberId === data.myFamilyMemberId);
  const mine = version.approvals.find((one) => one.memberId === data.myFamilyMemberId);
  const lead = !before
    ? t('agree.first')
    : answer
      ? t('agree.sinceYes', { date: date(answer.answeredAt), number: before.number, changes: t('agree.changes', { count: changes.length }), now: version.number })
      : t('agree.since', { number: before.number, changes: t('agree.changes', { count: changes.length }), now: version.number });
  return (
    <>
      <PageHead crumb={<Link to={pages.ourPlan}>{t('plan.title')}</Link>}>
        <Heading level={1}>{t(before ? 'agree.title' : 'agree.titleFirst')}</Heading>
        <p className="ep-soft">{lead}</p>
      </PageHead>
      <div className="family-page">
        <section aria-labelledby="changes">
          <h2 id="changes" className="ep-hidden">
            {t('agree.changesTitle')}
          </h2>
          {changes.length > 0 ? <ChangeList changes={changes} plan={now} first={!before} /> : <Paragraph>{t('agree.nothing')}</Paragraph>}
          {before ? <Kept before={then} now={now} /> : null}
        </section>
        <section aria-labelledby="your-answer">
          <Heading level={2} id="your-answer">
            {t('agree.what', { number: version.number })}
          </Heading>
          <AnswerForm key={version.number} data={data} number={version.number} agreed={before?.status === 'agreed' ? before.number : null} mine={mine} />
        </section>
        <section aria-labelledby="others">
          <Heading level={2} id="others">
            {t('agree.others')}
          </Heading>
          {data.household.some((member) => member.hasAccess && member.id !== data.myFamilyMemberId) ? <Answers data={data} version={version} exceptMe /> : <Paragraph soft>{t('agree.noOthers')}</Paragraph>}
        </section>
      </div>
    </>
  );
}

function Pair({ data, last, compareWith, saidYesTo }: { data: Case; last: number; compareWith: number | null; saidYesTo: PlanVersionListItem | undefined }) {
  const version = usePlanVersion(data.id, last);
  const before = usePlanVersion(data.id, compareWith ?? 0, compareWith !== null);
  return (
    <Loaded query={version}>
      {(now) => (compareWith === null ? <Compared data={data} version={now} before={null} saidYesTo={undefined} /> : <Loaded query={before}>{(then) => <Compared data={data} version={now} before={then} saidYesTo={saidYesTo} />}</Loaded>)}
    </Loaded>
  );
}

function Versions({ data }: { data: Case }) {
  const { t } = useTranslation('family');
  return (
    <Loaded query={usePlanVersions(data.id)}>
      {(versions) => {
        const sorted = [...versions].sort((a, b) => b.number - a.number);
        const [last, previous] = sorted;
        if (!last)
          return (
            <StatePage icon="plan" title={t('agree.none')} actions={<ButtonLink kind="main" to={pages.ourPlan}>{t('agree.toPlan')}</ButtonLink>}>
              <Paragraph>{t('agree.noneText')}</Paragraph>
            </StatePage>
          );
        // The last plan this member said yes to is what "changed" is measured from; otherwise the version before this one.
        const saidYesTo = sorted.find((one) => one.number < last.number && one.approvals.some((answer) => answer.memberId === data.myFamilyMemberId && answer.answer === 'agrees'));
        return <Pair data={data} last={last.number} compareWith={(saidYesTo ?? previous)?.number ?? null} saidYesTo={saidYesTo} />;
      }}
    </Loaded>
  );
}

/** What changed since the version one knows, and whether it is right. */
export function AgreePage() {
  return <FamilyCase>{(data) => (may(data, 'agree') ? <Versions data={data} /> : <NotForYou />)}</FamilyCase>;
}
