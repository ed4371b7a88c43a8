import { useIdentity, useOrganisation } from '@/api';
import { useTranslation, useWords } from '@/i18n';
import { errorAt } from '@/parts';
import { CheckboxGroup, SelectField, TextField, type FieldError } from '@/ui';
import { channels, intake, type PersonValues } from '../values';

type Props = { values: PersonValues; change: (values: Partial<PersonValues>) => void; errors: FieldError[] };

/** Work data of one person, what that person may do, and the name to sign in with. */
export function PersonFields({ values, change, errors }: Props) {
  const { t } = useTranslation('people');
  const word = useWords();
  const organisation = useOrganisation(useIdentity().organisationId ?? '').data;
  const at = (field: string) => errorAt(errors, `person-${field}`);
  // Only a wijkteam has people who register families; who has the role keeps it in sight.
  const mayRegister = organisation?.kind === 'neighbourhood-team' || values.roles.includes(intake);
  return (
    <>
      <TextField id="person-name" label={t('field.name')} value={values.name} onChange={(name) => change({ name })} maxLength={200} error={at('name')} />
      <TextField id="person-function" label={t('field.function')} help={t('field.functionHelp')} value={values.function} onChange={(next) => change({ function: next })} maxLength={200} error={at('function')} />
      <div className="people-two">
        <TextField id="person-phone" type="tel" label={t('field.phone')} value={values.phone} onChange={(phone) => change({ phone })} maxLength={40} error={at('phone')} />
        <TextField id="person-email" type="email" label={t('field.email')} value={values.email} onChange={(email) => change({ email })} maxLength={254} error={at('email')} />
      </div>
      <SelectField
        id="person-preferredChannel"
        label={t('field.channel')}
        value={values.preferredChannel}
        onChange={(preferredChannel) => change({ preferredChannel })}
        options={channels.map((code) => ({ value: code, label: word('channels', code) }))}
        empty={t('field.noChannel')}
        error={at('preferredChannel')}
      />
      <TextField id="person-account" label={t('field.account')} help={t('field.accountHelp')} value={values.account} onChange={(account) => change({ account })} maxLength={100} error={at('account')} />
      {mayRegister ? (
        <CheckboxGroup id="person-roles" legend={t('field.roles')} values={values.roles} onChange={(roles) => change({ roles })} choices={[{ value: intake, label: t('field.intake'), help: t('field.intakeHelp') }]} error={at('roles')} />
      ) : null}
    </>
  );
}
