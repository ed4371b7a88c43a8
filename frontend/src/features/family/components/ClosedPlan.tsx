import type { Case } from '@/api';
import { useDates, useTranslation, useWords } from '@/i18n';
import { caseNames, contactOf } from '@/parts';
import { pages } from '@/routing';
import { Card, Heading, Icon, Link, Paragraph, UserText, Voice } from '@/ui';

/** In plain words: the plan is closed, why, that it can still be read, and whom to call. */
export function ClosedPlan({ data, withLink = false }: { data: Case; withLink?: boolean }) {
  const { t } = useTranslation('family');
  const word = useWords();
  const { date } = useDates();
  const { closing } = data;
  if (data.status !== 'closed' || !closing) return null;
  const contact = contactOf(data);
  return (
    <Card as="section" tone="sunk" tight aria-labelledby="closed-plan">
      <div className="ep-stack">
        <Heading level={2} id="closed-plan">
          {t('closed.title', { date: date(closing.closedOn) })}
        </Heading>
        {closing.endReason ? <Paragraph>{t('closed.reason', { reason: word('endReasons', closing.endReason).toLocaleLowerCase() })}</Paragraph> : null}
        {closing.words ? (
          <Voice as="blockquote">
            “<UserText>{closing.words}</UserText>”
          </Voice>
        ) : null}
        <Paragraph>
          {t('closed.read')} {contact ? t('closed.call', { name: caseNames(data).short(contact.name) }) : t('closed.callTeam')}
        </Paragraph>
        {withLink ? (
          <p className="ep-more">
            <Link to={pages.ourPlan}>{t('closed.look')}</Link>
            <Icon name="next" size="s" />
          </p>
        ) : null}
      </div>
    </Card>
  );
}
