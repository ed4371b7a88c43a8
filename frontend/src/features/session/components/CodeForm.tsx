import { useState, type FormEvent } from 'react';
import { isApiError, useCodeSignIn } from '@/api';
import { useTranslation } from '@/i18n';
import { formErrors } from '@/parts';
import { Button, ErrorSummary, Heading, TextField, type FieldError } from '@/ui';

const fieldId = 'code';

/** A family member redeems the code that a professional handed over. */
export function CodeForm({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation('session');
  const { t: common } = useTranslation();
  const [code, setCode] = useState('');
  const [errors, setErrors] = useState<FieldError[]>([]);
  const signIn = useCodeSignIn();
  const whatIsWrong = (error: Error): FieldError[] => {
    if (isApiError(error, 'conflict') && error.code === 'families-elsewhere') return [{ fieldId: null, text: t('errors.families-elsewhere') }];
    // Wrong, used and expired are told in one sentence: the answer may not help somebody who guesses.
    return isApiError(error, 'validation', 'not-found', 'forbidden', 'conflict') ? [{ fieldId, text: t('code.wrong') }] : formErrors(error, () => fieldId, common);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (code.trim() === '') {
      setErrors([{ fieldId, text: t('code.empty') }]);
      return;
    }
    signIn.mutate(code.trim(), { onSuccess: onDone, onError: (error) => setErrors(whatIsWrong(error)) });
  };
  return (
    <form className="ep-form sign-in__end" noValidate onSubmit={submit}>
      <Heading level={2}>{t('code.title')}</Heading>
      <ErrorSummary errors={errors} />
      <TextField id={fieldId} label={t('code.label')} help={t('code.help')} value={code} onChange={setCode} error={errors[0]?.fieldId ? errors[0].text : null} short />
      <div>
        <Button type="submit" busy={signIn.isPending}>
          {t('code.submit')}
        </Button>
      </div>
    </form>
  );
}
