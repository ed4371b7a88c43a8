import { useEffect, useRef, type FormEvent } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { usePeople, type Case, type Person } from '@/api';
import { useTranslation } from '@/i18n';
import { DraftNotice, errorAt, FamilyCase, Loaded, may, NotForYou } from '@/parts';
import { pages } from '@/routing';
import { Button, ButtonLink, ErrorSummary, Heading, Link, openTable, PageHead, Paragraph, Row, StatePage, SummaryList } from '@/ui';
import { FindPerson } from '../components/FindPerson';
import { NetworkViews } from '../components/NetworkViews';
import { QuestionField, useAnswer } from '../components/QuestionField';
import { RemovePerson } from '../components/RemovePerson';
import { useView, ViewLinks } from '../components/ViewLinks';
import { controlId, isQuestion, questions } from '../person';
import { PersonConflict, useNewPerson, usePersonEdit } from '../usePersonForms';
import '../components/network.css';

const questionKey = 'vraag';

/** The question is new but the page is not: focus goes to the first answer. */
function useFocusOnAnswer(question: string | null) {
  const form = useRef<HTMLFormElement>(null);
  const last = useRef(question);
  useEffect(() => {
    if (last.current === question) return;
    last.current = question;
    (form.current?.querySelector<HTMLElement>('input:checked') ?? form.current?.querySelector<HTMLElement>('input'))?.focus();
  }, [question]);
  return form;
}

function List({ data }: { data: Case }) {
  const { t } = useTranslation('network');
  const change = may(data, 'edit-network');
  const view = useView();
  return (
    <Loaded query={usePeople(data.id)}>
      {(people) => {
        const often = people.filter((person) => person.frequency === 'often').length;
        return (
          <>
            <PageHead crumb={<Link to={pages.today}>{t('back')}</Link>}>
              <Heading level={1}>{t('headingOurs')}</Heading>
              {people.length > 0 ? <p className="ep-soft">{[t('around', { count: people.length }), ...(often > 0 ? [t('often', { count: often })] : [])].join(' ')}</p> : null}
            </PageHead>
            <div className="network-page">
              {change ? (
                <div className="ep-no-print">
                  <ButtonLink kind="main" wide icon="plus" to={pages.ourNewPerson}>
                    {t('add')}
                  </ButtonLink>
                </div>
              ) : null}
              {people.length === 0 ? (
                <StatePage level={2} seats={openTable} title={t('nobody')}>
                  <Paragraph>{t('nobodyText')}</Paragraph>
                </StatePage>
              ) : (
                <>
                  <ViewLinks now={view} />
                  <NetworkViews data={data} people={people} linkTo={change ? (person) => pages.ourPerson(person.id) : null} view={view} />
                </>
              )}
            </div>
          </>
        );
      }}
    </Loaded>
  );
}

export function OurPeoplePage() {
  return <FamilyCase>{(data) => <List data={data} />}</FamilyCase>;
}

/** One question at a time; the address holds which one, so the back button goes to the one before. */
function NewPerson({ data }: { data: Case }) {
  const { t } = useTranslation('network');
  const { t: common } = useTranslation();
  const navigate = useNavigate();
  const [search, setSearch] = useSearchParams();
  const asked = search.get(questionKey);
  const question = isQuestion(asked) ? asked : 'name';
  const at = questions.indexOf(question);
  const form = useNewPerson(data.id, () => void navigate(pages.ourPeople, { replace: true }));
  const next = questions[at + 1];
  const box = useFocusOnAnswer(question);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!form.checkStep([question])) return;
    if (next) setSearch({ [questionKey]: next });
    else form.save();
  };
  return (
    <>
      <PageHead crumb={<Link to={pages.ourPeople}>{t('headingOurs')}</Link>}>
        <Heading level={1}>{t('add')}</Heading>
        <p className="network-step">{t('step', { at: at + 1, of: questions.length })}</p>
      </PageHead>
      <form ref={box} key={question} className="ep-form network-form network-form--one" noValidate onSubmit={submit}>
        <DraftNotice draft={form.draft} />
        <ErrorSummary errors={form.errors} />
        <QuestionField caseId={data.id} question={question} values={form.values} change={form.change} error={errorAt(form.errors, controlId(question))} />
        <Row>
          <Button kind="main" type="submit" busy={form.busy}>
            {next ? t('next') : t('addNow')}
          </Button>
          {at > 0 ? (
            <Button kind="quiet" onClick={() => setSearch({ [questionKey]: questions[at - 1] ?? 'name' })}>
              {t('previous')}
            </Button>
          ) : (
            <ButtonLink kind="quiet" to={pages.ourPeople}>
              {common('actions.cancel')}
            </ButtonLink>
          )}
        </Row>
      </form>
    </>
  );
}

export function OurNewPersonPage() {
  return <FamilyCase>{(data) => (may(data, 'edit-network') ? <NewPerson data={data} /> : <NotForYou />)}</FamilyCase>;
}

function ChangePerson({ data, person }: { data: Case; person: Person }) {
  const { t } = useTranslation('network');
  const { t: common } = useTranslation();
  const navigate = useNavigate();
  const answer = useAnswer(data.id);
  const [search, setSearch] = useSearchParams();
  const asked = search.get(questionKey);
  const edit = usePersonEdit(data.id, person, () => setSearch({}, { replace: true }));
  const box = useFocusOnAnswer(asked);
  return (
    <>
      <PageHead crumb={<Link to={pages.ourPeople}>{t('headingOurs')}</Link>}>
        <Heading level={1}>
          <bdi translate="no">{person.name}</bdi>
        </Heading>
      </PageHead>
      {edit.conflict ? (
        <PersonConflict caseId={data.id} edit={edit} />
      ) : isQuestion(asked) ? (
        <form
          ref={box}
          key={asked}
          className="ep-form network-form network-form--one"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void edit.save();
          }}
        >
          <DraftNotice draft={edit.draft} />
          <ErrorSummary errors={edit.errors} />
          <QuestionField caseId={data.id} question={asked} values={edit.values} change={edit.change} error={errorAt(edit.errors, controlId(asked))} />
          <Row>
            <Button kind="main" type="submit" busy={edit.busy}>
              {common('actions.save')}
            </Button>
            <Button
              kind="quiet"
              onClick={() => {
                edit.draft.discard();
                setSearch({});
              }}
            >
              {common('actions.cancel')}
            </Button>
          </Row>
        </form>
      ) : (
        <>
          <DraftNotice draft={edit.draft} />
          <ErrorSummary errors={edit.errors} />
          {edit.dirty ? (
            <Row>
              <Button kind="main" busy={edit.busy} onClick={() => void edit.save()}>
                {t('saveChanges')}
              </Button>
              <Button kind="quiet" onClick={edit.draft.discard}>
                {common('draft.discard')}
              </Button>
            </Row>
          ) : null}
          <SummaryList
            items={questions.map((question) => ({
              key: question,
              label: t(`columns.${question}`),
              value: answer(question, edit.values),
              end: (
                <Link to={{ search: `?${questionKey}=${question}` }} aria-label={`${common('actions.change')}: ${t(`columns.${question}`)}`}>
                  {common('actions.change')}
                </Link>
              ),
            }))}
          />
          <div className="network-end">
            <RemovePerson caseId={data.id} person={person} onRemoved={() => void navigate(pages.ourPeople, { replace: true })} />
          </div>
        </>
      )}
    </>
  );
}

export function OurPersonPage() {
  return <FamilyCase>{(data) => <FindPerson data={data}>{(person) => <ChangePerson key={person.id} data={data} person={person} />}</FindPerson>}</FamilyCase>;
}
