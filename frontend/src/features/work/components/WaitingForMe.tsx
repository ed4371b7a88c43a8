import { useNavigate } from 'react-router';
import { api, paths, useCaseDeed, type CoordinatorRequest, type Handover, type Invitation } from '@/api';
import { useDates, useTranslation, useWords } from '@/i18n';
import { pages } from '@/routing';
import { ButtonLink, Heading, Ledger, LedgerRow, Link, SectionHead, UserText } from '@/ui';
import { Answer } from './Answer';
import type { Gap } from './gaps';

function InvitationRow({ invitation }: { invitation: Invitation }) {
  const { t } = useTranslation('work');
  const { near } = useDates();
  const word = useWords();
  const navigate = useNavigate();
  const answer = useCaseDeed<'acceptance' | 'refusal', void>(invitation.caseId, (what) => api.post(paths.invitationAnswer(invitation.involvementId, what)));
  return (
    <LedgerRow
      date={near(invitation.invitedAt)}
      family={<UserText>{invitation.alias}</UserText>}
      text={t('invitation.text', { name: invitation.invitedBy })}
      reason={
        <>
          {invitation.reason ? <UserText>{invitation.reason}</UserText> : t('invitation.as', { kind: word('involvementKinds', invitation.kind).toLocaleLowerCase() })}
        </>
      }
      deed={
        <Answer
          yes={t('invitation.yes')}
          no={t('invitation.no')}
          about={invitation.alias}
          sure={{ title: t('invitation.sure', { alias: invitation.alias }), text: t('invitation.sureText', { name: invitation.invitedBy }) }}
          done={{ yes: t('invitation.saidYes'), no: t('invitation.saidNo') }}
          deed={answer}
          onYes={() => void navigate(pages.myCard(invitation.caseId))}
        />
      }
    />
  );
}

function HandoverRow({ handover }: { handover: Handover }) {
  const { t } = useTranslation('work');
  const { near } = useDates();
  return (
    <LedgerRow
      date={near(handover.proposedAt)}
      family={<UserText>{handover.alias}</UserText>}
      text={t(handover.fromLeft ? 'handover.textLeft' : 'handover.text', { name: handover.fromName })}
      reason={handover.fromLeft ? t('handover.whyLeft') : <UserText>{handover.reason}</UserText>}
      deed={
        <ButtonLink small to={pages.takeOver(handover.id)} aria-label={t('handover.lookAt', { alias: handover.alias })}>
          {t('handover.look')}
        </ButtonLink>
      }
    />
  );
}

function CoordinatorRow({ request }: { request: CoordinatorRequest }) {
  const { t } = useTranslation('work');
  const { near } = useDates();
  const navigate = useNavigate();
  const answer = useCaseDeed<'acceptance' | 'refusal', void>(request.caseId, (what) => api.post(paths.coordinatorAnswer(request.caseId, what)));
  return (
    <LedgerRow
      date={near(request.proposedAt)}
      family={
        <Link to={pages.family(request.caseId)}>
          <UserText>{request.alias}</UserText>
        </Link>
      }
      text={t('coordinator.text')}
      reason={request.fromName ? t('coordinator.until', { name: request.fromName }) : null}
      deed={
        <Answer
          yes={t('coordinator.yes')}
          no={t('coordinator.no')}
          about={request.alias}
          sure={{ title: t('coordinator.sure'), text: request.fromName ? t('coordinator.stays', { name: request.fromName }) : '' }}
          done={{ yes: t('coordinator.saidYes'), no: t('coordinator.saidNo') }}
          deed={answer}
          onYes={() => void navigate(pages.family(request.caseId))}
        />
      }
    />
  );
}

function GapRow({ gap: { kind, item } }: { gap: Gap }) {
  const { t } = useTranslation('work');
  const { short } = useDates();
  const deeds = { 'no-coordinator': pages.appoint(item.id), evaluation: pages.family(item.id), cards: pages.cards(item.id) };
  const reasons = { 'no-coordinator': t('gap.no-coordinator.why'), evaluation: t('gap.evaluation.why'), cards: t('gap.cards.why', { full: item.cardsComplete, total: item.cardsTotal }) };
  return (
    <LedgerRow
      date={kind === 'evaluation' && item.evaluationDate ? short(item.evaluationDate) : t('gap.now')}
      late={kind === 'evaluation'}
      family={
        <Link to={pages.family(item.id)}>
          <UserText>{item.alias}</UserText>
        </Link>
      }
      text={t(`gap.${kind}.text`)}
      reason={reasons[kind]}
      deed={
        <ButtonLink small to={deeds[kind]}>
          {t(`gap.${kind}.deed`)}
        </ButtonLink>
      }
    />
  );
}

type Props = { invitations: Invitation[]; handovers: Handover[]; requests: CoordinatorRequest[]; gaps: Gap[] };

/** Questions that only I can answer, then what my cases ask of me. */
export function WaitingForMe({ invitations, handovers, requests, gaps }: Props) {
  const { t } = useTranslation('work');
  return (
    <section>
      <SectionHead>
        <Heading level={2}>{t('waiting.head')}</Heading>
      </SectionHead>
      <Ledger>
        {requests.map((request) => (
          <CoordinatorRow key={request.caseId} request={request} />
        ))}
        {handovers.map((handover) => (
          <HandoverRow key={handover.id} handover={handover} />
        ))}
        {invitations.map((invitation) => (
          <InvitationRow key={invitation.involvementId} invitation={invitation} />
        ))}
        {gaps.map((gap) => (
          <GapRow key={gap.kind + gap.item.id} gap={gap} />
        ))}
      </Ledger>
    </section>
  );
}
