import { useState, type FormEvent } from 'react';
import { useNavigate } from 'react-router';
import { api, keys, paths, useDeed, useDraft, type NewStaff, type Staff } from '@/api';
import { useTranslation } from '@/i18n';
import { DraftNotice } from '@/parts';
import { pages } from '@/routing';
import { Button, ButtonLink, ErrorSummary, Row, useToasts, type FieldError } from '@/ui';
import { useFailures } from '../components/failure';
import { Frame } from '../components/Frame';
import { PersonFields } from '../components/PersonFields';
import { useCheckPerson } from '../useCheckPerson';
import { emptyPerson, toPerson } from '../values';

function Form() {
  const { t } = useTranslation('people');
  const { t: common } = useTranslation();
  const { say } = useToasts();
  const navigate = useNavigate();
  const failures = useFailures();
  const check = useCheckPerson();
  const draft = useDraft('new-colleague', emptyPerson);
  const [errors, setErrors] = useState<FieldError[]>([]);
  const add = useDeed<NewStaff, Staff>([keys.staff], (body, key) => api.create<Staff>(paths.staff, body, key));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (add.isPending) return;
    const wrong = check(draft.values);
    setErrors(wrong);
    if (wrong.length > 0) return;
    add.mutate(toPerson(draft.values), {
      onSuccess: (added) => {
        draft.discard();
        say(t('new.done', { name: added.name }));
        void navigate(pages.staff);
      },
      onError: (error) => setErrors(failures(error)),
    });
  };
  return (
    <form className="people-form" noValidate onSubmit={submit}>
      <DraftNotice draft={draft} />
      <ErrorSummary errors={errors} />
      <PersonFields values={draft.values} change={draft.change} errors={errors} />
      <Row>
        <Button type="submit" kind="main" busy={add.isPending}>
          {t('new.submit')}
        </Button>
        <ButtonLink kind="quiet" to={pages.staff}>
          {common('actions.cancel')}
        </ButtonLink>
      </Row>
    </form>
  );
}

/** Somebody begins to work here. */
export function NewPersonPage() {
  const { t } = useTranslation('people');
  return (
    <Frame under title={() => t('new.title')} lead={t('new.lead')}>
      {() => <Form />}
    </Frame>
  );
}
