import { paths, type Case, type Goal, type GoalFields } from '@/api';
import { today, useTranslation, useWords } from '@/i18n';
import { errorAt, fieldIds, HidingFields, ItemEditForm, ItemForm, shortNames, useItemEdit, useNewItem, type FieldsProps } from '@/parts';
import { CheckboxGroup, DateField, NumberField, SelectField, TextArea, type Domain, type FieldError } from '@/ui';
import { phoneOf } from '../actors';
import { useConflictRules } from '../rules';
import { goalBody, goalFieldNames, goalFields, goalValues, newGoal, type GoalValues } from '../values';
import { DomainField } from './fields';
import { RemoveButton } from './RemoveButton';

export const goalFormOf = (goal: Goal) => `goal:${goal.id}`;
export const newGoalFormOf = (data: Case) => `goal-new:${data.id}`;

type Extra = { data: Case; domains: Domain[]; count: number; isNew?: boolean };

function GoalInputs({ data, domains, count, isNew, ...form }: FieldsProps<GoalValues> & Extra) {
  const { t } = useTranslation('casePlan');
  const word = useWords();
  const { prefix, values, change, errors } = form;
  const { id } = fieldIds(prefix);
  const name = shortNames(data.household);
  const statuses = ['open', 'reached', 'partly-reached', 'not-reached', 'dropped'];
  const places = Array.from({ length: Math.max(1, count) }, (_, index) => ({ value: String(index + 1), label: String(index + 1) }));
  return (
    <>
      <TextArea id={id('text')} voice label={t('goal.text')} help={t('goal.textHelp')} error={errorAt(errors, id('text'))} rows={2} maxLength={4000} value={values.text} onChange={(text) => change({ text })} />
      <div className="ep-two">
        <DomainField {...form} domains={domains} />
        <DateField id={id('targetDate')} label={t('goal.targetDate')} error={errorAt(errors, id('targetDate'))} min={today()} value={values.targetDate} onChange={(targetDate) => change({ targetDate })} />
      </div>
      <CheckboxGroup
        id={id('forMembers')}
        chips
        legend={t('goal.forMembers')}
        help={t('goal.forMembersHelp')}
        error={errorAt(errors, id('forMembers'))}
        choices={data.household.map((member) => ({ value: member.id, label: <bdi translate="no">{name(member.id)}</bdi> }))}
        values={values.forMembers}
        onChange={(forMembers) => change({ forMembers })}
      />
      <fieldset className="cp-scores">
        <legend className="ep-legend">{t('goal.scores')}</legend>
        <p className="ep-help">{t('goal.scoresHelp')}</p>
        <div>
          <NumberField id={id('baseline')} label={t('goal.baseline')} error={errorAt(errors, id('baseline'))} value={values.baseline} onChange={(baseline) => change({ baseline })} />
          <NumberField id={id('current')} label={t('goal.current')} error={errorAt(errors, id('current'))} value={values.current} onChange={(current) => change({ current })} />
          <NumberField id={id('target')} label={t('goal.target')} error={errorAt(errors, id('target'))} value={values.target} onChange={(target) => change({ target })} />
        </div>
      </fieldset>
      {isNew ? null : (
        <div className="ep-two">
          <SelectField id={id('status')} label={t('goal.status')} error={errorAt(errors, id('status'))} value={values.status} onChange={(status) => change({ status })} options={statuses.map((code) => ({ value: code, label: word('goalStatuses', code) }))} />
          <SelectField id={id('rank')} label={t('goal.rank')} error={errorAt(errors, id('rank'))} value={values.rank} onChange={(rank) => change({ rank })} options={places} />
        </div>
      )}
      <HidingFields {...form} data={data} />
    </>
  );
}

function useGoalCheck(prefix: string): (values: GoalValues) => FieldError[] {
  const { t } = useTranslation('casePlan');
  const { id } = fieldIds(prefix);
  return (values) => {
    const wrong: FieldError[] = [];
    if (values.text.trim() === '') wrong.push({ fieldId: id('text'), text: t('missing.goalText') });
    if (values.domain === '') wrong.push({ fieldId: id('domain'), text: t('missing.domain') });
    for (const field of ['baseline', 'current', 'target'] as const)
      if (values[field].trim() !== '' && !/^([0-9]|10)$/.test(values[field].trim())) wrong.push({ fieldId: id(field), text: t('missing.score') });
    return wrong;
  };
}

export function NewGoalForm({ data, domains, domain, count, onClose }: Omit<Extra, 'isNew'> & { domain: string; onClose: () => void }) {
  const { t } = useTranslation('casePlan');
  const prefix = 'goal-new';
  const form = useNewItem({ form: newGoalFormOf(data), caseId: data.id, path: paths.goals(data.id), initial: newGoal(domain), toBody: goalBody, fieldOf: fieldIds(prefix).fieldOf, check: useGoalCheck(prefix), onMade: onClose });
  return (
    <ItemForm {...form} label={t('goal.add')} saveLabel={t('goal.add')} onCancel={onClose}>
      <GoalInputs prefix={prefix} values={form.values} change={form.change} errors={form.errors} data={data} domains={domains} count={count} isNew />
    </ItemForm>
  );
}

export function GoalEditForm({ data, goal, domains, count, onClose }: Omit<Extra, 'isNew'> & { goal: Goal; onClose: () => void }) {
  const { t } = useTranslation('casePlan');
  const prefix = `goal-${goal.id}`;
  const path = paths.goal(data.id, goal.id);
  const edit = useItemEdit<GoalFields, Goal, GoalValues>({
    form: goalFormOf(goal), caseId: data.id, path, item: goal, fields: goalFieldNames, toValues: goalValues, toFields: goalFields, fieldOf: fieldIds(prefix).fieldOf, check: useGoalCheck(prefix), onSaved: onClose,
  });
  return (
    <ItemEditForm
      edit={edit}
      label={t('goal.change')}
      rules={useConflictRules(data).goal}
      phoneOf={phoneOf(data)}
      onCancel={onClose}
      more={<RemoveButton caseId={data.id} path={path} version={goal.version} title={t('goal.removeTitle')} text={t('goal.removeText')} onRemoved={onClose} />}
    >
      <GoalInputs prefix={prefix} values={edit.values} change={edit.change} errors={edit.errors} data={data} domains={domains} count={count} />
    </ItemEditForm>
  );
}
