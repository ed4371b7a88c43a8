import { useReference, type Case, type Hidden } from '@/api';
import { today, useDates, useTranslation, useWords } from '@/i18n';
import { Badge, Checkbox, DateField, Icon, SelectField, TextArea } from '@/ui';
import { may } from './CaseFrame';
import { fieldIds, type FieldsProps } from './fieldIds';
import { errorAt } from './formErrors';
import type { HidingValues } from './hiding';
import './hiding.css';

/** Hiding something from the family: only the coordinator, with a ground, a reason and a last day. */
export function HidingFields({ data, prefix, values, change, errors }: FieldsProps<HidingValues> & { data: Case }) {
  const { t } = useTranslation('parts');
  const word = useWords();
  const grounds = useReference().data?.legalGrounds ?? [];
  if (!may(data, 'hide')) return null;
  const { id } = fieldIds(prefix);
  return (
    <div className="hiding">
      <Checkbox label={t('hiding.label')} help={t('hiding.help')} checked={values.hidden} onChange={(hidden) => change({ hidden })} />
      {values.hidden ? (
        <>
          <SelectField id={id('ground')} label={t('hiding.ground')} error={errorAt(errors, id('ground'))} value={values.ground} onChange={(ground) => change({ ground })} empty={t('hiding.choose')} options={grounds.map((code) => ({ value: code, label: word('legalGrounds', code) }))} />
          <TextArea id={id('hiddenReason')} label={t('hiding.reason')} error={errorAt(errors, id('hiddenReason'))} rows={2} maxLength={1000} value={values.hiddenReason} onChange={(hiddenReason) => change({ hiddenReason })} />
          <DateField id={id('hiddenUntil')} label={t('hiding.until')} help={t('hiding.untilHelp')} error={errorAt(errors, id('hiddenUntil'))} min={today()} value={values.hiddenUntil} onChange={(hiddenUntil) => change({ hiddenUntil })} />
        </>
      ) : null}
    </div>
  );
}

/** Says that the family does not see this, and until when. */
export function HiddenBadge({ hidden }: { hidden?: Hidden | null }) {
  const { t } = useTranslation('parts');
  const dates = useDates();
  if (!hidden) return null;
  return (
    <span className="hiding-badge">
      <Badge tone="ask">
        <Icon name="lock" size="s" />
        {t('hiding.badge', { date: dates.date(hidden.until) })}
      </Badge>
    </span>
  );
}
