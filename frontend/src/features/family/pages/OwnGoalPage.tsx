import { useNavigate } from 'react-router';
import { paths, usePlan, type Case, type Plan, type PlanFields } from '@/api';
import { useTranslation } from '@/i18n';
import { ConflictChoice, DraftNotice, errorAt, FamilyCase, Loaded, may, NotForYou, useItemEdit } from '@/parts';
import { pages } from '@/routing';
import { Button, ButtonLink, DateField, ErrorSummary, Heading, Link, PageHead, Paragraph, Row, TextArea } from '@/ui';

type Values = { ownGoal: string; ownGoalUntil: string };
type Fields = Pick<PlanFields, 'ownGoal' | 'ownGoalUntil'>;

const fields = ['ownGoal', 'ownGoalUntil'] as const;
const toValues = (plan: Plan): Values => ({ ownGoal: plan.ownGoal ?? '', ownGoalUntil: plan.ownGoalUntil ?? '' });
const toFields = (values: Values): Fields => ({ ownGoal: values.ownGoal.trim() || null, ownGoalUntil: values.ownGoalUntil || null });
const fieldOf = (pointer: string) => (pointer === '/ownGoalUntil' ? 'own-goal-until' : pointer === '/ownGoal' ? 'own-goal' : null);

function Form({ data, plan }: { data: Case; plan: Plan }) {
  const { t } = useTranslation('family');
  const { t: common } = useTranslation();
  const navigate = useNavigate();
  const edit = useItemEdit<Fields, Plan, Values>({ form: `own-goal:${data.id}`, caseId: data.id, path: paths.plan(data.id), item: plan, fields, toValues, toFields, fieldOf, onSaved: () => void navigate(pages.ourPlan) });
  if (edit.conflict)
    return (
      <ConflictChoice<Fields>
        conflicts={edit.conflict.conflicts}
        rules={{ ownGoal: { label: t('wish.label') }, ownGoalUntil: { label: t('wish.until'), describe: (value) => (typeof value === 'string' ? value : '') } }}
        otherName={edit.conflict.changedBy}
        changedAt={edit.conflict.changedAt}
        busy={edit.busy}
        onChoose={(chosen) => void edit.resolve(chosen)}
        onBack={edit.backToForm}
      />
    );
  return (
    <form
      className="ep-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void edit.save();
      }}
    >
      <DraftNotice draft={edit.draft} />
      <ErrorSummary errors={edit.errors} />
      <TextArea id="own-goal" voice rows={4} maxLength={1000} label={t('wish.label')} help={t('wish.help')} value={edit.values.ownGoal} onChange={(ownGoal) => edit.change({ ownGoal })} error={errorAt(edit.errors, 'own-goal')} />
      <DateField id="own-goal-until" label={t('wish.until')} help={t('wish.untilHelp')} value={edit.values.ownGoalUntil} onChange={(ownGoalUntil) => edit.change({ ownGoalUntil })} error={errorAt(edit.errors, 'own-goal-until')} />
      <Row>
        <Button kind="main" type="submit" busy={edit.busy}>
          {t('wish.save')}
        </Button>
        <ButtonLink kind="quiet" to={pages.ourPlan}>
          {common('actions.cancel')}
        </ButtonLink>
      </Row>
      <Paragraph soft small>
        {t('wish.after')}
      </Paragraph>
    </form>
  );
}

function WithPlan({ data }: { data: Case }) {
  return <Loaded query={usePlan(data.id)}>{(plan) => <Form data={data} plan={plan} />}</Loaded>;
}

/** The family's own words at the top of the plan. */
export function OwnGoalPage() {
  const { t } = useTranslation('family');
  return (
    <FamilyCase>
      {(data) =>
        may(data, 'edit-plan') ? (
          <>
            <PageHead crumb={<Link to={pages.ourPlan}>{t('plan.title')}</Link>}>
              <Heading level={1}>{t('wish.title')}</Heading>
            </PageHead>
            <WithPlan data={data} />
          </>
        ) : (
          <NotForYou />
        )
      }
    </FamilyCase>
  );
}
