import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { isApiError, keys, paths, saveMerging, type Action, type Case } from '@/api';
import { today, useDates, useTranslation } from '@/i18n';
import { caseNames, FocusFirst, HiddenBadge, may, useInPlace } from '@/parts';
import { Button, DomainBadge, Hidden, PersonMark, UserText, useToasts, type Domain } from '@/ui';
import { mayTick, shapeOf } from '../actors';
import { ActionEditForm, actionFormOf } from './ActionForm';

function useTick(data: Case, action: Action) {
  const client = useQueryClient();
  const { t } = useTranslation('casePlan');
  const { t: common } = useTranslation();
  const { say } = useToasts();
  const [wanted, setWanted] = useState<boolean | null>(null);
  const tick = async (done: boolean) => {
    if (wanted !== null) return;
    setWanted(done);
    try {
      await saveMerging<Pick<Action, 'done'>, Action>(paths.action(data.id, action.id), action, { done }, ['done']);
      await client.invalidateQueries({ queryKey: keys.case(data.id) });
      say(t(done ? 'action.isDone' : 'action.isOpen'), { undo: undefined });
    } catch (error) {
      say(common(isApiError(error, 'network') ? 'errors.network' : isApiError(error, 'forbidden') ? 'errors.forbidden' : 'errors.server'));
    } finally {
      setWanted(null);
    }
  };
  return { done: wanted ?? action.done, tick };
}

/** One line of the ledger: done, what, who, when. */
export function ActionRow({ data, action, domains, goalDomain, find }: { data: Case; action: Action; domains: Domain[]; goalDomain: string; find: (code: string) => Domain }) {
  const { t } = useTranslation('casePlan');
  const dates = useDates();
  const form = useInPlace(actionFormOf(action));
  const { done, tick } = useTick(data, action);
  if (form.open)
    return (
      <li className="cp-acts__form">
        <FocusFirst when={form.byHand}>
          <ActionEditForm data={data} action={action} domains={domains} onClose={form.hide} />
        </FocusFirst>
      </li>
    );
  const late = !action.done && action.due !== null && action.due < today();
  return (
    <li>
      <input className="ep-tick" type="checkbox" checked={done} aria-label={t('action.doneLabel', { text: action.text })} disabled={!mayTick(data, action.actor)} onChange={(event) => void tick(event.currentTarget.checked)} />
      <span className="cp-acts__what">
        <UserText>{action.text}</UserText> {action.domain && action.domain !== goalDomain ? <DomainBadge domain={find(action.domain)} plain /> : null} <HiddenBadge hidden={action.hiddenFromFamily} />
      </span>
      <span className="cp-acts__who">
        {action.actor && action.actor.kind !== 'none' ? (
          <>
            <PersonMark name={action.actor.label} shape={shapeOf(action.actor)} size="s" />
            <UserText>{caseNames(data).actor(action.actor)}</UserText>
          </>
        ) : (
          <span className="cp-ask">{t('action.nobody')}</span>
        )}
      </span>
      <span className={late ? 'cp-ask' : 'ep-soft'}>{action.done ? t('action.done') : action.due ? (late ? t('action.late', { date: dates.date(action.due) }) : t('action.before', { date: dates.date(action.due) })) : t('action.noDate')}</span>
      {may(data, 'edit-plan') ? (
        <Button kind="quiet" small data-opens={actionFormOf(action)} onClick={form.show}>
          {t('change')}
          <Hidden>: {action.text}</Hidden>
        </Button>
      ) : null}
    </li>
  );
}
