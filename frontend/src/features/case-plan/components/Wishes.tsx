import { paths, type Case, type Plan, type PlanFields } from '@/api';
import { today, useDates, useTranslation } from '@/i18n';
import { errorAt, fieldIds, FocusFirst, ItemEditForm, may, useInPlace, useItemEdit } from '@/parts';
import { Button, DateField, TextArea, UserText, Voice } from '@/ui';
import { phoneOf } from '../actors';

type Fields = Pick<PlanFields, 'ownGoal' | 'ownGoalUntil' | 'sharedGoal' | 'sharedGoalUntil'>;
type Values = { ownGoal: string; ownGoalUntil: string; sharedGoal: string; sharedGoalUntil: string };
const names = ['ownGoal', 'ownGoalUntil', 'sharedGoal', 'sharedGoalUntil'] as const;
const toValues = (plan: Plan): Values => ({ ownGoal: plan.ownGoal ?? '', ownGoalUntil: plan.ownGoalUntil ?? '', sharedGoal: plan.sharedGoal ?? '', sharedGoalUntil: plan.sharedGoalUntil ?? '' });
const toFields = (values: Values): Fields => {
  const orNull = (text: string) => (text.trim() === '' ? null : text);
  return { ownGoal: orNull(values.ownGoal), ownGoalUntil: orNull(values.ownGoalUntil), sharedGoal: orNull(values.sharedGoal), sharedGoalUntil: orNull(values.sharedGoalUntil) };
};

function WishesForm({ data, plan, onClose }: { data: Case; plan: Plan; onClose: () => void }) {
  const { t } = useTranslation('casePlan');
  const dates = useDates();
  const { id, fieldOf } = fieldIds('wishes');
  const edit = useItemEdit<Fields, Plan, Values>({ form: formOf(data), caseId: data.id, path: paths.plan(data.id), item: plan, fields: names, toValues, toFields, fieldOf, onSaved: onClose });
  const { values, change, errors } = edit;
  const describe = (value: unknown) => (typeof value === 'string' ? dates.date(value) : '');
  return (
    <ItemEditForm
      edit={edit}
      label={t('wishes.change')}
      phoneOf={phoneOf(data)}
      onCancel={onClose}
      rules={{ ownGoal: { label: t('wishes.own') }, ownGoalUntil: { label: t('wishes.ownUntil'), describe }, sharedGoal: { label: t('wishes.shared') }, sharedGoalUntil: { label: t('wishes.sharedUntil'), describe } }}
    >
      <TextArea id={id('ownGoal')} voice label={t('wishes.own')} help={t('wishes.ownHelp')} error={errorAt(errors, id('ownGoal'))} maxLength={4000} value={values.ownGoal} onChange={(ownGoal) => change({ ownGoal })} />
      <DateField id={id('ownGoalUntil')} label={t('wishes.ownUntil')} error={errorAt(errors, id('ownGoalUntil'))} min={today()} value={values.ownGoalUntil} onChange={(ownGoalUntil) => change({ ownGoalUntil })} />
      <TextArea id={id('sharedGoal')} voice label={t('wishes.shared')} help={t('wishes.sharedHelp')} error={errorAt(errors, id('sharedGoal'))} maxLength={4000} value={values.sharedGoal} onChange={(sharedGoal) => change({ sharedGoal })} />
      <DateField id={id('sharedGoalUntil')} label={t('wishes.sharedUntil')} error={errorAt(errors, id('sharedGoalUntil'))} min={today()} value={values.sharedGoalUntil} onChange={(sharedGoalUntil) => change({ sharedGoalUntil })} />
    </ItemEditForm>
  );
}

const formOf = (data: Case) => `plan-wishes:${data.id}`;

/** What the family wants, in its own words and large; beside it what everybody works on together. */
export function Wishes({ data, plan }: { data: Case; plan: Plan }) {
  const { t } = useTranslation('casePlan');
  const dates = useDates();
  const form = useInPlace(formOf(data));
  if (form.open)
    return (
      <FocusFirst when={form.byHand}>
        <WishesForm data={data} plan={plan} onClose={form.hide} />
      </FocusFirst>
    );
  const until = (day: string | null) => (day ? t('wishes.until', { date: dates.date(day) }) : '');
  return (
    <section className="cp-wish" aria-label={t('wishes.title')}>
      <div>
        <h2>{`${t('wishes.own')} ${until(plan.ownGoalUntil)}`.trim()}</h2>
        {plan.ownGoal ? (
          <Voice as="blockquote">
            <UserText>{plan.ownGoal}</UserText>
          </Voice>
        ) : (
          <p className="ep-soft">{t('wishes.none')}</p>
        )}
      </div>
      <div>
        <h2>{`${t('wishes.shared')} ${until(plan.sharedGoalUntil)}`.trim()}</h2>
        {plan.sharedGoal ? (
          <Voice>
            <UserText>{plan.sharedGoal}</UserText>
          </Voice>
        ) : (
          <p className="ep-soft">{t('wishes.none')}</p>
        )}
      </div>
      {may(data, 'edit-plan') ? (
        <p className="cp-wish__end">
          <Button kind="quiet" small data-opens={formOf(data)} onClick={form.show}>
            {t(plan.ownGoal || plan.sharedGoal ? 'wishes.change' : 'wishes.write')}
          </Button>
        </p>
      ) : null}
    </section>
  );
}
