import { useLocation } from 'react-router';
import { api, paths, useCaseDeed, type Case } from '@/api';
import { useTranslation } from '@/i18n';
import { may } from '@/parts';
import { pages } from '@/routing';
import { Button, ButtonLink, Card, Notice, Paragraph, Row, useToasts, Voice } from '@/ui';
import { Failure } from './Failure';

function AskedMe({ data }: { data: Case }) {
  const { t } = useTranslation('team');
  const { say } = useToasts();
  const answer = useCaseDeed<'acceptance' | 'refusal', void>(data.id, (what) => api.post(paths.coordinatorAnswer(data.id, what)));
  const give = (what: 'acceptance' | 'refusal') => {
    if (!answer.isPending) answer.mutate(what, { onSuccess: () => say(what === 'acceptance' ? t('asked.saidYes') : t('asked.saidNo')) });
  };
  return (
    <Card as="section" tone="dark" aria-labelledby="next-step">
      <h2 id="next-step">{t('asked.title')}</h2>
      <Voice>{t('asked.text')}</Voice>
      {data.coordinator ? <Paragraph>{t('asked.until', { name: data.coordinator.name })}</Paragraph> : null}
      <Failure error={answer.error} />
      <Row>
        <Button kind="second" busy={answer.isPending} onClick={() => give('acceptance')}>
          {t('asked.yes')}
        </Button>
        <Button kind="quiet" busy={answer.isPending} onClick={() => give('refusal')}>
          {t('asked.no')}
        </Button>
      </Row>
    </Card>
  );
}

/** The one thing to do now on this page: who coordinates. */
export function NextStep({ data }: { data: Case }) {
  const { t } = useTranslation('team');
  const opened = (useLocation().state as { opened?: boolean } | null)?.opened === true;
  if (data.pendingCoordinator && data.pendingCoordinator.involvementId === data.myInvolvementId) return <AskedMe data={data} />;
  if (data.pendingCoordinator) return <Notice tone="ask">{t('next.waiting', { name: data.pendingCoordinator.name, now: data.coordinator?.name ?? '' })}</Notice>;
  if (data.coordinator || data.status === 'closed') return null;
  if (!may(data, 'appoint-coordinator')) return <Notice tone="ask">{t('next.noCoordinator')}</Notice>;
  return (
    <Card as="section" tone="dark" aria-labelledby="next-step">
      <h2 id="next-step">{opened ? t('next.opened') : t('next.title')}</h2>
      <Voice>{t('next.who')}</Voice>
      <Paragraph>{t('next.why')}</Paragraph>
      <Row>
        <ButtonLink to={pages.appoint(data.id)}>{t('next.appoint')}</ButtonLink>
      </Row>
    </Card>
  );
}
