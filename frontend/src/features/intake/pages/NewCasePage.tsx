import { useEffect, useRef, useState, type FormEvent, type KeyboardEvent } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { isApiError, useDraft, useIdentity, useOrganisation, useReference, type Reference } from '@/api';
import { useTranslation } from '@/i18n';
import { DraftNotice, formErrors, Loaded, NotForYou } from '@/parts';
import { pages } from '@/routing';
import { Button, ErrorSummary, Heading, LinkButton, Notice, type FieldError } from '@/ui';
import { CheckView } from '../components/CheckView';
import { HelpersStep } from '../components/HelpersStep';
import { HowStep } from '../components/HowStep';
import '../components/intake.css';
import { NextSteps } from '../components/NextSteps';
import type { StepProps } from '../components/parts';
import { StepLine } from '../components/StepLine';
import { WhoStep } from '../components/WhoStep';
import { WhyStep } from '../components/WhyStep';
import { emptyValues, fieldOf, missing, steps, type Step } from '../newCase';
import { useOpenCase } from '../useOpenCase';

const parts = { why: WhyStep, who: WhoStep, helpers: HelpersStep, how: HowStep };

function StepSection({ step, ...props }: { step: Step } & StepProps) {
  const { t } = useTranslation('intake');
  const Part = parts[step];
  return (
    <section className="intake-step" aria-labelledby={`step-${step}`}>
      <h2 id={`step-${step}`} tabIndex={-1}>
        {t(`steps.${step}`)}
      </h2>
      <p className="ep-soft">{t(`lead.${step}`)}</p>
      <Part {...props} />
    </section>
  );
}

function NewCase({ reference, municipality }: { reference: Reference; municipality: string }) {
  const { t } = useTranslation('intake');
  const { t: common } = useTranslation();
  const navigate = useNavigate();
  const [search, setSearch] = useSearchParams();
  const draft = useDraft('new-case', { ...emptyValues(), municipality });
  const { values, change } = draft;
  const [errors, setErrors] = useState<FieldError[]>([]);
  // Opening the check page with something missing, by its address, leads back to the form.
  const checking = search.get('stap') === 'nakijken' && missing(values).length === 0;
  const goTo = useRef<string | null>(null);
  useEffect(() => {
    // The address may change a moment later than the rest: keep looking until the heading is there.
    const target = goTo.current === null ? null : document.getElementById(goTo.current);
    if (!target) return;
    goTo.current = null;
    target.focus();
  });
  const show = (check: boolean, focus: string) => {
    goTo.current = focus;
    setSearch(check ? { stap: 'nakijken' } : {}, { preventScrollReset: !check });
  };
  const { run, busy } = useOpenCase(
    (opened) => {
      draft.saved();
      void navigate(pages.team(opened.id), { replace: true, state: { opened: true } });
    },
    (error, otherKey) => {
      if (otherKey) change({ key: crypto.randomUUID() });
      // The same key with another text: the first attempt did arrive, its answer did not.
      const found = isApiError(error, 'conflict') ? [{ fieldId: null, text: t('maybeOpened') }] : formErrors(error, fieldOf, common);
      setErrors(found);
      if (found.some((one) => one.fieldId !== null)) setSearch({});
    },
  );
  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    if (checking) {
      setErrors([]);
      run(values);
      return;
    }
    const wrong = missing(values).map(({ pointer }) => ({ fieldId: fieldOf(pointer), text: t(`missing.${pointer.replace(/\d+/, 'n').slice(1).replaceAll('/', '-')}` as 'missing.alias') }));
    setErrors(wrong);
    if (wrong.length === 0) show(true, 'check-heading');
  };
  const keys = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && event.ctrlKey) submit();
  };
  const go = (step: Step) => show(false, `step-${step}`);
  return (
    <form className="intake" noValidate onSubmit={submit} onKeyDown={keys}>
      <div className="intake__side">
        <Heading level={1} look={2}>
          {t('title')}
        </Heading>
        <p className="ep-soft ep-small">{t('lead.all')}</p>
        <StepLine values={values} checking={checking} onGo={go} />
      </div>
      <div className="intake__main">
        {checking ? null : <DraftNotice draft={draft} />}
        <ErrorSummary errors={errors} />
        {checking ? (
          <section className="intake-step">
            <h2 id="check-heading" tabIndex={-1}>
              {t('check.title')}
            </h2>
            <p className="ep-soft">{t('check.lead')}</p>
            <CheckView values={values} onChange={go} />
          </section>
        ) : (
          steps.map((step) => <StepSection key={step} step={step} values={values} change={change} errors={errors} reference={reference} />)
        )}
        <div className="intake__end">
          <Button type="submit" kind="main" busy={busy}>
            {checking ? t('check.open') : t('check.go')}
          </Button>
          {checking ? <LinkButton onClick={() => go('why')}>{t('check.back')}</LinkButton> : null}
          <span className="intake__keys ep-soft">{t('check.keys')}</span>
        </div>
      </div>
      <aside className="intake__aside">
        <NextSteps values={values} />
        <Notice icon="check">{t('kept')}</Notice>
      </aside>
    </form>
  );
}

/** Opening a case at intake: one form, three minutes, the keyboard is enough. */
export function NewCasePage() {
  const me = useIdentity();
  const reference = useReference();
  const organisation = useOrganisation(me.organisationId ?? '');
  if (!me.roles.includes('intake')) return <NotForYou />;
  // The own municipality is a convenience; without the directory the form still opens.
  if (organisation.isPending) return null;
  return <Loaded query={reference}>{(lists) => <NewCase reference={lists} municipality={organisation.data?.municipality ?? ''} />}</Loaded>;
}
