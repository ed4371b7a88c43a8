import { useState, type FormEvent } from 'react';
import { useNavigate, useParams } from 'react-router';
import { api, paths, useCaseDeed, useDraft, type Case, type Involvement } from '@/api';
import { useTranslation } from '@/i18n';
import { DraftNotice, errorAt, formErrors, NotForYou } from '@/parts';
import { pages } from '@/routing';
import { Button, ButtonLink, ErrorSummary, Paragraph, Row, SelectField, TextArea, useToasts, type FieldError } from '@/ui';
import { NotAllowed } from '../components/NotAllowed';
import { UnderTeam } from '../components/UnderTeam';
import { isMe, mayEnd } from '../who';

type Ending = { reason: string; takenOverBy?: string };

const fieldOf = (pointer: string) => ({ '/reason': 'end-reason', '/takenOverBy': 'end-successor' })[pointer] ?? null;

function Form({ data, one }: { data: Case; one: Involvement }) {
  const { t } = useTranslation('team');
  const { t: common } = useTranslation();
  const { say } = useToasts();
  const navigate = useNavigate();
  const draft = useDraft(`end:${one.id}`, { reason: '', takenOverBy: '' });
  const { reason, takenOverBy } = draft.values;
  const [errors, setErrors] = useState<FieldError[]>([]);
  const end = useCaseDeed<Ending, void>(isMe(data, one) ? null : data.id, (body, key) => api.post(paths.ending(data.id, one.id), body, key));
  const others = data.involvements.filter((other) => other.id !== one.id && other.status === 'active');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (end.isPending) return;
    if (reason.trim() === '') {
      setErrors([{ fieldId: 'end-reason', text: t('end.missing') }]);
      return;
    }
    end.mutate(
      { reason: reason.trim(), ...(takenOverBy === '' ? {} : { takenOverBy }) },
      {
        onSuccess: () => {
          draft.saved();
          say(isMe(data, one) ? t('end.doneYou') : t('end.done', { name: one.name }));
          // After ending the own help this family is out of reach.
          void navigate(isMe(data, one) ? pages.families : pages.team(data.id), { replace: true });
        },
        onError: (error) => setErrors(formErrors(error, fieldOf, common)),
      },
    );
  };
  return (
    <form className="team-form" noValidate onSubmit={submit}>
      <DraftNotice draft={draft} />
      <ErrorSummary errors={errors} />
      <Paragraph>{one.status === 'invited' ? t('end.whatInvited', { name: one.name }) : isMe(data, one) ? t('end.whatYou') : t('end.what', { name: one.name })}</Paragraph>
      <TextArea id="end-reason" label={t('end.reason')} help={t('end.reasonHelp')} value={reason} onChange={(next) => draft.change({ reason: next })} maxLength={1000} error={errorAt(errors, 'end-reason')} />
      {one.status === 'active' && others.length > 0 ? (
        <SelectField
          id="end-successor"
          label={t('end.successor')}
          help={t('end.successorHelp')}
          value={takenOverBy}
          onChange={(next) => draft.change({ takenOverBy: next })}
          options={others.map((other) => ({ value: other.id, label: `${other.name}, ${other.function}` }))}
          empty={t('end.nobody')}
          error={errorAt(errors, 'end-successor')}
        />
      ) : null}
      <Row>
        <Button type="submit" kind="danger" busy={end.isPending}>
          {one.status === 'invited' ? t('helpers.withdraw') : t('end.submit')}
        </Button>
        <ButtonLink kind="quiet" to={pages.team(data.id)}>
          {t('notAfterAll')}
        </ButtonLink>
      </Row>
    </form>
  );
}

/** Ending help: why, and who goes on. Withdrawing an invitation is the same deed. */
export function EndHelpPage() {
  const { t } = useTranslation('team');
  const { involvementId } = useParams();
  const find = (data: Case) => data.involvements.find((one) => one.id === involvementId);
  const title = (data: Case) => {
    const one = find(data);
    if (!one || isMe(data, one)) return t('end.titleYou');
    return t(one.status === 'invited' ? 'end.titleInvited' : 'end.title', { name: one.name });
  };
  return (
    <UnderTeam title={title}>
      {(data) => {
        const one = find(data);
        if (!one) return <NotForYou />;
        return mayEnd(data, one) ? <Form key={one.id} data={data} one={one} /> : <NotAllowed />;
      }}
    </UnderTeam>
  );
}
