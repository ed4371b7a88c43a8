import { useState } from 'react';
import type { Case, Goal, Plan } from '@/api';
import { useDates, useList, useTranslation, useWords } from '@/i18n';
import { FocusFirst, GoalScale, HiddenBadge, may, shortNames, useInPlace } from '@/parts';
import { Badge, Button, DomainBadge, Heading, Hidden, SectionHead, useDomainWord, UserText, type Domain } from '@/ui';
import { useDomains } from '../domains';
import { ActionRow } from './ActionRow';
import { NewActionForm, newActionFormOf } from './ActionForm';
import { GoalEditForm, goalFormOf, NewGoalForm, newGoalFormOf } from './GoalForm';

type GoalProps = { data: Case; goal: Goal; domains: Domain[]; find: (code: string) => Domain; count: number };

function GoalFacts({ data, goal }: { data: Case; goal: Goal }) {
  const { t } = useTranslation('casePlan');
  const word = useWords();
  const dates = useDates();
  const list = useList();
  const names = goal.forMembers.map(shortNames(data.household)).filter(Boolean);
  const statusTone = goal.status === 'reached' ? 'good' : 'plain';
  return (
    <p className="cp-goal__facts">
      {goal.status === 'open' ? null : <Badge tone={statusTone}>{word('goalStatuses', goal.status)}</Badge>}
      {names.length > 0 ? <span>{t('goal.for', { names: list(names) })}</span> : null}
      {goal.targetDate ? <span>{t('goal.before', { date: dates.date(goal.targetDate) })}</span> : null}
      <HiddenBadge hidden={goal.hiddenFromFamily} />
    </p>
  );
}

function GoalRow({ data, goal, domains, find, count }: GoalProps) {
  const { t } = useTranslation('casePlan');
  const form = useInPlace(goalFormOf(goal));
  const add = useInPlace(newActionFormOf(goal));
  return (
    <article className="cp-goal" aria-labelledby={`goal-title-${goal.id}`}>
      <div className="cp-goal__domain">
        <DomainBadge domain={find(goal.domain)} />
      </div>
      <div>
        {form.open ? (
          <FocusFirst when={form.byHand}>
            <h3 className="ep-hidden" id={`goal-title-${goal.id}`}>
              <UserText>{goal.text}</UserText>
            </h3>
            <GoalEditForm data={data} goal={goal} domains={domains} count={count} onClose={form.hide} />
          </FocusFirst>
        ) : (
          <div className="cp-goal__top">
            <div>
              <h3 id={`goal-title-${goal.id}`}>
                <UserText>{goal.text}</UserText>
              </h3>
              <GoalFacts data={data} goal={goal} />
            </div>
            <GoalScale baseline={goal.baseline} current={goal.current} target={goal.target} />
          </div>
        )}
        {goal.actions.length > 0 ? (
          <ul className="cp-acts">
            {goal.actions.map((action) => (
              <ActionRow key={action.id} data={data} action={action} domains={domains} goalDomain={goal.domain} find={find} />
            ))}
          </ul>
        ) : null}
        {add.open ? (
          <FocusFirst when={add.byHand}>
            <NewActionForm data={data} goal={goal} domains={domains} onClose={add.hide} />
          </FocusFirst>
        ) : null}
        {may(data, 'edit-plan') && !add.open && !form.open ? (
          <p className="cp-goal__deeds">
            <Button small icon="plus" data-opens={newActionFormOf(goal)} onClick={add.show}>
              {t('action.add')}
              <Hidden>: {goal.text}</Hidden>
            </Button>
            <Button kind="quiet" small data-opens={goalFormOf(goal)} onClick={form.show}>
              {t('goal.change')}
              <Hidden>: {goal.text}</Hidden>
            </Button>
          </p>
        ) : null}
      </div>
    </article>
  );
}

/** Goals in the family's order, with their actions; a chosen life domain without a goal says so. */
export function Goals({ data, plan }: { data: Case; plan: Plan }) {
  const { t } = useTranslation('casePlan');
  const { find, chosen, offered } = useDomains(plan);
  const word = useDomainWord();
  const [domain, setDomain] = useState('');
  const form = useInPlace(newGoalFormOf(data));
  const mayEdit = may(data, 'edit-plan');
  const goals = [...plan.goals].sort((a, b) => a.rank - b.rank);
  const empty = chosen.filter((one) => !goals.some((goal) => goal.domain === one.code));
  const start = (code: string) => {
    setDomain(code);
    form.show();
  };
  return (
    <section aria-labelledby="goals">
      <SectionHead
        remark={goals.length > 1 ? t('goals.order') : undefined}
        end={
          mayEdit && !form.open ? (
            <Button small icon="plus" data-opens={newGoalFormOf(data)} onClick={() => start('')}>
              {t('goal.add')}
            </Button>
          ) : undefined
        }
      >
        <Heading level={2} id="goals">
          {t('goals.title')}
        </Heading>
      </SectionHead>
      {form.open ? (
        <FocusFirst when={form.byHand} key={domain}>
          <NewGoalForm data={data} domains={offered} domain={domain} count={goals.length} onClose={form.hide} />
        </FocusFirst>
      ) : null}
      {goals.length === 0 && empty.length === 0 ? <p className="ep-soft">{t('goals.none')}</p> : null}
      {goals.map((goal) => (
        <GoalRow key={goal.id} data={data} goal={goal} domains={offered} find={find} count={goals.length} />
      ))}
      {empty.map((one) => (
        <div className="cp-goal" key={one.code}>
          <div className="cp-goal__domain">
            <DomainBadge domain={one} />
          </div>
          <p className="cp-goal__none">
            <span className="ep-soft">{t('goals.noneHere')}</span>
            {mayEdit && !form.open ? (
              <Button kind="quiet" small onClick={() => start(one.code)}>
                {t('goals.makeOne')}
                <Hidden>: {word(one)}</Hidden>
              </Button>
            ) : null}
          </p>
        </div>
      ))}
    </section>
  );
}
