import { paths, useDraft, type Case, type Closing } from '@/api';
import { useDates, useTranslation, useWords } from '@/i18n';
import { errorAt, fieldIds, FocusFirst, ItemForm, may, useInPlace } from '@/parts';
import { pages } from '@/routing';
import { Button, Link, Notice, TextArea, useToasts, UserText, Voice } from '@/ui';
import { useCaseState } from '../useCaseState';

const formOf = (data: Case) => `reopen:${data.id}`;

function ReopenForm({ data, onClose }: { data: Case; onClose: () => void }) {
  const { t } = useTranslation('casePlan');
  const { say } = useToasts();
  const { id, fieldOf } = fieldIds('reopen');
  const draft = useDraft(formOf(data), { words: '' });
  const words = draft.values.words.trim();
  const reopen = useCaseState<{ words: string }>(data, paths.reopening(data.id), fieldOf);
  const save = () => {
    if (words === '') {
      reopen.setErrors([{ fieldId: id('words'), text: t('reopen.missing') }]);
      return;
    }
    reopen.send({ words }, () => {
      draft.discard();
      say(t('reopen.done'));
      onClose();
    });
  };
  return (
    <ItemForm draft={draft} errors={reopen.errors} busy={reopen.busy} save={save} label={t('reopen.open')} saveLabel={t('reopen.open')} onCancel={onClose}>
      <TextArea id={id('words')} voice label={t('reopen.words')} help={t('reopen.wordsHelp')} error={errorAt(reopen.errors, id('words'))} rows={2} maxLength={1000} value={draft.values.words} onChange={(next) => draft.change({ words: next })} />
    </ItemForm>
  );
}

function ClosedNow({ data, closing }: { data: Case; closing: Closing }) {
  const { t } = useTranslation('casePlan');
  const word = useWords();
  const { date } = useDates();
  const form = useInPlace(formOf(data));
  return (
    <div data-keeps-focus className="ep-stack">
      <Notice icon="flag">
        <div className="ep-stack">
          <p>
            <b>{closing.endReason ? t('closed.because', { date: date(closing.closedOn), reason: word('endReasons', closing.endReason).toLocaleLowerCase() }) : t('closed.on', { date: date(closing.closedOn) })}</b> {t('closed.read')}
          </p>
          {closing.words ? (
            <Voice as="blockquote">
              <UserText>{closing.words}</UserText>
            </Voice>
          ) : null}
          {may(data, 'reopen-case') && !form.open ? (
            <div>
              <Button small data-opens={formOf(data)} onClick={form.show}>
                {t('reopen.open')}
              </Button>
            </div>
          ) : null}
        </div>
      </Notice>
      {form.open ? (
        <FocusFirst when={form.byHand}>
          <ReopenForm data={data} onClose={form.hide} />
        </FocusFirst>
      ) : null}
    </div>
  );
}

/** That the plan is closed, why, and the way back; or that it was opened again, for as long as nobody closes it anew. */
export function Closed({ data }: { data: Case }) {
  const { t } = useTranslation('casePlan');
  const { date } = useDates();
  const { closing } = data;
  if (!closing) return null;
  if (data.status === 'closed') return <ClosedNow data={data} closing={closing} />;
  return closing.reopenedOn ? (
    <Notice icon="flag">
      <p>{t('closed.again', { closed: date(closing.closedOn), opened: date(closing.reopenedOn) })}</p>
      {closing.reopeningWords ? (
        <Voice as="blockquote">
          <UserText>{closing.reopeningWords}</UserText>
        </Voice>
      ) : null}
    </Notice>
  ) : null;
}

/** The way to the end of a plan. */
export function CloseLink({ data }: { data: Case }) {
  const { t } = useTranslation('casePlan');
  if (!may(data, 'close-case')) return null;
  return (
    <p>
      <Link to={pages.close(data.id)}>{t('close.link')}</Link>
    </p>
  );
}
