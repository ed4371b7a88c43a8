import type { Case } from '@/api';
import { useTranslation } from '@/i18n';
import { caseNames, FamilyCase, may, NotForYou } from '@/parts';
import { pages } from '@/routing';
import { ButtonAnchor, Card, Heading, Link, PageHead, Paragraph } from '@/ui';
import { WhoLooked } from '../components/WhoLooked';

/** Asking why is a conversation: the contact is one call away. */
function Ask({ data }: { data: Case }) {
  const { t } = useTranslation('access');
  const contact = data.involvements.find((one) => one.isCoordinator && one.phone);
  return (
    <section>
      <Card tight>
        <div className="ep-stack">
          <Heading level={2}>{t('ask.title')}</Heading>
          <Paragraph>{t('ask.text')}</Paragraph>
          {contact?.phone ? (
            <ButtonAnchor kind="main" wide icon="phone" href={`tel:${contact.phone.replace(/[^+\d]/g, '')}`}>
              {t('ask.call', { name: caseNames(data).short(contact.name) })}
            </ButtonAnchor>
          ) : (
            <Link to={pages.call}>{t('ask.whom')}</Link>
          )}
        </div>
      </Card>
    </section>
  );
}

export function WhoLookedPage() {
  const { t } = useTranslation('access');
  return (
    <FamilyCase>
      {(data) =>
        may(data, 'see-access-log') ? (
          <>
            <PageHead crumb={<Link to={pages.today}>{t('back')}</Link>}>
              <Heading level={1}>{t('heading')}</Heading>
            </PageHead>
            <WhoLooked data={data} lead={(count) => t('lead', { count })} />
            <Ask data={data} />
          </>
        ) : (
          <NotForYou />
        )
      }
    </FamilyCase>
  );
}
