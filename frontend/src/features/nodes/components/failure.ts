import { isApiError } from '@/api';
import { useTranslation } from '@/i18n';
import { formErrors, type FieldOfPointer } from '@/parts';
import type { FieldError } from '@/ui';

const known = ['invitation-unknown', 'invitation-expired', 'invitation-used', 'organisation-known', 'peer-known', 'peer-unreachable', 'tls-needed', 'not-a-node', 'signature-refused', 'no-organisation'] as const;
const isKnown = (code: string | undefined): code is (typeof known)[number] => (known as readonly string[]).includes(code ?? '');

/** Which field a refusal is about, where the form has that field. */
const subjects: Partial<Record<(typeof known)[number], string>> = {
  'invitation-unknown': '/code',
  'invitation-expired': '/code',
  'invitation-used': '/code',
  'peer-unreachable': '/url',
  'tls-needed': '/url',
  'not-a-node': '/url',
};

/** What went wrong between two parts of EenPlan, in words; always at least one line. */
export function useFailures(fieldOf: FieldOfPointer = () => null): (error: unknown) => FieldError[] {
  const { t } = useTranslation('nodes');
  const { t: common } = useTranslation();
  return (error) => {
    const code = isApiError(error) ? error.code : undefined;
    if (!isKnown(code)) return formErrors(error, fieldOf, common);
    const pointer = subjects[code];
    return [{ fieldId: pointer ? fieldOf(pointer) : null, text: t(`errors.${code}`) }];
  };
}
