import { useState } from 'react';
import { api, paths, useCaseDeed, usePlan, type Case, type Plan } from '@/api';
import { today, useDates, useList, useTranslation } from '@/i18n';
import { caseNames, formErrors, may } from '@/parts';
import { Button, Dialog, Notice, Paragraph, useToasts } from '@/ui';

type Missing = 'goal' | 'goals' | 'evaluation' | 'coordinator';

/** What has to be there before a plan can be put forward. */
export function missingFor(data: Pick<Case, 'coordinator'>, plan: Plan, day: string): Missing[] {
  return [
    ...(plan.ownGoal || plan.sharedGoal ? [] : ['goal' as const]),
    ...(plan.goals.length > 0 ? [] : ['goals' as const]),
    ...(plan.evaluationDate && plan.evaluationDate > day ? [] : ['evaluation' as const]),
    ...(data.coordinator ? [] : ['coordinator' as const]),
  ];
}

function PutForwardDialog({ data, plan, open, onClose }: { data: Case; plan: Plan; open: boolean; onClose: () => void }) {
  const { t } = useTranslation('casePlan');
  const { t: common } = useTranslation();
  const dates = useDates();
  const { say } = useToasts();
  const list = useList();
  const deed = useCaseDeed<undefined, { number: number }>(data.id, (_, key) => api.create(paths.planVersions(data.id), {}, key));
  const missing = missingFor(data, plan, today());
  const readers = data.household.filter((member) => member.hasAccess).map((member) => caseNames(data).short(member.name));
  const go = () =>
    deed.mutate(undefined, {
      onSuccess: (version) => {
        say(t('version.done', { number: version.number }));
        onClose();
      },
    });
  return (
    <Dialog
      title={t('version.putForwardTitle')}
      open={open}
      onClose={onClose}
      actions={
        missing.length > 0 ? (
          <Button kind="main" onClick={onClose}>
            {common('actions.close')}
          </Button>
        ) : (
          <>
            <Button kind="main" busy={deed.isPending} onClick={go}>
              {t('version.putForward')}
            </Button>
            <Button onClick={onClose}>{common('actions.cancel')}</Button>
          </>
        )
      }
    >
      <div className="ep-stack">
        {missing.length > 0 ? (
          <>
            <Paragraph>{t('version.notYet')}</Paragraph>
            <ul className="cp-bullets">
              {missing.map((one) => (
                <li key={one}>{t(`version.missing.${one}`)}</li>
              ))}
            </ul>
          </>
        ) : (
          <>
            <Paragraph>{t('version.what')}</Paragraph>
            <Paragraph>{readers.length > 0 ? t('version.readers', { names: list(readers) }) : t('version.noReaders')}</Paragraph>
            {plan.evaluationDate ? <Paragraph>{t('evaluation.on', { date: dates.day(plan.evaluationDate) })}</Paragraph> : null}
          </>
        )}
        {deed.error ? (
          <Notice tone="error" live>
            {formErrors(deed.error, () => null, common).map((error) => error.text).join(' ')}
          </Notice>
        ) : null}
      </div>
    </Dialog>
  );
}

/** The coordinator asks the family whether this is the plan. */
export function PutForward({ data }: { data: Case }) {
  const { t } = useTranslation('casePlan');
  const plan = usePlan(data.id).data;
  const [open, setOpen] = useState(false);
  if (!plan || !may(data, 'put-forward')) return null;
  const nothingNew = plan.currentVersion !== null && !plan.changedSinceVersion;
  if (nothingNew) return null;
  return (
    <>
      <Button kind="main" icon="send" onClick={() => setOpen(true)}>
        {t('version.putForward')}
      </Button>
      <PutForwardDialog data={data} plan={plan} open={open} onClose={() => setOpen(false)} />
    </>
  );
}
