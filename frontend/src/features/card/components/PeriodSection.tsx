import { useReference } from '@/api';
import { today, useTranslation, useWords } from '@/i18n';
import { errorAt, useColleagues } from '@/parts';
import { DateField, SelectField, TextField } from '@/ui';
import { idOf, type SectionProps } from '../form';

/** 6. Until when, and how to reach me. */
export function PeriodSection({ card, values, change, errors }: SectionProps) {
  const { t } = useTranslation('card');
  const word = useWords();
  const reference = useReference().data;
  const options = (list: 'channels' | 'replyNorms') => (reference?.[list] ?? []).map((code) => ({ value: code, label: word(list, code) }));
  const standIns = useColleagues().filter((one) => one.id !== card.professionalId).map((one) => ({ value: one.id, label: `${one.name} (${one.function.toLocaleLowerCase()})` }));
  return (
    <section className="card-section" aria-labelledby="card-6">
      <h2 id="card-6">{t('sections.period')}</h2>
      <div className="ep-two">
        <DateField id={idOf('until')} label={t('until')} error={errorAt(errors, idOf('until'))} min={today()} value={values.until} onChange={(until) => change({ until })} />
        <TextField id={idOf('periodText')} label={t('periodText')} help={t('periodTextHelp')} error={errorAt(errors, idOf('periodText'))} maxLength={500} value={values.periodText} onChange={(periodText) => change({ periodText })} />
        <SelectField id={idOf('preferredChannel')} label={t('preferredChannel')} error={errorAt(errors, idOf('preferredChannel'))} value={values.preferredChannel} onChange={(preferredChannel) => change({ preferredChannel })} empty={t('choose')} options={options('channels')} />
        <SelectField id={idOf('replyNorm')} label={t('replyNorm')} error={errorAt(errors, idOf('replyNorm'))} value={values.replyNorm} onChange={(replyNorm) => change({ replyNorm })} empty={t('choose')} options={options('replyNorms')} />
        <SelectField id={idOf('standInId')} label={t('standIn')} help={t('standInHelp')} error={errorAt(errors, idOf('standInId'))} value={values.standInId} onChange={(standInId) => change({ standInId })} empty={t('standInNobody')} options={standIns} />
      </div>
    </section>
  );
}
