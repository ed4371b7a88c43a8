import type { Case, Involvement } from '@/api';
import { useDates, useTranslation, useWords } from '@/i18n';
import { may } from '@/parts';
import { pages } from '@/routing';
import { Badge, ButtonLink, Heading, Notice, Paragraph, PersonMark, SectionHead } from '@/ui';
import { isMe, mayEnd, mayHandOver } from '../who';

function Marks({ data, one }: { data: Case; one: Involvement }) {
  const { t } = useTranslation('team');
  const word = useWords();
  return (
    <>
      {one.isCoordinator ? <Badge tone="good">{word('coordinatorLabels', data.coordinatorLabel)}</Badge> : null}{' '}
      {data.pendingCoordinator?.involvementId === one.id ? <Badge tone="ask">{t('helpers.asked')}</Badge> : null}{' '}
      {one.status === 'invited' ? <Badge tone="ask">{t('helpers.invited')}</Badge> : null}{' '}
      {one.kind === 'professional' ? null : <Badge tone="line">{word('involvementKinds', one.kind)}</Badge>}{' '}
      {isMe(data, one) ? <Badge tone="line">{t('helpers.you')}</Badge> : null}
    </>
  );
}

function Professional({ data, one }: { data: Case; one: Involvement }) {
  const { t } = useTranslation('team');
  const { date } = useDates();
  const pending = data.pendingHandovers.find((handover) => handover.fromInvolvementId === one.id);
  return (
    <li className="person">
      <PersonMark name={one.name} shape="professional" />
      <div>
        <p>
          <b translate="no">{one.name}</b> <Marks data={data} one={one} />
        </p>
        <p className="ep-soft ep-small">
          {one.function}, {one.organisationName}
        </p>
        {one.status !== 'ended' && (one.phone || one.email) ? (
          <p className="ep-small person__reach">
            {one.phone ? <a href={`tel:${one.phone.replace(/[^+\d]/g, '')}`}>{one.phone}</a> : null}
            {one.email ? <a href={`mailto:${one.email}`}>{one.email}</a> : null}
          </p>
        ) : null}
        {pending ? (
          <Notice tone="ask">{t(pending.fromLeft ? 'helpers.pendingLeft' : 'helpers.pendingHandover', { name: pending.toProfessional.name, organisation: pending.toProfessional.organisationName, from: one.name, date: date(pending.proposedAt) })}</Notice>
        ) : null}
        {data.status === 'open' && one.isCoordinator && (isMe(data, one) || may(data, 'invite')) ? <p className="ep-soft ep-small">{t('helpers.coordinatorFirst')}</p> : null}
      </div>
      <div className="person__deeds">
        {mayHandOver(data, one) ? (
          <ButtonLink kind="quiet" small to={pages.handOver(data.id, one.id)} aria-label={t('helpers.handOverOf', { name: one.name })}>
            {t('helpers.handOver')}
          </ButtonLink>
        ) : null}
        {mayEnd(data, one) ? (
          <ButtonLink kind="quiet" small to={pages.endHelp(data.id, one.id)} aria-label={t(one.status === 'invited' ? 'helpers.withdrawOf' : 'helpers.endOf', { name: one.name })}>
            {one.status === 'invited' ? t('helpers.withdraw') : t('helpers.end')}
          </ButtonLink>
        ) : null}
      </div>
    </li>
  );
}

function Ended({ ended }: { ended: Involvement[] }) {
  const { t } = useTranslation('team');
  const { date } = useDates();
  if (ended.length === 0) return null;
  return (
    <details className="person-ended">
      <summary>{t('helpers.ended', { count: ended.length })}</summary>
      <ul className="person-list">
        {ended.map((one) => (
          <li key={one.id} className="person">
            <PersonMark name={one.name} shape="professional" />
            <div>
              <b translate="no">{one.name}</b>
              <p className="ep-soft ep-small">
                {[one.function, one.organisationName, one.until ? t('helpers.until', { date: date(one.until) }) : null].filter(Boolean).join(', ')}
              </p>
            </div>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Everybody who takes part or was asked to, and who left while a colleague is asked to go on; who stopped stays readable under it. */
export function Professionals({ data }: { data: Case }) {
  const { t } = useTranslation('team');
  const isEnded = (one: Involvement) => one.status === 'ended' && !data.pendingHandovers.some((handover) => handover.fromInvolvementId === one.id);
  const here = data.involvements.filter((one) => !isEnded(one));
  return (
    <section aria-labelledby="helpers">
      <SectionHead
        end={
          <span className="ep-row">
            {may(data, 'appoint-coordinator') && data.coordinator ? (
              <ButtonLink kind="quiet" small to={pages.appoint(data.id)}>
                {t('helpers.otherCoordinator')}
              </ButtonLink>
            ) : null}
            {may(data, 'invite') ? (
              <ButtonLink small icon="plus" to={pages.invite(data.id)}>
                {t('helpers.invite')}
              </ButtonLink>
            ) : null}
          </span>
        }
      >
        <Heading level={2} id="helpers">
          {t('helpers.title')}
        </Heading>
      </SectionHead>
      {here.length === 0 ? <Paragraph soft>{t('helpers.none')}</Paragraph> : null}
      <ul className="person-list">
        {here.map((one) => (
          <Professional key={one.id} data={data} one={one} />
        ))}
      </ul>
      <Ended ended={data.involvements.filter(isEnded)} />
    </section>
  );
}
