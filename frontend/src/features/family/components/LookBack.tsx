import { useEvaluations, type Case, type Plan } from '@/api';
import { useDates, useTranslation } from '@/i18n';
import { Heading, Paragraph, UserText, Voice } from '@/ui';

/** When we look back next, and what we learned the last time. */
export function LookBack({ data, plan }: { data: Case; plan: Plan }) {
  const { t } = useTranslation('family');
  const { day, date } = useDates();
  const last = useEvaluations(data.id).data?.[0];
  const next = data.status === 'open' ? plan.evaluationDate : null;
  if (!next && !last) return null;
  return (
    <section aria-labelledby="look-back">
      <Heading level={2} id="look-back">
        {t('plan.lookBack')}
      </Heading>
      {next ? <Paragraph>{t('plan.lookBackText', { date: day(next) })}</Paragraph> : null}
      {last ? <Paragraph>{t(last.words ? 'plan.lookedBack' : 'plan.lookedBackOnly', { date: date(last.heldOn) })}</Paragraph> : null}
      {last?.words ? (
        <Voice as="blockquote">
          “<UserText>{last.words}</UserText>”
        </Voice>
      ) : null}
    </section>
  );
}
