import type { Staff } from '@/api';
import { useIdentity } from '@/api';
import { useTranslation } from '@/i18n';
import { pages } from '@/routing';
import { Badge, ButtonLink, Paragraph, PersonMark } from '@/ui';
import { Frame } from '../components/Frame';
import { intake } from '../values';

function Row({ one }: { one: Staff }) {
  const { t } = useTranslation('people');
  const { t: common } = useTranslation();
  const reach = [one.phone, one.email].filter((text) => text !== null);
  return (
    <li className="people-row">
      <PersonMark name={one.name} shape="professional" />
      <div>
        <p>
          <b translate="no">{one.name}</b> {one.roles.includes(intake) && one.active ? <Badge tone="line">{t('list.intake')}</Badge> : null}
        </p>
        <p className="ep-soft ep-small">{one.function}</p>
        {one.active && reach.length > 0 ? (
          <p className="ep-small people-row__reach">
            {reach.map((text) => (
              <span key={text}>{text}</span>
            ))}
          </p>
        ) : null}
        {one.active ? <p className="ep-soft ep-small">{one.account ? t('list.account', { account: one.account }) : t('list.noAccount')}</p> : null}
      </div>
      {one.active ? (
        <div className="people-row__deeds">
          <ButtonLink kind="quiet" small to={pages.colleague(one.id)} aria-label={t('list.changeOf', { name: one.name })}>
            {common('actions.change')}
          </ButtonLink>
          <ButtonLink kind="quiet" small to={pages.colleagueLeaves(one.id)} aria-label={t('list.leavesOf', { name: one.name })}>
            {t('list.leaves')}
          </ButtonLink>
        </div>
      ) : null}
    </li>
  );
}

/** Everybody who works for the organisation, and who did. */
export function PeoplePage() {
  const { t } = useTranslation('people');
  const { organisationName } = useIdentity();
  const here = (people: Staff[]) => people.filter((one) => one.active);
  return (
    <Frame
      title={(people) => t('list.title', { count: here(people).length, organisation: organisationName })}
      lead={t('list.lead')}
      end={
        <ButtonLink kind="main" icon="plus" to={pages.newColleague}>
          {t('list.add')}
        </ButtonLink>
      }
    >
      {(people) => {
        const left = people.filter((one) => !one.active);
        return (
          <>
            {here(people).length === 0 ? <Paragraph soft>{t('list.none')}</Paragraph> : null}
            <ul className="people-list">
              {here(people).map((one) => (
                <Row key={one.id} one={one} />
              ))}
            </ul>
            {left.length > 0 ? (
              <details className="people-left">
                <summary>{t('list.left', { count: left.length })}</summary>
                <ul className="people-list">
                  {left.map((one) => (
                    <Row key={one.id} one={one} />
                  ))}
                </ul>
              </details>
            ) : null}
          </>
        );
      }}
    </Frame>
  );
}
