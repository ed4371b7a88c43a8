import type { Agreement, Case, Plan } from '@/api';
import { today, useDates, useTranslation, useWords } from '@/i18n';
import { caseNames, FocusFirst, HiddenBadge, KeptLine, may, useInPlace } from '@/parts';
import { useAskedFinding } from '../useAskedFinding';
import { Badge, Button, Heading, Hidden, PersonMark, SectionHead, UserText, Voice } from '@/ui';
import { shapeOf } from '../actors';
import { AgreementEditForm, agreementFormOf, NewAgreementForm, newAgreementFormOf } from './AgreementForm';

function AgreementItem({ data, agreement }: { data: Case; agreement: Agreement }) {
  const { t } = useTranslation('casePlan');
  const word = useWords();
  const dates = useDates();
  const form = useInPlace(agreementFormOf(agreement));
  if (form.open)
    return (
      <li>
        <FocusFirst when={form.byHand}>
          <AgreementEditForm data={data} agreement={agreement} onClose={form.hide} />
        </FocusFirst>
      </li>
    );
  const past = agreement.reviewDate !== null && agreement.reviewDate < today();
  return (
    <li>
      <Voice>
        <UserText>{agreement.text}</UserText>
      </Voice>
      <ul className="cp-parties" aria-label={t('agreement.parties')}>
        {agreement.parties.map((party) => (
          <li key={`${party.kind}${party.id ?? ''}${party.label}`}>
            <PersonMark name={party.label} shape={shapeOf(party)} size="s" />
            <UserText>{caseNames(data).actor(party)}</UserText>
          </li>
        ))}
      </ul>
      <p className="cp-goal__facts">
        <Badge>{word('agreementTypes', agreement.type)}</Badge>
        {agreement.reviewDate ? <span className={past ? 'cp-ask' : undefined}>{t(past ? 'agreement.reviewPast' : 'agreement.review', { date: dates.date(agreement.reviewDate) })}</span> : null}
        <HiddenBadge hidden={agreement.hiddenFromFamily} />
        {may(data, 'edit-plan') ? (
          <Button kind="quiet" small data-opens={agreementFormOf(agreement)} onClick={form.show}>
            {t('agreement.change')}
            <Hidden>: {agreement.text}</Hidden>
          </Button>
        ) : null}
      </p>
      <KeptLine data={data} agreement={agreement} />
    </li>
  );
}

/** What named people agreed with each other. */
export function Agreements({ data, plan }: { data: Case; plan: Plan }) {
  const { t } = useTranslation('casePlan');
  const form = useInPlace(newAgreementFormOf(data));
  const { finding, forget } = useAskedFinding(data);
  const open = form.open || finding !== null;
  const close = () => {
    form.hide();
    forget();
  };
  return (
    <section aria-labelledby="agreements">
      <SectionHead
        end={
          may(data, 'edit-plan') && !open ? (
            <Button small icon="plus" data-opens={newAgreementFormOf(data)} onClick={form.show}>
              {t('agreement.add')}
            </Button>
          ) : undefined
        }
      >
        <Heading level={2} id="agreements">
          {t('agreement.title')}
        </Heading>
      </SectionHead>
      {open && may(data, 'edit-plan') ? (
        <FocusFirst when={form.byHand || finding !== null}>
          {finding ? <p className="cp-about">{t('agreement.about', { sentence: finding.sentence })}</p> : null}
          <NewAgreementForm data={data} finding={finding?.id ?? null} onClose={close} />
        </FocusFirst>
      ) : null}
      {plan.agreements.length === 0 ? (
        <p className="ep-soft">{t('agreement.none')}</p>
      ) : (
        <ul className="cp-agreements">
          {plan.agreements.map((agreement) => (
            <AgreementItem key={agreement.id} data={data} agreement={agreement} />
          ))}
        </ul>
      )}
    </section>
  );
}
