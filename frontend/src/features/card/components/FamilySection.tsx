import { useReference } from '@/api';
import { useTranslation } from '@/i18n';
import { errorAt, useFamilyDomain } from '@/parts';
import { CheckboxGroup, TextArea } from '@/ui';
import { idOf, type SectionProps } from '../form';
import { Members } from './Inputs';

const longest = 500;

/** 1. What the family reads: why, what, when to call, when it stops, about what and for whom. */
export function FamilySection({ data, values, change, errors }: SectionProps) {
  const { t } = useTranslation('card');
  const domainName = useFamilyDomain(data.id);
  const domains = useReference().data?.lifeDomains ?? [];
  const text = (field: 'reason' | 'familyRole' | 'contactMeWhen' | 'helpEndsWhen') => (
    <TextArea id={idOf(field)} label={t(field)} help={t(`${field}Help`)} error={errorAt(errors, idOf(field))} rows={2} maxLength={longest} value={values[field]} onChange={(value) => change({ [field]: value })} />
  );
  return (
    <section className="card-section" aria-labelledby="card-1">
      <h2 id="card-1">{t('sections.family')}</h2>
      <p className="ep-help">{t('sections.familyHelp')}</p>
      {text('familyRole')}
      <div className="ep-two">
        {text('contactMeWhen')}
        {text('helpEndsWhen')}
      </div>
      {text('reason')}
      <CheckboxGroup
        chips
        id={idOf('lifeDomains')}
        legend={t('lifeDomains')}
        error={errorAt(errors, idOf('lifeDomains'))}
        choices={domains.map(({ code }) => ({ value: code, label: domainName(code) }))}
        values={values.lifeDomains}
        onChange={(lifeDomains) => change({ lifeDomains })}
      />
      <Members data={data} id={idOf('forMembers')} legend={t('forMembers')} error={errorAt(errors, idOf('forMembers'))} values={values.forMembers} onChange={(forMembers) => change({ forMembers })} />
    </section>
  );
}
