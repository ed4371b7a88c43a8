import { useState, type FormEvent } from 'react';
import { useNavigate } from 'react-router';
import { api, paths, useCaseDeed, useDraft, type Case } from '@/api';
import { useTranslation } from '@/i18n';
import { DraftNotice, errorAt, formErrors, may } from '@/parts';
import { pages } from '@/routing';
import { Button, ButtonLink, ErrorSummary, Link, Notice, Paragraph, RadioGroup, Row, useToasts, type FieldError } from '@/ui';
import { NotAllowed } from '../components/NotAllowed';
import { UnderTeam } from '../components/UnderTeam';
import { isMe, mayCoordinate } from '../who';

const fieldId = 'appoint-who';

function Form({ data }: { data: Case }) {
  const { t } = useTranslation('team');
  const { t: common } = useTranslation();
  const { say } = useToasts();
  const navigate = useNavigate();
  const draft = useDraft(`appoint:${data.id}`, { involvementId: '' });
  const [errors, setErrors] = useState<FieldError[]>([]);
  const appoint = useCaseDeed<{ involvementId: string }, void>(data.id, (choice, key) => api.post(paths.coordinator(data.id), choice, key));
  const people = data.involvements.filter((one) => mayCoordinate(data, one));
  const first = data.coordinator === null;
  const chosen = people.find((one) => one.id === draft.values.involvementId);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (appoint.isPending) return;
    if (!chosen) {
      setErrors([{ fieldId, text: t('appoint.missing') }]);
      return;
    }
    appoint.mutate(
      { involvementId: chosen.id },
      {
        onSuccess: () => {
          draft.saved();
          say(t(first ? 'appoint.done' : 'appoint.asked', { name: chosen.name }));
          void navigate(pages.team(data.id));
        },
        onError: (error) => setErrors(formErrors(error, () => fieldId, common)),
      },
    );
  };
  if (people.length === 0)
    return (
      <>
        <Paragraph>{t('appoint.nobody')}</Paragraph>
        {may(data, 'invite') ? (
          <p>
            <Link to={pages.invite(data.id)}>{t('helpers.invite')}</Link>
          </p>
        ) : null}
      </>
    );
  return (
    <form className="team-form" noValidate onSubmit={submit}>
      <DraftNotice draft={draft} />
      <ErrorSummary errors={errors} />
      {data.pendingCoordinator ? <Notice tone="ask">{t('appoint.replaces', { name: data.pendingCoordinator.name })}</Notice> : null}
      <RadioGroup
        id={fieldId}
        legend={t('appoint.legend')}
        error={errorAt(errors, fieldId)}
        big
        choices={people.map((one) => ({
          value: one.id,
          label: isMe(data, one) ? t('appoint.you', { name: one.name }) : one.name,
          help: [one.function, one.organisationName, one.status === 'invited' ? t('appoint.invited') : null].filter(Boolean).join(', '),
        }))}
        value={draft.values.involvementId}
        onChange={(involvementId) => draft.change({ involvementId })}
      />
      <Row>
        <Button type="submit" kind="main" busy={appoint.isPending}>
          {t(first ? 'appoint.submit' : 'appoint.ask')}
        </Button>
        <ButtonLink kind="quiet" to={pages.team(data.id)}>
          {common('actions.cancel')}
        </ButtonLink>
      </Row>
      {may(data, 'invite') ? (
        <p className="ep-small">
          {t('appoint.notHere')} <Link to={pages.invite(data.id)}>{t('helpers.invite')}</Link>
        </p>
      ) : null}
    </form>
  );
}

/** The first coordinator is appointed at once; a later one is asked, and until the yes the old one stays. */
export function AppointPage() {
  const { t } = useTranslation('team');
  return (
    <UnderTeam title={(data) => t(data.coordinator ? 'appoint.titleNext' : 'title.appoint')} lead={(data) => (data.coordinator ? t('appoint.leadNext', { name: data.coordinator.name }) : t('appoint.lead'))}>
      {(data) => (may(data, 'appoint-coordinator') ? <Form data={data} /> : <NotAllowed />)}
    </UnderTeam>
  );
}
