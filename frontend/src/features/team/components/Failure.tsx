import { useTranslation } from '@/i18n';
import { formErrors } from '@/parts';
import { Notice } from '@/ui';

/** Why a deed without a form failed. */
export function Failure({ error }: { error: unknown }) {
  const { t } = useTranslation();
  if (!error) return null;
  return (
    <Notice tone="error" live>
      {formErrors(error, () => null, t)[0]?.text}
    </Notice>
  );
}
