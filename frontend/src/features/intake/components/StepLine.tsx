import { useTranslation } from '@/i18n';
import { Icon } from '@/ui';
import { missing, steps, type Step, type Values } from '../newCase';
import { useStepRemarks } from './remarks';

/** Where one is in the form: every step with what it has already. A click goes there; the order is free. */
export function StepLine({ values, checking, onGo }: { values: Values; checking: boolean; onGo: (step: Step) => void }) {
  const { t } = useTranslation('intake');
  const remarks = useStepRemarks(values);
  // A step that may be skipped is not ticked as long as it is empty.
  const open = new Set<Step>([...missing(values).map((wrong) => wrong.step), ...(values.involved.length === 0 ? ['helpers' as const] : [])]);
  const done = steps.filter((step) => !open.has(step)).length;
  return (
    <nav aria-label={t('steps.label')} className="intake-steps">
      <p className="intake-steps__phone">{t('steps.done', { done, total: steps.length })}</p>
      <ol>
        {steps.map((step, index) => (
          <li key={step} className={open.has(step) ? undefined : 'intake-steps__done'}>
            <span className="intake-steps__no" aria-hidden="true">
              {open.has(step) ? index + 1 : <Icon name="check" size="s" />}
            </span>
            <span>
              <a
                href={`#step-${step}`}
                onClick={(event) => {
                  event.preventDefault();
                  onGo(step);
                }}
              >
                {t(`steps.${step}`)}
              </a>
              <small>{remarks[step]}</small>
            </span>
          </li>
        ))}
        <li className={checking ? 'intake-steps__now' : undefined}>
          <span className="intake-steps__no" aria-hidden="true">
            {steps.length + 1}
          </span>
          <span>
            <span aria-current={checking ? 'step' : undefined}>{t('steps.check')}</span>
            <small>{checking ? t('steps.busy') : t('steps.later')}</small>
          </span>
        </li>
      </ol>
    </nav>
  );
}
