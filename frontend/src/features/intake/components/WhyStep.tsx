import { useTranslation, useWords } from '@/i18n';
import { errorAt } from '@/parts';
import { CheckboxGroup, SelectField, TextArea } from '@/ui';
import { optionsOf, type StepProps } from './parts';

/** Why one plan, and on which ground somebody may work on it. */
export function WhyStep({ values, change, errors, reference }: StepProps) {
  const { t } = useTranslation('intake');
  const word = useWords();
  return (
    <>
      <div className="intake-criteria">
        <CheckboxGroup
          id="new-criteria"
          legend={t('why.criteria')}
          help={t('why.criteriaHelp')}
          choices={optionsOf('criteria', reference.criteria, word)}
          values={values.criteria}
          onChange={(criteria) => change({ criteria })}
          error={errorAt(errors, 'new-criteria')}
        />
      </div>
      <div className="intake-narrow">
        <SelectField
          id="new-legalGround-code"
          label={t('why.ground')}
          help={t('why.groundHelp')}
          value={values.ground}
          onChange={(ground) => change({ ground })}
          options={optionsOf('legalGrounds', reference.legalGrounds, word)}
          empty={t('choose')}
          error={errorAt(errors, 'new-legalGround-code')}
        />
      </div>
      <TextArea
        id="new-legalGround-motivation"
        label={t('why.motivation')}
        help={t('why.motivationHelp')}
        value={values.motivation}
        onChange={(motivation) => change({ motivation })}
        maxLength={2000}
        error={errorAt(errors, 'new-legalGround-motivation')}
      />
    </>
  );
}
