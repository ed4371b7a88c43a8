import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { Case, Involvement } from '@/api';
import { useDates, useList, useTranslation } from '@/i18n';
import { caseNames, contactOf, FamilyBadge, FamilyCase, helpersOf, useCardFacts } from '@/parts';
import { pages } from '@/routing';
import { Button, ButtonAnchor, ButtonLink, classes, Heading, HelperCard, Notice, openTable, PageHead, Paragraph, Row, StatePage, UserText } from '@/ui';
import { phoneLink } from '../components/CallButton';
import '../components/family.css';

const firstShown = 4;

function Helper({ data, one }: { data: Case; one: Involvement }) {
  const { t } = useTranslation('family');
  const facts = useCardFacts()(one);
  const list = useList();
  const names = caseNames(data);
  const name = names.short(one.name);
  const lead = one.leadPractitionerOf.map(names.of).filter(Boolean);
  const actions = (
    <>
      {one.phone ? (
        <ButtonAnchor kind={one.isCoordinator ? 'main' : 'second'} icon="phone" href={phoneLink(one.phone)}>
          {t('call', { name })}
        </ButtonAnchor>
      ) : null}
      {one.email ? (
        <ButtonAnchor kind={one.phone ? 'quiet' : 'second'} icon="mail" href={`mailto:${one.email}`}>
          {t('mail', { name })}
        </ButtonAnchor>
      ) : null}
    </>
  );
  return (
    <HelperCard
      level={2}
      name={name}
      fullName={one.name}
      flag={one.isCoordinator ? t('contact.flag') : undefined}
      second={
        <>
          {one.function}
          <br />
          {one.organisationName}
          {one.phone ? <span className="ep-only-print">{one.phone}</span> : null}
        </>
      }
      role={
        one.familyRole || one.lifeDomains.length > 0 || lead.length > 0 ? (
          <>
            {one.familyRole ? <UserText>{one.familyRole}</UserText> : null}
            {lead.length > 0 ? <span className="ep-soft">{t('helper.lead', { names: list(lead) })}</span> : null}
            {one.lifeDomains.map((code) => (
              <FamilyBadge key={code} caseId={data.id} code={code} />
            ))}
          </>
        ) : undefined
      }
      facts={facts}
      actions={one.phone || one.email ? <div className="family-two-buttons">{actions}</div> : undefined}
      note={one.contactMeWhen ? undefined : <div className="family-card-note"><Notice tone="plain">{t('helper.noCard', { name })}</Notice></div>}
    />
  );
}

function Gone({ data }: { data: Case }) {
  const { t } = useTranslation('family');
  const { date } = useDates();
  const successor = (one: Involvement) => (one.takenOverBy ? caseNames(data).of(one.takenOverBy) : '');
  const gone = data.involvements.filter((one) => one.status === 'ended').sort((a, b) => (b.until ?? '').localeCompare(a.until ?? ''));
  if (gone.length === 0) return null;
  return (
    <section aria-labelledby="gone">
      <Heading level={2} id="gone">
        {t('helper.gone')}
      </Heading>
      <ul className="family-gone">
        {gone.map((one) => (
          <li key={one.id}>
            <b translate="no">{one.name}</b>, {one.organisationName}
            {one.until ? <span className="ep-soft"> · {t('helper.goneSince', { date: date(one.until) })}</span> : null}
            {successor(one) ? <span className="ep-soft"> · {t('helper.wentOn', { name: successor(one) })}</span> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Helpers({ data }: { data: Case }) {
  const { t } = useTranslation('family');
  const [all, setAll] = useState(false);
  const list = useRef<HTMLUListElement>(null);
  const showAll = () => {
    // At once, so that the first of the others is there to get focus.
    flushSync(() => setAll(true));
    list.current?.children[firstShown]?.querySelector<HTMLElement>('a, button')?.focus();
  };
  const helpers = helpersOf(data);
  const folded = helpers.length > firstShown + 1 && !all;
  const contact = contactOf(data);
  if (helpers.length === 0)
    return (
      <StatePage seats={openTable} title={t('helper.none')}>
        <Paragraph>{t('helper.noneText')}</Paragraph>
      </StatePage>
    );
  return (
    <>
      <PageHead>
        <Heading level={1}>{t('helper.title')}</Heading>
        <p className="ep-soft">{t('helper.lead1', { count: helpers.length })}</p>
        <div className="ep-no-print">
          <Row>
            <ButtonLink icon="print" to={pages.paper}>
              {t('onPaper')}
            </ButtonLink>
          </Row>
        </div>
      </PageHead>
      <div className="family-page">
        <ul className="ep-stack family-helpers" ref={list}>
          {helpers.map((one, index) => (
            <li key={one.id} className={classes(folded && index >= firstShown && 'family-folded')}>
              <Helper data={data} one={one} />
            </li>
          ))}
        </ul>
        {folded ? (
          <p className="ep-no-print">
            <Button wide onClick={showAll}>
              {t('helper.more', { count: helpers.length - firstShown })}
            </Button>
          </p>
        ) : null}
        <Gone data={data} />
        {contact ? (
          <p className="ep-no-print">
            {t('helper.wrong')}{' '}
            {contact.phone ? <a href={phoneLink(contact.phone)}>{t('call', { name: caseNames(data).short(contact.name) })}</a> : <b translate="no">{caseNames(data).short(contact.name)}</b>}
          </p>
        ) : null}
      </div>
    </>
  );
}

/** Everybody who helps: what they do, when to call them, when they stop. */
export function HelpersPage() {
  return <FamilyCase>{(data) => <Helpers data={data} />}</FamilyCase>;
}
