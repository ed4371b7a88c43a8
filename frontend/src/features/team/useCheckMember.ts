import { useTranslation } from '@/i18n';
import type { FieldError } from '@/ui';
import type { MemberValues } from './components/MemberFields';

/** What a person of the household cannot do without. */
export function useCheckMember(): (values: MemberValues) => FieldError[] {
  const { t } = useTranslation('team');
  return (values) =>
    (['name', 'role', 'ageBand'] as const).filter((field) => values[field].trim() === '').map((field) => ({ fieldId: `member-${field}`, text: t(`member.missing.${field}`) }));
}
