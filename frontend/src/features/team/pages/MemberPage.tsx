import { useState, type FormEvent } from 'react';
import { useNavigate, useParams } from 'react-router';
import { api, paths, useCaseDeed, useReference, type Case, type HouseholdMember, type NewHouseholdMember, type Reference } from '@/api';
import { useTranslation, useWords } from '@/i18n';
import { ConflictChoice, DraftNotice, Loaded, may, NotForYou, useItemEdit, type ConflictRules } from '@/parts';
import { pages } from '@/routing';
import { Button, ButtonLink, Dialog, ErrorSummary, Paragraph, Row, useToasts } from '@/ui';
import { Failure } from '../components/Failure';
import { fieldOf, memberFields, MemberFields, toMember, type MemberValues } from '../components/MemberFields';
import { NotAllowed } from '../components/NotAllowed';
import { UnderTeam } from '../components/UnderTeam';
import { useCheckMember } from '../useCheckMember';

const toValues = ({ name, role, ageBand, language, interpreter, note }: HouseholdMember): MemberValues => ({ name, role, ageBand, language, interpreter, note: note ?? '' });

function Remove({ data, member }: { data: Case; member: HouseholdMember }) {
  const { t } = useTranslation('team');
  const { t: common } = useTranslation();
  const { say } = useToasts();
  const navigate = useNavigate();
  const [asking, setAsking] = useState(false);
  const remove = useCaseDeed<void, void>(data.id, () => api.remove(paths.member(data.id, member.id), member.version));
  const run = () => {
    if (remove.isPending) return;
    remove.mutate(undefined, {
      onSuccess: () => {
        say(t('member.removed', { name: member.name }));
        void navigate(pages.team(data.id), { replace: true });
      },
    });
  };
  return (
    <>
      <Button kind="danger" onClick={() => setAsking(true)}>
        {t('member.remove', { name: member.name })}
      </Button>
      <Dialog
        title={t('member.sure', { name: member.name })}
        open={asking}
        onClose={() => setAsking(false)}
        actions={
          <>
            <Button kind="danger" busy={remove.isPending} onClick={run}>
              {common('actions.remove')}
            </Button>
            <Button kind="quiet" onClick={() => setAsking(false)}>
              {t('notAfterAll')}
            </Button>
          </>
        }
      >
        <Failure error={remove.error} />
        <Paragraph>{member.hasAccess ? t('member.sureAccess', { name: member.name }) : t('member.sureText')}</Paragraph>
      </Dialog>
    </>
  );
}

function useRules(): ConflictRules<NewHouseholdMember> {
  const { t } = useTranslation('team');
  const word = useWords();
  const code = (label: string, list: 'householdRoles' | 'ageBands' | 'languages' | 'interpreterNeeds') => ({ label, describe: (value: unknown) => word(list, String(value ?? '')) });
  return {
    name: { label: t('member.name') },
    note: { label: t('member.note') },
    role: code(t('member.role'), 'householdRoles'),
    ageBand: code(t('member.age'), 'ageBands'),
    language: code(t('member.language'), 'languages'),
    interpreter: code(t('member.interpreter'), 'interpreterNeeds'),
  };
}

function Form({ data, member, reference }: { data: Case; member: HouseholdMember; reference: Reference }) {
  const { t: common } = useTranslation();
  const navigate = useNavigate();
  const check = useCheckMember();
  const rules = useRules();
  const edit = useItemEdit<NewHouseholdMember, HouseholdMember, MemberValues>({
    form: `member:${member.id}`,
    caseId: data.id,
    path: paths.member(data.id, member.id),
    item: member,
    fields: memberFields,
    toValues,
    toFields: toMember,
    fieldOf,
    check,
    onSaved: () => void navigate(pages.team(data.id)),
  });
  if (edit.conflict)
    return (
      <ConflictChoice
        conflicts={edit.conflict.conflicts}
        rules={rules}
        otherName={edit.conflict.changedBy}
        changedAt={edit.conflict.changedAt}
        busy={edit.busy}
        onChoose={(chosen) => void edit.resolve(chosen)}
        onBack={edit.backToForm}
      />
    );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void edit.save();
  };
  return (
    <form className="team-form" noValidate onSubmit={submit}>
      <DraftNotice draft={edit.draft} />
      <ErrorSummary errors={edit.errors} />
      <MemberFields values={edit.values} change={edit.change} errors={edit.errors} reference={reference} />
      <Row>
        <Button type="submit" kind="main" busy={edit.busy}>
          {common('actions.save')}
        </Button>
        <ButtonLink kind="quiet" to={pages.team(data.id)}>
          {common('actions.cancel')}
        </ButtonLink>
        <span className="ep-push">
          <Remove data={data} member={member} />
        </span>
      </Row>
    </form>
  );
}

/** Changing or taking away one person of the household. */
export function MemberPage() {
  const { t } = useTranslation('team');
  const { memberId } = useParams();
  const reference = useReference();
  return (
    <UnderTeam title={() => t('title.member')}>
      {(data) => {
        const member = data.household.find((one) => one.id === memberId);
        if (!member) return <NotForYou />;
        return may(data, 'edit-household') ? <Loaded query={reference}>{(lists) => <Form key={member.id} data={data} member={member} reference={lists} />}</Loaded> : <NotAllowed />;
      }}
    </UnderTeam>
  );
}
