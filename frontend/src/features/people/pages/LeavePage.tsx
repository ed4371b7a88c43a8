import { useState, type FormEvent } from 'react';
import { useNavigate, useParams } from 'react-router';
import { api, keys, paths, useDeed, useDraft, type Staff } from '@/api';
import { useTranslation } from '@/i18n';
import { DraftNotice, errorAt, NotForYou } from '@/parts';
import { pages } from '@/routing';
import { Button, ButtonLink, ErrorSummary, Heading, Icon, Row, SelectField, useToasts, type FieldError } from '@/ui';
import { useFailures } from '../components/failure';
import { Frame } from '../components/Frame';

const fieldOf = (pointer: string) => (pointer === '/successorId' ? 'leave-successor' : null);

function Form({ one, colleagues }: { one: Staff; colleagues: Staff[] }) {
  const { t } = useTranslation('people');
  const { t: common } = useTranslation();
  const { say } = useToasts();
  const navigate = useNavigate();
  const failures = useFailures(fieldOf);
  const draft = useDraft(`colleague-leaves:${one.id}`, { successorId: '' });
  const [errors, setErrors] = useState<FieldError[]>([]);
  const leave = useDeed<{ successorId: string | null }, Staff>([keys.staff], (body) => api.act<Staff>(paths.staffLeave(one.id), one.version, body));
  const successor = colleagues.find((other) => other.id === draft.values.successorId);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (leave.isPending) return;
    setErrors([]);
    leave.mutate(
      { successorId: successor?.id ?? null },
      {
        onSuccess: () => {
          draft.discard();
          say(t('leave.done', { name: one.name }));
          void navigate(pages.staff, { replace: true });
        },
        onError: (error) => setErrors(failures(error)),
      },
    );
  };
  const then = ['access', 'told', successor ? 'asked' : 'nobody', 'back'] as const;
  return (
    <form className="people-form" noValidate onSubmit={submit}>
      <DraftNotice draft={draft} />
      <ErrorSummary errors={errors} />
      {colleagues.length > 0 ? (
        <SelectField
          id="leave-successor"
          label={t('leave.successor', { name: one.name })}
          help={t('leave.successorHelp')}
          value={draft.values.successorId}
          onChange={(successorId) => draft.change({ successorId })}
          options={colleagues.map((other) => ({ value: other.id, label: `${other.name}, ${other.function}` }))}
          empty={t('leave.noSuccessor')}
          error={errorAt(errors, 'leave-successor')}
        />
      ) : null}
      <section aria-live="polite">
        <Heading level={2} look={3}>
          {t('leave.then')}
        </Heading>
        <ul className="people-then">
          {then.map((key) => (
            <li key={key}>
              <Icon name="arrow" size="s" />
              <span>{t(`leave.thenList.${key}`, { name: one.name, successor: successor?.name })}</span>
            </li>
          ))}
        </ul>
      </section>
      <Row>
        <Button type="submit" kind="danger" busy={leave.isPending}>
          {t('leave.submit', { name: one.name })}
        </Button>
        <ButtonLink kind="quiet" to={pages.staff}>
          {common('actions.cancel')}
        </ButtonLink>
      </Row>
    </form>
  );
}

/** Somebody stops working here: what that does, and who is asked to go on. */
export function LeavePage() {
  const { t } = useTranslation('people');
  const { personId } = useParams();
  const find = (people: Staff[]) => people.find((one) => one.id === personId && one.active);
  return (
    <Frame under title={(people) => find(people) ? t('leave.title', { name: find(people)?.name }) : t('title.leave')}>
      {(people) => {
        const one = find(people);
        return one ? <Form key={one.id} one={one} colleagues={people.filter((other) => other.active && other.id !== one.id)} /> : <NotForYou />;
      }}
    </Frame>
  );
}
