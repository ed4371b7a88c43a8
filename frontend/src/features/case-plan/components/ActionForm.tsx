import { useMemo } from 'react';
import { paths, type Action, type ActionFields, type Case, type Goal } from '@/api';
import { today, useTranslation } from '@/i18n';
import { errorAt, fieldIds, HidingFields, ItemEditForm, ItemForm, useItemEdit, useNewItem, type FieldsProps } from '@/parts';
import { DateField, TextField, type Domain, type FieldError } from '@/ui';
import { phoneOf, useActorChoices, type ActorChoice } from '../actors';
import { useConflictRules } from '../rules';
import { actionBody, actionFieldNames, actionFields, actionValues, newAction, type ActionValues } from '../values';
import { ActorField, DomainField } from './fields';
import { RemoveButton } from './RemoveButton';

export const actionFormOf = (action: Action) => `action:${action.id}`;
export const newActionFormOf = (goal: Goal) => `action-new:${goal.id}`;

function ActionInputs({ data, domains, choices, ...form }: FieldsProps<ActionValues> & { data: Case; domains: Domain[]; choices: ActorChoice[] }) {
  const { t } = useTranslation('casePlan');
  const { prefix, values, change, errors } = form;
  const { id } = fieldIds(prefix);
  return (
    <>
      <TextField id={id('text')} label={t('action.text')} help={t('action.textHelp')} error={errorAt(errors, id('text'))} maxLength={4000} value={values.text} onChange={(text) => change({ text })} />
      <ActorField {...form} choices={choices} />
      <div className="ep-two">
        <DateField id={id('due')} label={t('action.due')} error={errorAt(errors, id('due'))} min={today()} value={values.due} onChange={(due) => change({ due })} />
        <DomainField {...form} domains={domains} />
      </div>
      <HidingFields {...form} data={data} />
    </>
  );
}

function useActionCheck(prefix: string): (values: ActionValues) => FieldError[] {
  const { t } = useTranslation('casePlan');
  return (values) => (values.text.trim() === '' ? [{ fieldId: fieldIds(prefix).id('text'), text: t('missing.actionText') }] : []);
}

export function NewActionForm({ data, goal, domains, onClose }: { data: Case; goal: Goal; domains: Domain[]; onClose: () => void }) {
  const { t } = useTranslation('casePlan');
  const prefix = `action-new-${goal.id}`;
  const choices = useActorChoices(data);
  const form = useNewItem({
    form: newActionFormOf(goal), caseId: data.id, path: paths.goalActions(data.id, goal.id), initial: newAction(goal.domain), toBody: (values) => actionBody(values, choices),
    fieldOf: fieldIds(prefix).fieldOf, check: useActionCheck(prefix), onMade: onClose,
  });
  return (
    <ItemForm {...form} label={t('action.add')} saveLabel={t('action.add')} onCancel={onClose}>
      <ActionInputs prefix={prefix} values={form.values} change={form.change} errors={form.errors} data={data} domains={domains} choices={choices} />
    </ItemForm>
  );
}

export function ActionEditForm({ data, action, domains, onClose }: { data: Case; action: Action; domains: Domain[]; onClose: () => void }) {
  const { t } = useTranslation('casePlan');
  const prefix = `action-${action.id}`;
  const path = paths.action(data.id, action.id);
  const kept = useMemo(() => [action.actor], [action.actor]);
  const choices = useActorChoices(data, kept);
  const edit = useItemEdit<Omit<ActionFields, 'done'>, Action, ActionValues>({
    form: actionFormOf(action), caseId: data.id, path, item: action, fields: actionFieldNames, toValues: actionValues, toFields: (values) => actionFields(values, choices),
    fieldOf: fieldIds(prefix).fieldOf, check: useActionCheck(prefix), onSaved: onClose,
  });
  return (
    <ItemEditForm
      edit={edit}
      label={t('action.change')}
      rules={useConflictRules(data).action}
      phoneOf={phoneOf(data)}
      onCancel={onClose}
      more={<RemoveButton caseId={data.id} path={path} version={action.version} title={t('action.removeTitle')} text={action.text} onRemoved={onClose} />}
    >
      <ActionInputs prefix={prefix} values={edit.values} change={edit.change} errors={edit.errors} data={data} domains={domains} choices={choices} />
    </ItemEditForm>
  );
}
