import { useTranslation } from '@/i18n';
import type { FieldError } from '@/ui';
import type { PersonValues } from './values';

/** What is missing before it is even sent. */
export function useCheckPerson(): (values: PersonValues) => FieldError[] {
  const { t } = useTranslation('people');
  return (values) =>
    (['name', 'function', 'account'] as const).filter((field) => values[field].trim() === '').map((field) => ({ fieldId: `person-${field}`, text: t(`missing.${field}`) }));
}
