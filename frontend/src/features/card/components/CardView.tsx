import type { ReactNode } from 'react';
import type { Case, Involvement } from '@/api';
import { useDates, useTranslation, useWords } from '@/i18n';
import { FamilyBadge, shortNames, useCardFacts, useFamilyDomain } from '@/parts';
import { pages } from '@/routing';
import { Badge, HelperCard, Link, Notice, UserText } from '@/ui';
import { taskText } from '../rules';
import { HideCard } from './HideCard';
import { WantMatch } from './WantMatch';

type Props = { data: Case; card: Involvement };

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div>
      <h4>{title}</h4>
      <ul>{children}</ul>
    </div>
  );
}

/** What only professionals read: reason, tasks, what is told and what is wanted. */
function ForColleagues({ data, card }: Props) {
  const { t } = useTranslation('card');
  const word = useWords();
  const domain = useFamilyDomain(data.id);
  const member = shortNames(data.household);
  const members = (ids: string[]) => ids.map(member).filter(Boolean).join(', ');
  const from = (id?: string | null) => data.involvements.find((one) => one.id === id)?.name;
  return (
    <div className="card-view__more">
      {card.reason ? (
        <div>
          <h4>{t('reason')}</h4>
          <p>
            <UserText>{card.reason}</UserText>
          </p>
        </div>
      ) : null}
      {card.tasks.length > 0 ? (
        <Part title={t('tasks.title')}>
          {card.tasks.map((row, at) => (
            <li key={at}>
              <UserText>{taskText(row, word)}</UserText> <span className="ep-soft">({[domain(row.domain), members(row.members)].filter(Boolean).join(', ')})</span>
            </li>
          ))}
        </Part>
      ) : null}
      {card.gives.length > 0 ? (
        <Part title={t('cards.gives')}>
          {card.gives.map((row, at) => (
            <li key={at}>
              {word('subjects', row.subject)} <span className="ep-soft">({members(row.about)})</span>
            </li>
          ))}
        </Part>
      ) : null}
      {card.wants.length > 0 ? (
        <Part title={t('cards.wants')}>
          {card.wants.map((row, at) => (
            <li key={at}>
              {word('subjects', row.subject)} <span className="ep-soft">({[members(row.about), from(row.from) ? t('cards.from', { name: from(row.from) }) : ''].filter(Boolean).join('; ')})</span>
              <WantMatch data={data} card={card} row={row} />
            </li>
          ))}
        </Part>
      ) : null}
    </div>
  );
}

/** One card as colleagues read it. */
export function CardView({ data, card }: Props) {
  const { t } = useTranslation('card');
  const word = useWords();
  const dates = useDates();
  const facts = useCardFacts()(card);
  const mine = card.id === data.myInvolvementId;
  const lead = card.leadPractitionerOf.map(shortNames(data.household)).filter(Boolean).join(', ');
  return (
    <HelperCard
      name={card.name}
      flag={card.isCoordinator ? word('coordinatorLabels', data.coordinatorLabel) : undefined}
      second={
        <>
          {card.function}
          <br />
          {card.organisationName}
        </>
      }
      role={
        card.familyRole || card.lifeDomains.length > 0 || lead ? (
          <>
            {card.familyRole ? <UserText>{card.familyRole}</UserText> : null}
            {lead ? <span className="ep-soft">{t('cards.lead', { names: lead })}</span> : null}
            {card.lifeDomains.map((code) => (
              <FamilyBadge key={code} caseId={data.id} code={code} />
            ))}
          </>
        ) : undefined
      }
      facts={facts}
      note={
        <>
          {card.hiddenFromFamily ? (
            <div className="card-view__note">
              <Notice tone="plain">{t('preview.hidden', { date: dates.date(card.hiddenFromFamily.until) })}</Notice>
            </div>
          ) : null}
          <ForColleagues data={data} card={card} />
          <p className="card-view__state">
            {card.status === 'invited' ? <Badge tone="line">{t('cards.invited')}</Badge> : card.cardComplete ? null : <Badge tone="ask">{t('cards.missing')}</Badge>}
            {mine ? <Link to={pages.myCard(data.id)}>{t(card.cardComplete ? 'cards.change' : 'cards.fill')}</Link> : null}
          </p>
          <HideCard data={data} card={card} />
        </>
      }
    />
  );
}
