import { isApiError } from '@/api';
import { useTranslation } from '@/i18n';
import { Button, ButtonLink, Paragraph, StatePage } from '@/ui';

export function Loading() {
  const { t } = useTranslation();
  return (
    <p className="ep-loading" role="status">
      {t('loading')}
    </p>
  );
}

/** "Not found" and "no access" are one page on purpose: it does not tell which of the two it is. */
export function NotForYou() {
  const { t } = useTranslation();
  return (
    <StatePage icon="door" title={t('state.notForYou.title')} actions={<ButtonLink kind="main" to="/">{t('actions.home')}</ButtonLink>}>
      <Paragraph>{t('state.notForYou.text')}</Paragraph>
      <Paragraph soft small>
        {t('state.notForYou.hint')}
      </Paragraph>
    </StatePage>
  );
}

/** Something failed: no connection, session over, or a fault of ours. Retrying loses nothing. */
export function Trouble({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { t } = useTranslation();
  const retry = (
    <Button kind="main" onClick={onRetry}>
      {t('actions.retry')}
    </Button>
  );
  if (isApiError(error, 'network', 'unavailable'))
    return (
      <StatePage icon="offline" title={t('state.offline.title')} actions={retry}>
        <Paragraph>{t('state.offline.text')}</Paragraph>
      </StatePage>
    );
  if (isApiError(error, 'session-ended'))
    return (
      <StatePage icon="clock" title={t('state.sessionEnded.title')} actions={<ButtonLink kind="main" to="/">{t('actions.signInAgain')}</ButtonLink>}>
        <Paragraph>{t('state.sessionEnded.text')}</Paragraph>
      </StatePage>
    );
  const number = isApiError(error) ? error.problem.instance?.replace(/^urn:[^:]*:/, '') : undefined;
  return (
    <StatePage icon="warning" failed title={t('state.error.title')} reference={number ? t('state.error.reference', { number }) : undefined} actions={retry}>
      <Paragraph>{t('state.error.text')}</Paragraph>
    </StatePage>
  );
}
