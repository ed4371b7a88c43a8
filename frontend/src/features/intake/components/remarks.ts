import { useTranslation } from '@/i18n';
import { filledRows, missing, type Step, type Values } from '../newCase';

/** One line under every step: what is there, or that it has not begun. */
export function useStepRemarks(values: Values): Record<Step, string> {
  const { t } = useTranslation('intake');
  const open = new Set(missing(values).map((wrong) => wrong.step));
  const people = filledRows(values.rows).length;
  const begun: Record<Step, boolean> = {
    why: values.criteria.length > 0 || values.ground !== '' || values.motivation !== '',
    who: values.alias !== '' || people > 0,
    helpers: true,
    how: true,
  };
  const full: Record<Step, string> = {
    why: t('remark.why', { count: values.criteria.length }),
    who: t('remark.who', { count: people }),
    helpers: values.involved.length === 0 ? t('remark.nobody') : t('remark.helpers', { count: values.involved.length }),
    how: t('remark.how'),
  };
  const of = (step: Step) => (!open.has(step) ? full[step] : begun[step] ? t('steps.busy') : t('steps.later'));
  return { why: of('why'), who: of('who'), helpers: of('helpers'), how: of('how') };
}
