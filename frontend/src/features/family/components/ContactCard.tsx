import type { Case } from '@/api';
import { useTranslation } from '@/i18n';
import { caseNames, contactOf, helpersOf } from '@/parts';
import { ButtonAnchor, Card, Heading, PersonMark, Paragraph } from '@/ui';
import { CallButton } from './CallButton';

/** The one person to call when one does not know whom. */
export function ContactCard({ data }: { data: Case }) {
  const { t } = useTranslation('family');
  const contact = contactOf(data);
  if (!contact) return <Paragraph soft>{t('contact.nobody')}</Paragraph>;
  const { short } = caseNames(data);
  const name = short(contact.name);
  const second = helpersOf(data).find((one) => one.id !== contact.id && one.phone && one.kind === 'professional');
  return (
    <Card tight>
      <div className="family-contact">
        <PersonMark name={contact.name} shape="professional" size="l" />
        <div>
          <Heading level={3}>
            <span translate="no">{name}</span>
          </Heading>
          <p className="ep-soft">{contact.isCoordinator ? t('contact.isContact') : contact.function}</p>
          <p className="ep-soft ep-small">{contact.organisationName}</p>
        </div>
      </div>
      {contact.phone ? (
        <CallButton main name={name} phone={contact.phone} />
      ) : contact.email ? (
        <ButtonAnchor kind="main" wide icon="mail" href={`mailto:${contact.email}`}>
          {t('mail', { name })}
        </ButtonAnchor>
      ) : (
        <Paragraph soft>{t('contact.noNumber', { name })}</Paragraph>
      )}
      {second?.phone && contact.phone ? (
        <>
          <p className="family-contact__other">{t('contact.noAnswer', { name })}</p>
          <CallButton name={short(second.name)} phone={second.phone} />
        </>
      ) : null}
    </Card>
  );
}
