import { isApiError, type ProblemItem } from '@/api';
import { useTranslation } from '@/i18n';
import { formErrors, type FieldOfPointer } from '@/parts';
import type { FieldError } from '@/ui';

const known = [
  'invitation-unknown', 'invitation-expired', 'invitation-used', 'organisation-known', 'peer-known', 'peer-unreachable', 'tls-needed', 'not-a-node', 'signature-refused',
  'no-organisation', 'key-under-way', 'node-left', 'no-plans-here', 'plans-here', 'not-a-member',
] as const;
type Known = (typeof known)[number];
const isKnown = (code: string | undefined): code is Known => (known as readonly string[]).includes(code ?? '');

/** Which field a refusal is about, where the form has that field. */
const subjects: Partial<Record<Known, string>> = {
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
  const said = (code: Known, pointer = subjects[code]): FieldError => ({ fieldId: pointer ? fieldOf(pointer) : null, text: t(`errors.${code}`) });
  return (error) => {
    const items: ProblemItem[] = isApiError(error, 'validation') ? (error.problem.errors ?? []) : [];
    const ours = items.flatMap((item) => (isKnown(item.code) ? [said(item.code, item.pointer)] : []));
    if (ours.length > 0) return ours;
    const code = isApiError(error) ? error.code : undefined;
    return isKnown(code) ? [said(code)] : formErrors(error, fieldOf, common);
  };
}
