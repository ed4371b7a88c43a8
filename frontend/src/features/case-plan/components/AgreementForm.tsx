import { useMemo } from 'react';
import { paths, useReference, type Agreement, type AgreementFields, type Case } from '@/api';
import { today, useTranslation, useWords } from '@/i18n';
import { errorAt, fieldIds, HidingFields, ItemEditForm, ItemForm, useItemEdit, useNewItem, type FieldsProps } from '@/parts';
import { CheckboxGroup, DateField, SelectField, TextArea, TextField, type FieldError } from '@/ui';
import { phoneOf, useActorChoices, type ActorChoice } from '../actors';
import { useConflictRules } from '../rules';
import { agreementBody, agreementFieldNames, agreementFields, agreementValues, newAgreement, type AgreementValues } from '../values';
import { RemoveButton } from './RemoveButton';

export const agreementFormOf = (agreement: Agreement) => `agreement:${agreement.id}`;
export const newAgreementFormOf = (data: Case) => `agreement-new:${data.id}`;

function AgreementInputs({ data, choices, ...form }: FieldsProps<AgreementValues> & { data: Case; choices: ActorChoice[] }) {
  const { t } = useTranslation('casePlan');
  const word = useWords();
  const types = useReference().data?.agreementTypes ?? [];
  const { prefix, values, change, errors } = form;
  const { id } = fieldIds(prefix);
  return (
    <>
      <TextArea id={id('text')} voice label={t('agreement.text')} help={t('agreement.textHelp')} error={errorAt(errors, id('text'))} rows={2} maxLength={4000} value={values.text} onChange={(text) => change({ text })} />
      <CheckboxGroup
        id={id('parties')}
        chips
        legend={t('agreement.parties')}
        error={errorAt(errors, id('parties'))}
        choices={choices.map((choice) => ({ value: choice.key, label: <bdi translate="no">{choice.label}</bdi> }))}
        values={values.parties}
        onChange={(parties) => change({ parties })}
      />
      <TextField id={id('otherParties')} label={t('agreement.otherParties')} help={t('agreement.otherPartiesHelp')} maxLength={400} value={values.otherParties} onChange={(otherParties) => change({ otherParties })} />
      <div className="ep-two">
        <SelectField id={id('type')} label={t('agreement.type')} error={errorAt(errors, id('type'))} value={values.type} onChange={(type) => change({ type })} empty={t('choose')} options={types.map((code) => ({ value: code, label: word('agreementTypes', code) }))} />
        <DateField id={id('reviewDate')} label={t('agreement.reviewDate')} error={errorAt(errors, id('reviewDate'))} min={today()} value={values.reviewDate} onChange={(reviewDate) => change({ reviewDate })} />
      </div>
      <HidingFields {...form} data={data} />
    </>
  );
}

function useCheck(prefix: string): (values: AgreementValues) => FieldError[] {
  const { t } = useTranslation('casePlan');
  const { id } = fieldIds(prefix);
  return (values) => [
    ...(values.text.trim() === '' ? [{ fieldId: id('text'), text: t('missing.agreementText') }] : []),
    ...(values.parties.length === 0 && values.otherParties.trim() === '' ? [{ fieldId: id('parties'), text: t('missing.parties') }] : []),
    ...(values.type === '' ? [{ fieldId: id('type'), text: t('missing.type') }] : []),
  ];
}

/** `finding`: what the check found and this agreement is about. */
export function NewAgreementForm({ data, finding, onClose }: { data: Case; finding: string | null; onClose: () => void }) {
  const { t } = useTranslation('casePlan');
  const prefix = 'agreement-new';
  const choices = useActorChoices(data);
  const form = useNewItem({
    form: newAgreementFormOf(data), caseId: data.id, path: paths.agreements(data.id), initial: newAgreement, toBody: (values) => ({ ...agreementBody(values, choices), ...(finding ? { finding } : {}) }),
    fieldOf: fieldIds(prefix).fieldOf, check: useCheck(prefix), onMade: onClose,
  });
  return (
    <ItemForm {...form} label={t('agreement.add')} saveLabel={t('agreement.add')} onCancel={onClose}>
      <AgreementInputs prefix={prefix} values={form.values} change={form.change} errors={form.errors} data={data} choices={choices} />
    </ItemForm>
  );
}

export function AgreementEditForm({ data, agreement, onClose }: { data: Case; agreement: Agreement; onClose: () => void }) {
  const { t } = useTranslation('casePlan');
  const prefix = `agreement-${agreement.id}`;
  const path = paths.agreement(data.id, agreement.id);
  const kept = useMemo(() => agreement.parties, [agreement.parties]);
  const choices = useActorChoices(data, kept);
  const edit = useItemEdit<AgreementFields, Agreement, AgreementValues>({
    form: agreementFormOf(agreement), caseId: data.id, path, item: agreement, fields: agreementFieldNames, toValues: agreementValues, toFields: (values) => agreementFields(values, choices),
    fieldOf: fieldIds(prefix).fieldOf, check: useCheck(prefix), onSaved: onClose,
  });
  return (
    <ItemEditForm
      edit={edit}
      label={t('agreement.change')}
      rules={useConflictRules(data).agreement}
      phoneOf={phoneOf(data)}
      onCancel={onClose}
      more={<RemoveButton caseId={data.id} path={path} version={agreement.version} title={t('agreement.removeTitle')} text={agreement.text} onRemoved={onClose} />}
    >
      <AgreementInputs prefix={prefix} values={edit.values} change={edit.change} errors={edit.errors} data={data} choices={choices} />
    </ItemEditForm>
  );
}
