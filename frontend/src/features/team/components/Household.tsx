import { useState } from 'react';
import { api, paths, useCaseDeed, type Case, type HouseholdMember } from '@/api';
import { useTranslation, useWords } from '@/i18n';
import { may } from '@/parts';
import { pages } from '@/routing';
import { Badge, Button, ButtonLink, Dialog, Heading, Paragraph, PersonMark, SectionHead, UserText, useToasts } from '@/ui';
import { Failure } from './Failure';

function EndAccess({ data, member }: { data: Case; member: HouseholdMember }) {
  const { t } = useTranslation('team');
  const { say } = useToasts();
  const [asking, setAsking] = useState(false);
  const end = useCaseDeed<void, void>(data.id, () => api.remove(paths.memberAccess(data.id, member.id)));
  const run = () => {
    if (end.isPending) return;
    end.mutate(undefined, {
      onSuccess: () => {
        setAsking(false);
        say(t('access.ended', { name: member.name }));
      },
    });
  };
  return (
    <>
      <Button kind="quiet" small aria-label={t('access.endOf', { name: member.name })} onClick={() => setAsking(true)}>
        {t('access.end')}
      </Button>
      <Dialog
        title={t('access.sure', { name: member.name })}
        open={asking}
        onClose={() => setAsking(false)}
        actions={
          <>
            <Button kind="danger" busy={end.isPending} onClick={run}>
              {t('access.end')}
            </Button>
            <Button kind="quiet" onClick={() => setAsking(false)}>
              {t('notAfterAll')}
            </Button>
          </>
        }
      >
        <Failure error={end.error} />
        <Paragraph>{t('access.sureText', { name: member.name })}</Paragraph>
      </Dialog>
    </>
  );
}

function Member({ data, member }: { data: Case; member: HouseholdMember }) {
  const { t } = useTranslation('team');
  const { t: common } = useTranslation();
  const word = useWords();
  const facts = [word('householdRoles', member.role).toLocaleLowerCase(), word('ageBands', member.ageBand).toLocaleLowerCase(), t('household.speaks', { language: word('languages', member.language) })];
  return (
    <li className="person">
      <PersonMark name={member.name} shape="family" />
      <div>
        <p>
          <b>
            <UserText>{member.name}</UserText>
          </b>{' '}
          {member.hasAccess ? <Badge tone="good">{t('household.reads')}</Badge> : null}
        </p>
        <p className="ep-soft ep-small">{facts.join(', ')}</p>
        {member.interpreter === 'no' ? null : <p className="ep-small">{word('interpreterNeeds', member.interpreter)}</p>}
        {member.note ? (
          <p className="ep-small">
            <UserText>{member.note}</UserText>
          </p>
        ) : null}
      </div>
      {may(data, 'edit-household') ? (
        <div className="person__deeds">
          <ButtonLink kind="quiet" small to={pages.member(data.id, member.id)} aria-label={`${common('actions.change')}: ${member.name}`}>
            {common('actions.change')}
          </ButtonLink>
          {member.hasAccess ? (
            <EndAccess data={data} member={member} />
          ) : (
            <ButtonLink small to={pages.memberAccess(data.id, member.id)} aria-label={t('access.giveTo', { name: member.name })}>
              {t('access.give')}
            </ButtonLink>
          )}
        </div>
      ) : null}
    </li>
  );
}

/** The people of the household, and who of them reads along. */
export function Household({ data }: { data: Case }) {
  const { t } = useTranslation('team');
  return (
    <section aria-labelledby="household">
      <SectionHead
        end={
          may(data, 'edit-household') ? (
            <ButtonLink kind="quiet" small icon="plus" to={pages.newMember(data.id)}>
              {t('household.add')}
            </ButtonLink>
          ) : null
        }
      >
        <Heading level={2} id="household">
          {t('household.title')}
        </Heading>
      </SectionHead>
      <ul className="person-list">
        {data.household.map((member) => (
          <Member key={member.id} data={data} member={member} />
        ))}
      </ul>
    </section>
  );
}
