import { isApiError } from '@/api';
import { useTranslation } from '@/i18n';
import { formErrors } from '@/parts';
import type { FieldError } from '@/ui';
import { fieldOf as personField } from '../values';

const known = ['not-an-email', 'account-in-use', 'role-not-here', 'left-already', 'maintained-elsewhere'] as const;
type Known = (typeof known)[number];
const isKnown = (code: string | undefined): code is Known => (known as readonly string[]).includes(code ?? '');

/** True when another part of EenPlan maintains these people. */
export const isElsewhere = (error: unknown): boolean => isApiError(error, 'conflict') && error.code === 'maintained-elsewhere';

/** What went wrong with a change of somebody, in words; always at least one line. */
export function useFailures(fieldOf: (pointer: string) => string | null = personField): (error: unknown) => FieldError[] {
  const { t } = useTranslation('people');
  const { t: common } = useTranslation();
  return (error) => {
    if (isApiError(error, 'conflict') && isKnown(error.code)) return [{ fieldId: null, text: t(`errors.${error.code}`) }];
    const items = (isApiError(error, 'validation') && error.problem.errors) || [];
    // The words for most codes are everybody's; each line keeps its place.
    return formErrors(error, fieldOf, common).map((line, index) => {
      const code = items[index]?.code;
      return isKnown(code) ? { ...line, text: t(`errors.${code}`) } : line;
    });
  };
}
