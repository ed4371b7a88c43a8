import { useState, type FormEvent } from 'react';
import { useNavigate } from 'react-router';
import { api, paths, useCaseDeed, useDraft, type Case, type Involvement, type InvolvementKind, type Professional } from '@/api';
import { useTranslation, useWords } from '@/i18n';
import { DraftNotice, errorAt, formErrors, may, ProfessionalPicker } from '@/parts';
import { pages } from '@/routing';
import { Button, ButtonLink, ErrorSummary, RadioGroup, Row, TextArea, useToasts, type FieldError } from '@/ui';
import { Chosen, type Person } from '../components/Chosen';
import { NotAllowed } from '../components/NotAllowed';
import { UnderTeam } from '../components/UnderTeam';

type Values = { person: Person | null; kind: Exclude<InvolvementKind, 'intake'>; reason: string };
type Invite = { professionalId: string; kind: InvolvementKind; reason?: string };

const fieldOf = (pointer: string) => ({ '/professionalId': 'invite-person', '/kind': 'invite-kind', '/reason': 'invite-reason' })[pointer] ?? null;
const kinds = ['professional', 'information-only'] as const;

/** Why somebody of the directory cannot be invited. */
function useTaken(data: Case) {
  const { t } = useTranslation('team');
  return (person: Professional) => {
    const one = data.involvements.find((other) => other.professionalId === person.id && other.status !== 'ended');
    return one ? (one.status === 'invited' ? t('helpers.invited') : t('invite.takesPart')) : null;
  };
}

function Form({ data }: { data: Case }) {
  const { t } = useTranslation('team');
  const { t: common } = useTranslation();
  const word = useWords();
  const { say } = useToasts();
  const navigate = useNavigate();
  const taken = useTaken(data);
  const draft = useDraft<Values>(`invite:${data.id}`, { person: null, kind: 'professional', reason: '' });
  const { person, kind, reason } = draft.values;
  const [errors, setErrors] = useState<FieldError[]>([]);
  const invite = useCaseDeed<Invite, Involvement>(data.id, (body, key) => api.create(paths.involvements(data.id), body, key));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (invite.isPending) return;
    if (!person) {
      setErrors([{ fieldId: 'invite-person', text: t('invite.missing') }]);
      return;
    }
    invite.mutate(
      { professionalId: person.id, kind, ...(reason.trim() === '' ? {} : { reason: reason.trim() }) },
      {
        onSuccess: () => {
          draft.saved();
          say(t('invite.done', { name: person.name }));
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
        <Chosen person={person} onOther={() => draft.change({ person: null })} />
      ) : (
        <ProfessionalPicker id="invite-person" error={errorAt(errors, 'invite-person')} taken={taken} onPick={({ id, name, function: work, organisationName }) => draft.change({ person: { id, name, function: work, organisationName } })} />
      )}
      <RadioGroup
        id="invite-kind"
        legend={t('invite.kind')}
        choices={kinds.map((code) => ({ value: code, label: word('involvementKinds', code), help: t(`invite.kindHelp.${code}`) }))}
        value={kind}
        onChange={(next) => draft.change({ kind: next as Values['kind'] })}
        big
      />
      <TextArea id="invite-reason" label={t('invite.reason')} help={t('invite.reasonHelp')} value={reason} onChange={(next) => draft.change({ reason: next })} maxLength={1000} error={errorAt(errors, 'invite-reason')} />
      <Row>
        <Button type="submit" kind="main" icon="send" busy={invite.isPending}>
          {t('invite.send')}
        </Button>
        <ButtonLink kind="quiet" to={pages.team(data.id)}>
          {common('actions.cancel')}
        </ButtonLink>
      </Row>
    </form>
  );
}

/** Finding somebody in the directory and asking to take part. */
export function InvitePage() {
  const { t } = useTranslation('team');
  return (
    <UnderTeam title={() => t('title.invite')} lead={() => t('invite.lead')}>
      {(data) => (may(data, 'invite') ? <Form data={data} /> : <NotAllowed />)}
    </UnderTeam>
  );
}
