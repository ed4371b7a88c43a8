import type { FormEvent } from 'react';
import { useNavigate } from 'react-router';
import { paths, useDraft, useReference, type Case } from '@/api';
import { useTranslation, useWords } from '@/i18n';
import { CaseSubPage, DraftNotice, errorAt, fieldIds, may } from '@/parts';
import { pages } from '@/routing';
import { Button, ButtonLink, ErrorSummary, Paragraph, RadioGroup, Row, TextArea, useToasts, UserText } from '@/ui';
import { useCaseState } from '../useCaseState';
import '../case-plan.css';

type Values = { endReason: string; words: string };

function Form({ data }: { data: Case }) {
  const { t } = useTranslation('casePlan');
  const word = useWords();
  const { say } = useToasts();
  const navigate = useNavigate();
  const { id, fieldOf } = fieldIds('close');
  const draft = useDraft<Values>(`close:${data.id}`, { endReason: '', words: '' });
  const { endReason, words } = draft.values;
  const reasons = useReference().data?.endReasons ?? [];
  const close = useCaseState<Partial<Values>>(data, paths.closing(data.id), fieldOf);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (endReason === '') {
      close.setErrors([{ fieldId: id('endReason'), text: t('close.missing') }]);
      return;
    }
    close.send({ endReason, ...(words.trim() === '' ? {} : { words: words.trim() }) }, () => {
      draft.saved();
      say(t('close.done'));
      void navigate(pages.family(data.id), { replace: true });
    });
  };
  return (
    <form className="ep-form cp-close" noValidate onSubmit={submit} aria-label={t('close.title')}>
      <DraftNotice draft={draft} />
      <ErrorSummary errors={close.errors} />
      <ul className="cp-bullets">
        <li>{t('close.stays')}</li>
        <li>{t('close.nothing')}</li>
        <li>{t('close.waiting')}</li>
        <li>{t('close.again')}</li>
      </ul>
      <RadioGroup
        id={id('endReason')}
        legend={t('close.reason')}
        error={errorAt(close.errors, id('endReason'))}
        choices={reasons.map((code) => ({ value: code, label: word('endReasons', code) }))}
        value={endReason}
        onChange={(next) => draft.change({ endReason: next })}
      />
      <TextArea id={id('words')} voice label={t('close.words')} help={t('close.wordsHelp')} error={errorAt(close.errors, id('words'))} rows={3} maxLength={1000} value={words} onChange={(next) => draft.change({ words: next })} />
      <Row>
        <Button type="submit" kind="main" busy={close.busy}>
          {t('close.submit')}
        </Button>
        <ButtonLink kind="quiet" to={pages.family(data.id)}>
          {t('close.not')}
        </ButtonLink>
      </Row>
    </form>
  );
}

/** The end of a plan: why, and what the family and the helpers read about it. */
export function ClosePage() {
  const { t } = useTranslation('casePlan');
  const { t: common } = useTranslation();
  return (
    <CaseSubPage back={(data) => ({ to: pages.family(data.id), label: <UserText>{data.alias}</UserText> })} title={() => t('close.title')}>
      {(data) => (may(data, 'close-case') ? <Form data={data} /> : <Paragraph>{data.status === 'closed' ? common('errors.conflictCode.case-closed') : common('errors.forbidden')}</Paragraph>)}
    </CaseSubPage>
  );
}
