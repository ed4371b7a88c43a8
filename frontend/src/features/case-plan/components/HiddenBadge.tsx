import type { Hidden } from '@/api';
import { useDates, useTranslation } from '@/i18n';
import { Badge, Icon } from '@/ui';

/** Says that the family does not see this, and until when. */
export function HiddenBadge({ hidden }: { hidden?: Hidden | null }) {
  const { t } = useTranslation('casePlan');
  const dates = useDates();
  if (!hidden) return null;
  return (
    <span className="cp-hidden">
      <Badge tone="ask">
        <Icon name="lock" size="s" />
        {t('hiding.badge', { date: dates.date(hidden.until) })}
      </Badge>
    </span>
  );
}
