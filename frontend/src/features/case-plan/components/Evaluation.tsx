import { paths, type Case, type Plan, type PlanFields } from '@/api';
import { today, tomorrow, useDates, useTranslation } from '@/i18n';
import { errorAt, fieldIds, FocusFirst, ItemEditForm, may, useInPlace, useItemEdit } from '@/parts';
import { Button, DateField, Notice, Row } from '@/ui';
import { phoneOf } from '../actors';
import { proposedEvaluation } from '../evaluation';
import { LookBackForm, lookBackFormOf, LookedBack } from './LookBack';

type Fields = Pick<PlanFields, 'evaluationDate'>;
type Values = { evaluationDate: string };
const fieldNames = ['evaluationDate'] as const;
const toValues = (plan: Plan): Values => ({ evaluationDate: plan.evaluationDate ?? '' });
const toFields = (values: Values): Fields => ({ evaluationDate: values.evaluationDate === '' ? null : values.evaluationDate });
const formOf = (data: Case) => `plan-evaluation:${data.id}`;

function EvaluationForm({ data, plan, onClose }: { data: Case; plan: Plan; onClose: () => void }) {
  const { t } = useTranslation('casePlan');
  const dates = useDates();
  const { id, fieldOf } = fieldIds('evaluation');
  const proposal = proposedEvaluation(today());
  const edit = useItemEdit<Fields, Plan, Values>({ form: formOf(data), caseId: data.id, path: paths.plan(data.id), item: plan, fields: fieldNames, toValues, toFields, fieldOf, onSaved: onClose });
  return (
    <ItemEditForm edit={edit} label={t('evaluation.title')} phoneOf={phoneOf(data)} onCancel={onClose} rules={{ evaluationDate: { label: t('evaluation.title'), describe: (value) => (typeof value === 'string' ? dates.day(value) : '') } }}>
      <DateField id={id('evaluationDate')} label={t('evaluation.title')} help={t('evaluation.help')} error={errorAt(edit.errors, id('evaluationDate'))} min={tomorrow()} value={edit.values.evaluationDate} onChange={(evaluationDate) => edit.change({ evaluationDate })} />
      {edit.values.evaluationDate === proposal ? null : (
        <div>
          <Button small icon="calendar" onClick={() => edit.change({ evaluationDate: proposal })}>
            {t('evaluation.choose', { date: dates.day(proposal) })}
          </Button>
        </div>
      )}
    </ItemEditForm>
  );
}

/** When everybody looks back next, and how it went before. */
export function Evaluation({ data, plan }: { data: Case; plan: Plan }) {
  const { t } = useTranslation('casePlan');
  const form = useInPlace(lookBackFormOf(data));
  return (
    <div className="ep-stack">
      {data.status === 'open' ? <NextDate data={data} plan={plan} /> : null}
      {form.open ? (
        <FocusFirst when={form.byHand}>
          <LookBackForm data={data} onClose={form.hide} />
        </FocusFirst>
      ) : (
        <div data-keeps-focus className="ep-stack">
          <LookedBack data={data} />
          {may(data, 'record-evaluation') ? (
            <div>
              <Button small icon="check" data-opens={lookBackFormOf(data)} onClick={form.show}>
                {t('lookBack.button')}
              </Button>
            </div>
          ) : null}
        </div>
      )}
    </div>
  );
}

/** When everybody looks back at the plan. */
function NextDate({ data, plan }: { data: Case; plan: Plan }) {
  const { t } = useTranslation('casePlan');
  const dates = useDates();
  const form = useInPlace(formOf(data));
  if (form.open)
    return (
      <FocusFirst when={form.byHand}>
        <EvaluationForm data={data} plan={plan} onClose={form.hide} />
      </FocusFirst>
    );
  const change = may(data, 'edit-plan') ? (
    <Button kind="quiet" small data-opens={formOf(data)} onClick={form.show}>
      {t('evaluation.change')}
    </Button>
  ) : null;
  // Without a date it is among what is not agreed yet, with a proposal.
  if (!plan.evaluationDate || plan.evaluationDate < today()) return change === null ? null : <div data-keeps-focus>{change}</div>;
  return (
    <div data-keeps-focus>
      <Notice icon="calendar">
        <Row>
          <span className="ep-grow">{t('evaluation.on', { date: dates.day(plan.evaluationDate) })}</span>
          {change}
        </Row>
      </Notice>
    </div>
  );
}
