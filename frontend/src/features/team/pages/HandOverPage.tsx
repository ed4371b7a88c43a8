import { useState, type FormEvent } from 'react';
import { useNavigate, useParams } from 'react-router';
import { api, paths, useCaseDeed, useDraft, type Case, type Involvement, type PendingHandover } from '@/api';
import { useTranslation } from '@/i18n';
import { DraftNotice, errorAt, formErrors, NotForYou, ProfessionalPicker, Swap } from '@/parts';
import { pages } from '@/routing';
import { Button, ButtonLink, ErrorSummary, Heading, Icon, Row, TextArea, useToasts, type FieldError } from '@/ui';
import { Chosen, type Person } from '../components/Chosen';
import { NotAllowed } from '../components/NotAllowed';
import { UnderTeam } from '../components/UnderTeam';
import { isMe, mayHandOver } from '../who';

type Values = { person: Person | null; reason: string };

const fieldOf = (pointer: string) => ({ '/toProfessionalId': 'handover-person', '/reason': 'handover-reason' })[pointer] ?? null;

function Form({ data, one }: { data: Case; one: Involvement }) {
  const { t } = useTranslation('team');
  const { t: common } = useTranslation();
  const { say } = useToasts();
  const navigate = useNavigate();
  const draft = useDraft<Values>(`handover:${one.id}`, { person: null, reason: '' });
  const { person, reason } = draft.values;
  const [errors, setErrors] = useState<FieldError[]>([]);
  const propose = useCaseDeed<{ toProfessionalId: string; reason: string }, PendingHandover>(data.id, (body, key) => api.create(paths.handover(data.id, one.id), body, key));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (propose.isPending) return;
    const wrong: FieldError[] = [];
    if (!person) wrong.push({ fieldId: 'handover-person', text: t('handover.missingPerson') });
    if (reason.trim() === '') wrong.push({ fieldId: 'handover-reason', text: t('handover.missingReason') });
    setErrors(wrong);
    if (!person || wrong.length > 0) return;
    propose.mutate(
      { toProfessionalId: person.id, reason: reason.trim() },
      {
        onSuccess: () => {
          draft.saved();
          say(t('handover.done', { name: person.name, from: one.name }));
          void navigate(pages.team(data.id));
        },
        onError: (error) => setErrors(formErrors(error, fieldOf, common)),
      },
    );
  };
  return (
    <form className="team-form" noValidate onSubmit={submit}>
      <DraftNotice draft={draft} />
      <ErrorSummary errors={errors} />
      {person ? (
        <>
          <Swap
            label={t('handover.who')}
            now={{ when: t('handover.now'), name: one.name, second: `${one.function}, ${one.organisationName}` }}
            next={{ when: t('handover.next'), name: person.name, second: `${person.function}, ${person.organisationName}` }}
          />
          <Chosen person={person} onOther={() => draft.change({ person: null })} />
        </>
      ) : (
        <ProfessionalPicker
          id="handover-person"
          error={errorAt(errors, 'handover-person')}
          taken={(found) => (data.involvements.some((other) => other.professionalId === found.id && other.status !== 'ended') ? t('invite.takesPart') : null)}
          onPick={({ id, name, function: work, organisationName }) => draft.change({ person: { id, name, function: work, organisationName } })}
        />
      )}
      <TextArea id="handover-reason" label={t('handover.reason')} help={t('handover.reasonHelp')} value={reason} onChange={(next) => draft.change({ reason: next })} maxLength={1000} rows={4} voice error={errorAt(errors, 'handover-reason')} />
      <section>
        <Heading level={2} look={3}>
          {t('handover.then')}
        </Heading>
        <ul className="team-then">
          {(['stays', 'card', 'history', 'told'] as const).map((key) => (
            <li key={key}>
              <Icon name="check" size="s" />
              <span>{t(`handover.thenList.${key}`, { from: one.name })}</span>
            </li>
          ))}
        </ul>
      </section>
      <Row>
        <Button type="submit" kind="main" icon="send" busy={propose.isPending}>
          {t('handover.submit')}
        </Button>
        <ButtonLink kind="quiet" to={pages.team(data.id)}>
          {common('actions.cancel')}
        </ButtonLink>
      </Row>
    </form>
  );
}

/** Asking somebody to take over; nothing changes until that person says yes. */
export function HandOverPage() {
  const { t } = useTranslation('team');
  const { involvementId } = useParams();
  const find = (data: Case) => data.involvements.find((one) => one.id === involvementId);
  const title = (data: Case) => {
    const one = find(data);
    return !one || isMe(data, one) ? t('handover.titleYou') : t('handover.title', { name: one.name });
  };
  return (
    <UnderTeam title={title} lead={() => t('handover.lead')}>
      {(data) => {
        const one = find(data);
        if (!one) return <NotForYou />;
        return mayHandOver(data, one) ? <Form key={one.id} data={data} one={one} /> : <NotAllowed />;
      }}
    </UnderTeam>
  );
}
