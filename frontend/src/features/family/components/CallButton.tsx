import { useTranslation } from '@/i18n';
import { ButtonAnchor } from '@/ui';

export const phoneLink = (phone: string): string => `tel:${phone.replace(/[^+\d]/g, '')}`;

/** Rings somebody. Paper cannot ring, so there it shows the number. */
export function CallButton({ name, phone, main = false }: { name: string; phone: string; main?: boolean }) {
  const { t } = useTranslation('family');
  return (
    <ButtonAnchor kind={main ? 'main' : 'second'} wide icon="phone" href={phoneLink(phone)}>
      {t('call', { name })}
      <span className="ep-only-print">{phone}</span>
    </ButtonAnchor>
  );
}
