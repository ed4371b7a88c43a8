import { useState } from 'react';
import { paths, readDraft, useReference, type Case, type Involvement } from '@/api';
import { useList, useTranslation, useWords } from '@/i18n';
import { errorAt, ItemForm, shortNames, useNewItem } from '@/parts';
import { Button, Dialog, Paragraph, RadioGroup, useToasts, type FieldError } from '@/ui';
import { idOf, othersOf } from '../form';
import { covers, toldAboutTreatment, treatmentSubject } from '../matching';

const formOf = (card: Involvement) => `treatment:${card.id}`;

function TreatmentForm({ data, card, onDone }: { data: Case; card: Involvement; onDone: () => void }) {
  const { t } = useTranslation('card');
  const word = useWords();
  const list = useList();
  const { say } = useToasts();
  const reference = useReference().data;
  const subjects = reference?.subjects ?? [];
  const name = shortNames(data.household);
  const patients = data.household.filter((member) => card.leadPractitionerOf.includes(member.id) || card.gives.some((give) => covers(give.subject, treatmentSubject, subjects) && give.about.includes(member.id)));
  const ids = { memberId: idOf('treatment', 'memberId'), status: idOf('treatment', 'status') };
  const check = (values: { memberId: string; status: string }): FieldError[] => [
    ...(values.memberId === '' ? [{ fieldId: ids.memberId, text: t('treatment.missingMember') }] : []),
    ...(values.status === '' ? [{ fieldId: ids.status, text: t('treatment.missingStatus') }] : []),
  ];
  const form = useNewItem({
    form: formOf(card), caseId: data.id, path: paths.treatmentStatus(data.id), initial: { memberId: patients.length === 1 ? (patients[0]?.id ?? '') : '', status: '' }, toBody: (values) => values, check,
    fieldOf: (pointer) => idOf('treatment', pointer.slice(1)),
    onMade: () => {
      say(t('treatment.done'));
      onDone();
    },
  });
  const told = form.values.memberId === '' ? null : toldAboutTreatment(card.id, form.values.memberId, othersOf(data, card), subjects);
  return (
    <ItemForm {...form} label={t('treatment.title')} saveLabel={t('treatment.send')} onCancel={onDone}>
      <Paragraph>{t('treatment.lead')}</Paragraph>
      <RadioGroup id={ids.memberId} legend={t('treatment.member')} error={errorAt(form.errors, ids.memberId)} choices={patients.map((member) => ({ value: member.id, label: <bdi translate="no">{name(member.id)}</bdi> }))} value={form.values.memberId} onChange={(memberId) => form.change({ memberId })} />
      <RadioGroup id={ids.status} legend={t('treatment.status')} error={errorAt(form.errors, ids.status)} choices={(reference?.treatmentStatuses ?? []).map((code) => ({ value: code, label: word('treatmentStatuses', code) }))} value={form.values.status} onChange={(status) => form.change({ status })} />
      {told === null ? null : <Paragraph soft>{told.length > 0 ? t('treatment.told', { names: list(told) }) : t('treatment.toldNobody')}</Paragraph>}
    </ItemForm>
  );
}

/** Says how a treatment stands: only who wants to know that about that person is told. */
export function Treatment({ data, card }: { data: Case; card: Involvement }) {
  const { t } = useTranslation('card');
  const [open, setOpen] = useState(() => readDraft(formOf(card)) !== null);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('treatment.open')}</Button>
      <Dialog title={t('treatment.title')} open={open} onClose={() => setOpen(false)}>
        <TreatmentForm data={data} card={card} onDone={() => setOpen(false)} />
      </Dialog>
    </>
  );
}
