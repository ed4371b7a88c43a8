import type { FormEvent, ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { usePeople, type Case, type Person } from '@/api';
import { useTranslation } from '@/i18n';
import { CaseFrame, CaseSubPage, DraftNotice, errorAt, Loaded, may, NotForYou } from '@/parts';
import { pages } from '@/routing';
import { Button, ButtonLink, ErrorSummary, Heading, openTable, Paragraph, Row, SectionHead, StatePage, type FieldError } from '@/ui';
import { FindPerson } from '../components/FindPerson';
import { NetworkViews } from '../components/NetworkViews';
import { QuestionField } from '../components/QuestionField';
import { RemovePerson } from '../components/RemovePerson';
import { useView, ViewLinks } from '../components/ViewLinks';
import { controlId, questions, type PersonValues } from '../person';
import { PersonConflict, useNewPerson, usePersonEdit } from '../usePersonForms';
import '../components/network.css';

function People({ data }: { data: Case }) {
  const { t } = useTranslation('network');
  const change = may(data, 'edit-network');
  const view = useView();
  return (
    <Loaded query={usePeople(data.id)}>
      {(people) => (
        <div className="ep-stack">
          <SectionHead
            remark={people.length > 0 ? t('count', { count: people.length }) : undefined}
            end={
              change ? (
                <ButtonLink kind="main" icon="plus" to={pages.newPerson(data.id)}>
                  {t('add')}
                </ButtonLink>
              ) : undefined
            }
          >
            <Heading level={2}>{t('heading')}</Heading>
          </SectionHead>
          {people.length === 0 ? (
            <StatePage level={2} seats={openTable} title={t('nobody')}>
              <Paragraph>{t('nobodyDesk')}</Paragraph>
            </StatePage>
          ) : (
            <>
              <ViewLinks now={view} />
              <NetworkViews data={data} people={people} linkTo={change ? (person) => pages.person(data.id, person.id) : null} view={view} />
            </>
          )}
        </div>
      )}
    </Loaded>
  );
}

export function CasePeoplePage() {
  return <CaseFrame>{(data) => <People data={data} />}</CaseFrame>;
}

type FormProps = { caseId: string; values: PersonValues; change: (values: Partial<PersonValues>) => void; errors: FieldError[]; notice: ReactNode; onSubmit: () => void; buttons: ReactNode };

/** All questions at once. */
function Form({ caseId, values, change, errors, notice, onSubmit, buttons }: FormProps) {
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <form className="ep-form network-form network-form--wide" noValidate onSubmit={submit}>
      {notice}
      <ErrorSummary errors={errors} />
      <div className="network-two">
        {questions.map((question) => (
          <QuestionField key={question} caseId={caseId} question={question} values={values} change={change} error={errorAt(errors, controlId(question))} />
        ))}
      </div>
      <Row>{buttons}</Row>
    </form>
  );
}

function NewPerson({ data }: { data: Case }) {
  const { t } = useTranslation('network');
  const { t: common } = useTranslation();
  const navigate = useNavigate();
  const form = useNewPerson(data.id, () => void navigate(pages.people(data.id)));
  return (
    <Form
      caseId={data.id}
      values={form.values}
      change={form.change}
      errors={form.errors}
      notice={<DraftNotice draft={form.draft} />}
      onSubmit={form.save}
      buttons={
        <>
          <Button kind="main" type="submit" busy={form.busy}>
            {t('addNow')}
          </Button>
          <ButtonLink kind="quiet" to={pages.people(data.id)}>
            {common('actions.cancel')}
          </ButtonLink>
        </>
      }
    />
  );
}

export function CaseNewPersonPage() {
  const { t } = useTranslation('network');
  return (
    <CaseSubPage back={(data) => ({ to: pages.people(data.id), label: t('heading') })} title={() => t('add')}>
      {(data) => (may(data, 'edit-network') ? <NewPerson data={data} /> : <NotForYou />)}
    </CaseSubPage>
  );
}

function ChangePerson({ data, person }: { data: Case; person: Person }) {
  const { t: common } = useTranslation();
  const navigate = useNavigate();
  const back = () => void navigate(pages.people(data.id));
  const edit = usePersonEdit(data.id, person, back);
  if (edit.conflict) return <PersonConflict caseId={data.id} edit={edit} />;
  return (
    <>
      <Form
        caseId={data.id}
        values={edit.values}
        change={edit.change}
        errors={edit.errors}
        notice={<DraftNotice draft={edit.draft} />}
        onSubmit={() => void edit.save()}
        buttons={
          <>
            <Button kind="main" type="submit" busy={edit.busy}>
              {common('actions.save')}
            </Button>
            <ButtonLink kind="quiet" to={pages.people(data.id)}>
              {common('actions.cancel')}
            </ButtonLink>
          </>
        }
      />
      <div className="network-end">
        <RemovePerson caseId={data.id} person={person} onRemoved={back} />
      </div>
    </>
  );
}

export function CasePersonPage() {
  const { t } = useTranslation('network');
  return (
    <CaseSubPage back={(data) => ({ to: pages.people(data.id), label: t('heading') })} title={() => t('changePerson')}>
      {(data) => <FindPerson data={data}>{(person) => <ChangePerson key={person.id} data={data} person={person} />}</FindPerson>}
    </CaseSubPage>
  );
}
