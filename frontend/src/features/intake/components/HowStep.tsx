import { useTranslation, useWords } from '@/i18n';
import { errorAt } from '@/parts';
import { SelectField } from '@/ui';
import { optionsOf, type StepProps } from './parts';

/** The way of working, and what the coordinator is called in this region. */
export function HowStep({ values, change, errors, reference }: StepProps) {
  const { t } = useTranslation('intake');
  const word = useWords();
  return (
    <div className="intake-two">
      <SelectField id="new-method" label={t('how.method')} value={values.method} onChange={(method) => change({ method })} options={optionsOf('methods', reference.methods, word)} error={errorAt(errors, 'new-method')} />
      <SelectField
        id="new-coordinatorLabel"
        label={t('how.label')}
        help={t('how.labelHelp')}
        value={values.coordinatorLabel}
        onChange={(coordinatorLabel) => change({ coordinatorLabel })}
        options={optionsOf('coordinatorLabels', reference.coordinatorLabels, word)}
        error={errorAt(errors, 'new-coordinatorLabel')}
      />
    </div>
  );
}
