import type { Case, Goal, Plan } from '@/api';
import { useDates, useList, useTranslation, useWords } from '@/i18n';
import { caseNames, CodeBadge, GoalScale } from '@/parts';
import { Badge, Card, UserText } from '@/ui';
import type { Ticking } from '../useTick';
import { Actions } from './Actions';

/** One goal: what it is about, in whose words, how far it is, and who does what. */
export function GoalBlock({ data, plan, goal, ticking }: { data: Case; plan: Plan; goal: Goal; ticking: Ticking }) {
  const { t } = useTranslation('family');
  const word = useWords();
  const { date } = useDates();
  const list = useList();
  const names = goal.forMembers.map(caseNames(data).of).filter(Boolean);
  return (
    <Card as="article" tight>
      <div className="family-goal">
        <p className="family-goal__head">
          <CodeBadge code={goal.domain} names={plan.lifeDomains} />
          {goal.status === 'open' ? null : <Badge tone={goal.status === 'reached' ? 'good' : 'plain'}>{word('goalStatuses', goal.status)}</Badge>}
        </p>
        <h3 className="ep-voice">
          <UserText>{goal.text}</UserText>
        </h3>
        {names.length > 0 || goal.targetDate ? (
          <p className="ep-soft ep-small">
            {[names.length > 0 ? t('plan.goalFor', { names: list(names) }) : null, goal.targetDate ? t('plan.goalBefore', { date: date(goal.targetDate) }) : null].filter(Boolean).join(' · ')}
          </p>
        ) : null}
        <GoalScale baseline={goal.baseline} current={goal.current} target={goal.target} wide />
        <Actions data={data} actions={goal.actions} ticking={ticking} withWho />
      </div>
    </Card>
  );
}
