import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { isApiError, keepForLater, keys } from '@/api';
import { useTranslation } from '@/i18n';
import { Button, Notice, Row, useToasts } from '@/ui';
import type { Away } from './away';

/** The plans cannot be reached: what was typed stays here, or goes by itself when they can. */
export function KeepForLater({ away }: { away: Away }) {
  const { t } = useTranslation('away');
  const { say } = useToasts();
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<'outbox-full' | 'failed' | null>(null);
  const keep = async () => {
    if (busy) return;
    setBusy(true);
    try {
      await keepForLater({ ...away.what, caseId: away.caseId });
      say(t('keep.kept'));
      away.kept();
      await client.invalidateQueries({ queryKey: keys.unsent });
    } catch (error) {
      setFailed(isApiError(error) && error.code === 'outbox-full' ? 'outbox-full' : 'failed');
    } finally {
      setBusy(false);
    }
  };
  return (
    <Notice tone="ask" icon="offline" live>
      <b>{t('keep.title')}</b>
      <p>{failed === null ? t('keep.text') : t(failed === 'failed' ? 'keep.failed' : 'errors.outbox-full')}</p>
      <Row>
        <Button small busy={busy} onClick={() => void keep()}>
          {t('keep.button')}
        </Button>
      </Row>
    </Notice>
  );
}
