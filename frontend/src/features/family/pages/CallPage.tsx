import type { Case } from '@/api';
import { useTranslation } from '@/i18n';
import { caseNames, contactOf, continued, FamilyCase, helpersOf, saysWhen } from '@/parts';
import { pages } from '@/routing';
import { ButtonAnchor, Card, Heading, Icon, Link, PageHead, PersonMark, Stack, UserText } from '@/ui';
import { CallButton, phoneLink } from '../components/CallButton';
import { ContactCard } from '../components/ContactCard';
import '../components/family.css';

const emergency = '112';
// One number: it does not break over two lines.
const safeAtHome = '0800\u00a020\u00a000';

function Call({ data }: { data: Case }) {
  const { t } = useTranslation('family');
  const helpers = helpersOf(data);
  const contact = contactOf(data);
  const others = helpers.filter((one) => one.id !== contact?.id && (one.phone || one.email));
  return (
    <>
      <PageHead>
        <Heading level={1}>{t('calling.title')}</Heading>
        <p className="ep-soft">{t('calling.lead')}</p>
      </PageHead>
      <div className="family-page">
        <section aria-labelledby="not-sure">
          <Heading level={2} id="not-sure">
            {t('calling.notSure')}
          </Heading>
          <ContactCard data={data} />
        </section>
        {others.length > 0 ? (
          <section aria-labelledby="whom-when">
            <Heading level={2} id="whom-when">
              {t('calling.whomWhen')}
            </Heading>
            <Stack as="ul">
              {others.map((one) => {
                const name = caseNames(data).short(one.name);
                return (
                  <li key={one.id}>
                    <Card tight>
                      <p className="family-when">
                        <span className="ep-soft">{t(one.contactMeWhen && saysWhen(one.contactMeWhen) ? 'calling.whenShort' : 'calling.when')}</span> {one.contactMeWhen ? <UserText>{continued(one.contactMeWhen)}</UserText> : t('calling.about', { what: one.function.toLocaleLowerCase() })}
                      </p>
                      <div className="family-contact">
                        <PersonMark name={one.name} shape="professional" />
                        <div>
                          <b translate="no">{one.name}</b>
                          <p className="ep-soft ep-small">
                            {one.function}, {one.organisationName}
                          </p>
                        </div>
                      </div>
                      {one.phone ? (
                        <CallButton name={name} phone={one.phone} />
                      ) : (
                        <ButtonAnchor wide icon="mail" href={`mailto:${one.email ?? ''}`}>
                          {t('mail', { name })}
                        </ButtonAnchor>
                      )}
                    </Card>
                  </li>
                );
              })}
            </Stack>
          </section>
        ) : null}
        <section aria-labelledby="danger">
          <Heading level={2} id="danger">
            {t('calling.danger')}
          </Heading>
          <div className="ep-stack">
            <p>{t('calling.dangerNow')}</p>
            <ButtonAnchor wide icon="phone" href={`tel:${emergency}`}>
              {t('calling.emergency')}
            </ButtonAnchor>
            <p>{t('calling.unsafe')}</p>
            <ButtonAnchor wide icon="phone" href={phoneLink(safeAtHome)}>
              {t('calling.safeAtHome', { number: safeAtHome })}
            </ButtonAnchor>
          </div>
        </section>
        <p className="ep-more">
          <Link to={pages.helpers}>{t('calling.everybody')}</Link>
          <Icon name="next" size="s" />
        </p>
      </div>
    </>
  );
}

/** Whom to call, and when. */
export function CallPage() {
  return <FamilyCase>{(data) => <Call data={data} />}</FamilyCase>;
}
