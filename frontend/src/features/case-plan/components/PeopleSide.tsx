import { usePeople, type Case, type Involvement } from '@/api';
import { today, useTranslation, useWords } from '@/i18n';
import { may, mayFillCard, seesPeople } from '@/parts';
import { pages } from '@/routing';
import { Badge, Heading, Link, PeopleList, PeopleRow, PersonMark, SectionHead, UserText } from '@/ui';

function CardState({ data, one }: { data: Case; one: Involvement }) {
  const { t } = useTranslation('casePlan');
  if (one.status === 'invited') return <Badge tone="line">{t('people.invited')}</Badge>;
  if (one.period?.until && one.period.until < today()) return <Badge tone="ask">{t('people.past')}</Badge>;
  if (!one.cardComplete) return one.id === data.myInvolvementId && mayFillCard(data) ? <Link to={pages.myCard(data.id)}>{t('people.fillCard')}</Link> : <Badge tone="ask">{t('people.noCard')}</Badge>;
  return null;
}

/** Everybody of the case: the household, people the family knows, professionals. */
export function PeopleSide({ data }: { data: Case }) {
  const { t } = useTranslation('casePlan');
  const word = useWords();
  const known = (usePeople(data.id, seesPeople(data)).data ?? []).filter((person) => person.sector !== 'professional');
  const helpers = data.involvements.filter((one) => one.status !== 'ended' && one.kind !== 'intake').concat(data.involvements.filter((one) => one.status === 'active' && one.kind === 'intake'));
  const second = (one: Involvement) => [one.function, one.isCoordinator ? word('coordinatorLabels', data.coordinatorLabel) : '', one.organisationName].filter(Boolean).join(', ');
  return (
    <section aria-labelledby="people">
      <SectionHead end={may(data, 'invite') ? <Link to={pages.invite(data.id)}>{t('people.invite')}</Link> : undefined}>
        <Heading level={2} id="people">
          {t('people.title')}
        </Heading>
      </SectionHead>
      <h3 className="cp-people__head">{t('people.household')}</h3>
      <PeopleList>
        {data.household.map((member) => (
          <PeopleRow
            key={member.id}
            mark={<PersonMark name={member.name} shape="family" />}
            name={<UserText>{member.name}</UserText>}
            second={[word('householdRoles', member.role), member.language === 'nl' ? '' : word('languages', member.language), member.interpreter === 'no' ? '' : word('interpreterNeeds', member.interpreter).toLocaleLowerCase()].filter(Boolean).join(', ')}
          />
        ))}
      </PeopleList>
      {known.length > 0 ? (
        <>
          <h3 className="cp-people__head">{t('people.known')}</h3>
          <PeopleList>
            {known.map((person) => (
              <PeopleRow key={person.id} mark={<PersonMark name={person.name} shape="network" />} name={<UserText>{person.name}</UserText>} second={person.relation ? <UserText>{person.relation}</UserText> : undefined} />
            ))}
          </PeopleList>
        </>
      ) : null}
      <h3 className="cp-people__head">{t('people.helpers')}</h3>
      <PeopleList>
        {helpers.map((one) => (
          <PeopleRow key={one.id} mark={<PersonMark name={one.name} shape="professional" />} name={<UserText>{one.name}</UserText>} second={second(one)} end={<CardState data={data} one={one} />} />
        ))}
      </PeopleList>
    </section>
  );
}
