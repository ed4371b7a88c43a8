import { useTranslation, useWords } from '@/i18n';
import { errorAt, fieldIds, type FieldsProps } from '@/parts';
import { SelectField, TextField } from '@/ui';
import { otherKey, type ActorChoice } from '../actors';

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
