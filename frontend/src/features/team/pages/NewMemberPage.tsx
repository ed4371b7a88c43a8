import { useState, type FormEvent } from 'react';
import { useNavigate } from 'react-router';
import { api, paths, useCaseDeed, useDraft, useReference, type Case, type HouseholdMember, type NewHouseholdMember, type Reference } from '@/api';
import { useTranslation } from '@/i18n';
import { DraftNotice, formErrors, Loaded, may } from '@/parts';
import { pages } from '@/routing';
import { Button, ButtonLink, ErrorSummary, Row, useToasts, type FieldError } from '@/ui';
import { emptyMember, fieldOf, MemberFields, toMember } from '../components/MemberFields';
import { NotAllowed } from '../components/NotAllowed';
import { UnderTeam } from '../components/UnderTeam';
import { useCheckMember } from '../useCheckMember';

function Form({ data, reference }: { data: Case; reference: Reference }) {
  const { t } = useTranslation('team');
  const { t: common } = useTranslation();
  const { say } = useToasts();
  const navigate = useNavigate();
  const check = useCheckMember();
  const draft = useDraft(`member-new:${data.id}`, emptyMember);
  const [errors, setErrors] = useState<FieldError[]>([]);
  const add = useCaseDeed<NewHouseholdMember, HouseholdMember>(data.id, (member, key) => api.create(paths.household(data.id), member, key));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (add.isPending) return;
    const wrong = check(draft.values);
    setErrors(wrong);
    if (wrong.length > 0) return;
    add.mutate(toMember(draft.values), {
      onSuccess: () => {
        draft.saved();
        say(t('member.added', { name: draft.values.name.trim() }));
        void navigate(pages.team(data.id));
      },
      onError: (error) => setErrors(formErrors(error, fieldOf, common)),
    });
  };
  return (
    <form className="team-form" noValidate onSubmit={submit}>
      <DraftNotice draft={draft} />
      <ErrorSummary errors={errors} />
      <MemberFields values={draft.values} change={draft.change} errors={errors} reference={reference} />
      <Row>
        <Button type="submit" kind="main" busy={add.isPending}>
          {t('member.add')}
        </Button>
        <ButtonLink kind="quiet" to={pages.team(data.id)}>
          {common('actions.cancel')}
        </ButtonLink>
      </Row>
    </form>
  );
}

export function NewMemberPage() {
  const { t } = useTranslation('team');
  const reference = useReference();
  return <UnderTeam title={() => t('title.newMember')}>{(data) => (may(data, 'edit-household') ? <Loaded query={reference}>{(lists) => <Form data={data} reference={lists} />}</Loaded> : <NotAllowed />)}</UnderTeam>;
}
