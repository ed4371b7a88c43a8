import { paths, useEvaluations, type Case, type Evaluation, type NewEvaluation } from '@/api';
import { today, tomorrow, useDates, useTranslation } from '@/i18n';
import { errorAt, fieldIds, ItemForm, useNewItem } from '@/parts';
import { DateField, TextArea, UserText, Voice, type FieldError } from '@/ui';
import { proposedEvaluation } from '../evaluation';

type Values = { heldOn: string; nextDate: string; words: string };

export const lookBackFormOf = (data: Case) => `look-back:${data.id}`;
const toBody = ({ heldOn, nextDate, words }: Values): NewEvaluation => ({ heldOn, nextDate: nextDate === '' ? null : nextDate, words: words.trim() === '' ? null : words });

/** Family and team looked back: when, what they learned, and when they do so next. */
export function LookBackForm({ data, onClose }: { data: Case; onClose: () => void }) {
  const { t } = useTranslation('casePlan');
  const { id, fieldOf } = fieldIds('look-back');
  const check = (values: Values): FieldError[] => (values.heldOn === '' ? [{ fieldId: id('heldOn'), text: t('lookBack.missing') }] : []);
  const form = useNewItem<Values>({
    form: lookBackFormOf(data), caseId: data.id, path: paths.evaluations(data.id), initial: { heldOn: today(), nextDate: proposedEvaluation(today()), words: '' }, toBody, fieldOf, check, onMade: onClose,
  });
  return (
    <ItemForm {...form} label={t('lookBack.title')} saveLabel={t('lookBack.save')} onCancel={onClose}>
      <DateField id={id('heldOn')} label={t('lookBack.heldOn')} error={errorAt(form.errors, id('heldOn'))} max={today()} value={form.values.heldOn} onChange={(heldOn) => form.change({ heldOn })} />
      <TextArea id={id('words')} voice label={t('lookBack.words')} help={t('lookBack.wordsHelp')} error={errorAt(form.errors, id('words'))} rows={3} maxLength={4000} value={form.values.words} onChange={(words) => form.change({ words })} />
      <DateField id={id('nextDate')} label={t('lookBack.next')} help={t('lookBack.nextHelp')} error={errorAt(form.errors, id('nextDate'))} min={tomorrow()} value={form.values.nextDate} onChange={(nextDate) => form.change({ nextDate })} />
    </ItemForm>
  );
}

function Held({ evaluation: { heldOn, plannedFor, words } }: { evaluation: Evaluation }) {
  const { t } = useTranslation('casePlan');
  const { date } = useDates();
  return (
    <>
      <p>
        {t('lookBack.on', { date: date(heldOn) })}
        {plannedFor && plannedFor !== heldOn ? ` ${t('lookBack.planned', { date: date(plannedFor) })}` : ''}
      </p>
      {words ? (
        <Voice as="blockquote">
          <UserText>{words}</UserText>
        </Voice>
      ) : null}
    </>
  );
}

/** The last time, and the times before it when somebody asks for them. */
export function LookedBack({ data }: { data: Case }) {
  const { t } = useTranslation('casePlan');
  const [last, ...earlier] = useEvaluations(data.id).data ?? [];
  if (!last) return null;
  return (
    <section className="cp-looked" aria-label={t('lookBack.before')}>
      <Held evaluation={last} />
      {earlier.length > 0 ? (
        <details>
          <summary>{t('lookBack.earlier', { count: earlier.length })}</summary>
          <ul>
            {earlier.map((one) => (
              <li key={one.id}>
                <Held evaluation={one} />
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </section>
  );
}
