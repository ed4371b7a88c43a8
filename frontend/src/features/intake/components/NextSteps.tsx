import { useTranslation } from '@/i18n';
import { Heading, TimelineList } from '@/ui';
import type { Values } from '../newCase';

/** What happens once the plan is open: no surprises. */
export function NextSteps({ values }: { values: Values }) {
  const { t } = useTranslation('intake');
  const invited = values.involved.length;
  return (
    <section>
      <Heading level={2} look={3}>
        {t('next.title')}
      </Heading>
      <TimelineList
        items={[
          { key: 'helpers', text: invited === 0 ? t('next.nobody') : t('next.helpers', { count: invited }), when: t('next.atOnce') },
          { key: 'coordinator', text: t('next.coordinator'), when: t('next.byYou') },
          { key: 'family', text: t('next.family'), when: t('next.withLetter') },
        ]}
      />
    </section>
  );
}
