import { sectors, type Person } from '@/api';
import { useTranslation, useWords } from '@/i18n';
import { Card, Heading, Link, PersonMark, Table, UserText } from '@/ui';
import { NetworkBadges } from './NetworkBadge';
import { TieMark } from './TieMark';
import './network.css';

type Props = { caseId: string; people: Person[]; linkTo: ((person: Person) => string) | null };

const shapeOf = (person: Person) => (person.sector === 'professional' ? 'professional' : 'network');

function Name({ person, linkTo }: { person: Person } & Pick<Props, 'linkTo'>) {
  return linkTo ? (
    <Link to={linkTo(person)}>
      <UserText>{person.name}</UserText>
    </Link>
  ) : (
    <UserText>{person.name}</UserText>
  );
}

/** For the family: people by where they belong, one under the other. */
export function PeopleCards({ caseId, people, linkTo }: Props) {
  const { t } = useTranslation('network');
  const word = useWords();
  return (
    <>
      {sectors
        .map((sector) => ({ sector, members: people.filter((person) => person.sector === sector) }))
        .filter(({ members }) => members.length > 0)
        .map(({ sector, members }) => (
          <section key={sector} aria-labelledby={`sector-${sector}`}>
            <Heading level={2} id={`sector-${sector}`}>
              {word('sectors', sector)} <span className="network-count ep-soft">{t('count', { count: members.length })}</span>
            </Heading>
            <Card flush>
              <ul className="network-list">
                {members.map((person) => (
                  <li key={person.id}>
                    <PersonMark name={person.name} shape={shapeOf(person)} />
                    <div>
                      <b>
                        <Name person={person} linkTo={linkTo} />
                      </b>
                      <p className="ep-soft ep-small">
                        {[person.relation, person.frequency ? word('networkFrequencies', person.frequency).toLocaleLowerCase() : null].filter(Boolean).join(' · ')}
                      </p>
                      {person.domains.length > 0 ? (
                        <NetworkBadges caseId={caseId} codes={person.domains} />
                      ) : null}
                      {person.supportTypes.length > 0 ? <p className="ep-small">{person.supportTypes.map((code) => word('supportTypes', code)).join(', ')}</p> : null}
                      {person.wish && person.wish !== 'same' ? <p className="ep-small">{t(`sentence.wish.${person.wish}`)}</p> : null}
                    </div>
                    {person.quality ? (
                      <span className="network-tie">
                        <TieMark quality={person.quality} />
                        <span className="ep-soft ep-small">{word('qualities', person.quality)}</span>
                      </span>
                    ) : null}
                  </li>
                ))}
              </ul>
            </Card>
          </section>
        ))}
    </>
  );
}

/** For professionals: everything of everybody at once. */
export function PeopleTable({ caseId, people, linkTo }: Props) {
  const { t } = useTranslation('network');
  const word = useWords();
  const place = (person: Person) => sectors.indexOf(person.sector);
  return (
    <Card flush>
      <Table
        caption={t('heading')}
        rows={[...people].sort((a, b) => place(a) - place(b))}
        rowKey={(person) => person.id}
        columns={[
          {
            key: 'name',
            head: t('columns.name'),
            cell: (person) => (
              <span className="network-name">
                <PersonMark name={person.name} shape={shapeOf(person)} size="s" />
                <span>
                  <Name person={person} linkTo={linkTo} />
                  {person.relation ? (
                    <span className="network-relation">
                      <UserText>{person.relation}</UserText>
                    </span>
                  ) : null}
                </span>
              </span>
            ),
          },
          { key: 'sector', head: t('columns.sector'), cell: (person) => word('sectors', person.sector) },
          { key: 'frequency', head: t('columns.frequency'), cell: (person) => (person.frequency ? word('networkFrequencies', person.frequency) : <span className="ep-soft">{t('notSaid')}</span>) },
          {
            key: 'quality',
            head: t('columns.quality'),
            cell: (person) =>
              person.quality ? (
                <span className="network-quality">
                  <TieMark quality={person.quality} />
                  {word('qualities', person.quality)}
                </span>
              ) : (
                <span className="ep-soft">{t('notSaid')}</span>
              ),
          },
          {
            key: 'domains',
            head: t('columns.domains'),
            cell: (person) =>
              person.domains.length === 0 ? (
                <span className="ep-soft">{t('notSaid')}</span>
              ) : (
                <NetworkBadges caseId={caseId} codes={person.domains} />
              ),
          },
          { key: 'support', head: t('columns.supportTypes'), cell: (person) => person.supportTypes.map((code) => word('supportTypes', code)).join(', ') || <span className="ep-soft">{t('notSaid')}</span> },
          { key: 'wish', head: t('columns.wish'), cell: (person) => (person.wish ? t(`wishes.${person.wish}`) : <span className="ep-soft">{t('notSaid')}</span>) },
        ]}
      />
    </Card>
  );
}
