import { useReference, type Case } from '@/api';
import { today, useTranslation, useWords } from '@/i18n';
import { errorAt, may } from '@/parts';
import { Checkbox, DateField, SelectField, TextArea, TextField, type FieldError } from '@/ui';
import { otherKey, type ActorChoice } from '../actors';
import type { HidingValues } from '../values';

/** Ids of controls: a prefix per form plus the field's name. */
export const fieldIds = (prefix: string) => {
  const id = (field: string) => `${prefix}-${field}`;
  const nested: Record<string, string> = { 'hiddenFromFamily/ground': 'ground', 'hiddenFromFamily/reason': 'hiddenReason', 'hiddenFromFamily/until': 'hiddenUntil' };
  return { id, fieldOf: (pointer: string) => id(nested[pointer.slice(1)] ?? pointer.split('/')[1] ?? '') };
};

export type FieldsProps<Values> = { prefix: string; values: Values; change: (values: Partial<Values>) => void; errors: FieldError[] };

/** Hiding something from the family: only the coordinator, with a ground, a reason and a last day. */
export function HidingFields({ data, prefix, values, change, errors }: FieldsProps<HidingValues> & { data: Case }) {
  const { t } = useTranslation('casePlan');
  const word = useWords();
  const grounds = useReference().data?.legalGrounds ?? [];
  if (!may(data, 'hide')) return null;
  const { id } = fieldIds(prefix);
  return (
    <div className="cp-hiding">
      <Checkbox label={t('hiding.label')} help={t('hiding.help')} checked={values.hidden} onChange={(hidden) => change({ hidden })} />
      {values.hidden ? (
        <>
          <SelectField id={id('ground')} label={t('hiding.ground')} error={errorAt(errors, id('ground'))} value={values.ground} onChange={(ground) => change({ ground })} empty={t('choose')} options={grounds.map((code) => ({ value: code, label: word('legalGrounds', code) }))} />
          <TextArea id={id('hiddenReason')} label={t('hiding.reason')} error={errorAt(errors, id('hiddenReason'))} rows={2} maxLength={1000} value={values.hiddenReason} onChange={(hiddenReason) => change({ hiddenReason })} />
          <DateField id={id('hiddenUntil')} label={t('hiding.until')} help={t('hiding.untilHelp')} error={errorAt(errors, id('hiddenUntil'))} min={today()} value={values.hiddenUntil} onChange={(hiddenUntil) => change({ hiddenUntil })} />
        </>
      ) : null}
    </div>
  );
}

/** Who does it: somebody of the case, or a name. */
export function ActorField({ prefix, choices, values, change, errors }: FieldsProps<{ actor: string; actorName: string }> & { choices: ActorChoice[] }) {
  const { t } = useTranslation('casePlan');
  const { id } = fieldIds(prefix);
  return (
    <>
      <SelectField
        id={id('actor')}
        label={t('action.actor')}
        error={errorAt(errors, id('actor'))}
        value={values.actor}
        onChange={(actor) => change({ actor })}
        empty={t('action.nobody')}
        options={[...choices.map((choice) => ({ value: choice.key, label: choice.label })), { value: otherKey, label: t('action.other') }]}
      />
      {values.actor === otherKey ? <TextField label={t('action.otherName')} value={values.actorName} maxLength={200} onChange={(actorName) => change({ actorName })} /> : null}
    </>
  );
}

/** The life domains one may choose from: those of the plan, or all when the family chose none yet; the current one stays. */
export function DomainField({ prefix, domains, values, change, errors }: FieldsProps<{ domain: string }> & { domains: { code: string; name?: string | null }[] }) {
  const { t } = useTranslation('casePlan');
  const word = useWords();
  const { id } = fieldIds(prefix);
  const all = domains.some((domain) => domain.code === values.domain) || values.domain === '' ? domains : [...domains, { code: values.domain }];
  return (
    <SelectField
      id={id('domain')}
      label={t('goal.domain')}
      error={errorAt(errors, id('domain'))}
      value={values.domain}
      onChange={(domain) => change({ domain })}
      empty={t('choose')}
      options={all.map((domain) => ({ value: domain.code, label: domain.name || word('lifeDomains', domain.code) }))}
    />
  );
}
