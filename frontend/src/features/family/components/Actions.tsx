import type { Action, Case } from '@/api';
import { dayOf, today, useDates, useTranslation } from '@/i18n';
import { caseNames } from '@/parts';
import { Notice, TodoList, TodoRow, UserText } from '@/ui';
import { mayTick } from '../helpers';
import type { Ticking } from '../useTick';

function useBy(data: Case): (action: Action, withWho: boolean) => string {
  const { t } = useTranslation('family');
  const { near, day } = useDates();
  return (action, withWho) => {
    const who = withWho ? (action.actor ? caseNames(data).actor(action.actor) : t('actions.nobody')) : null;
    const when = !action.due ? null : dayOf(action.due) < today() ? t('actions.late', { date: near(action.due) }) : t('actions.before', { date: day(action.due) });
    return [who, when].filter(Boolean).join(' · ');
  };
}

/** What is to be done, each with a box to tick. A professional's own action has no box for the family. */
export function Actions({ data, actions, ticking, withWho }: { data: Case; actions: Action[]; ticking: Ticking; withWho?: boolean }) {
  const { t } = useTranslation('family');
  const by = useBy(data);
  if (actions.length === 0) return null;
  return (
    <>
      {ticking.failed ? (
        <Notice tone="error" live>
          {t('actions.failed')}
        </Notice>
      ) : null}
      <TodoList>
        {actions.map((action) =>
          mayTick(data, action) ? (
            <TodoRow
              key={action.id}
              label={action.text}
              text={<UserText>{action.text}</UserText>}
              by={by(action, withWho ?? false)}
              done={ticking.isDone(action)}
              onChange={(done) => ticking.tick(action, done)}
            />
          ) : (
            <li key={action.id} className="family-todo-other">
              <span>
                <UserText>{action.text}</UserText>
                <span className="ep-by">
                  {by(action, true)}
                  {action.done ? ` · ${t('actions.isDone')}` : ''}
                </span>
              </span>
            </li>
          ),
        )}
      </TodoList>
    </>
  );
}
