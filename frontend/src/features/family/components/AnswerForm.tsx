import { useState, type FormEvent } from 'react';
import { api, paths, useCaseDeed, useDraft, type Approval, type Case } from '@/api';
import { useTranslation } from '@/i18n';
import { caseNames, DraftNotice, errorAt, formErrors } from '@/parts';
import { Button, ErrorSummary, Notice, Paragraph, RadioGroup, TextArea, type FieldError } from '@/ui';

type Answer = { answer: string; ownView: string };

const fieldOf = (pointer: string) => (pointer === '/answer' ? 'answer' : pointer === '/ownView' ? 'own-view' : null);

/** Yes or not yet, and in own words why. Both answers are equal; either can be given again. `agreed` is the version that holds until then. */
export function AnswerForm({ data, number, agreed, mine }: { data: Case; number: number; agreed: number | null; mine: Approval | undefined }) {
  const { t } = useTranslation('family');
  const { t: common } = useTranslation();
  const draft = useDraft<Answer>(`agree:${data.id}:${number}`, { answer: mine?.answer ?? '', ownView: mine?.ownView ?? '' });
  const [errors, setErrors] = useState<FieldError[]>([]);
  const [sent, setSent] = useState(false);
  const send = useCaseDeed(data.id, (input: { answer: string; ownView?: string }, key) => api.create(paths.approvals(data.id, number), input, key));
  const { values, change } = draft;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (send.isPending) return;
    setSent(false);
    if (values.answer === '') {
      setErrors([{ fieldId: 'answer', text: t('agree.choose') }]);
      return;
    }
    setErrors([]);
    send.mutate(
      { answer: values.answer, ...(values.ownView.trim() === '' ? {} : { ownView: values.ownView.trim() }) },
      {
        onSuccess: () => {
          draft.saved();
          setSent(true);
        },
        onError: (error) => setErrors(formErrors(error, fieldOf, common)),
      },
    );
  };
  return (
    <form className="ep-form" noValidate onSubmit={submit}>
      <DraftNotice draft={draft} />
      <ErrorSummary errors={errors} />
      <RadioGroup
        big
        id="answer"
        hideLegend
        legend={t('agree.what', { number })}
        error={errorAt(errors, 'answer')}
        value={values.answer}
        onChange={(answer) => change({ answer })}
        choices={[
          { value: 'agrees', label: <b>{t('agree.yes')}</b>, help: t('agree.yesHelp') },
          { value: 'disagrees', label: <b>{t('agree.notYet')}</b>, help: agreed === null ? t('agree.notYetFirst') : t('agree.notYetHelp', { number: agreed }) },
        ]}
      />
      <TextArea id="own-view" label={t('agree.view')} help={t('agree.viewHelp')} rows={4} maxLength={4000} value={values.ownView} onChange={(ownView) => change({ ownView })} error={errorAt(errors, 'own-view')} />
      <Button kind="main" type="submit" wide busy={send.isPending}>
        {mine ? t('agree.sendAgain') : t('agree.send')}
      </Button>
      <div aria-live="polite">
        {sent ? (
          <Notice tone="good">{t(values.answer === 'agrees' ? 'agree.sentYes' : 'agree.sentNotYet')}</Notice>
        ) : (
          <Paragraph soft small>
            {data.coordinator ? t('agree.after', { name: caseNames(data).short(data.coordinator.name) }) : t('agree.afterNobody')}
          </Paragraph>
        )}
      </div>
    </form>
  );
}
