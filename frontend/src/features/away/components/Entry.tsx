import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ApiError, dropUnsent, keys, sendUnsent, type Unsent } from '@/api';
import { useDates, useTranslation } from '@/i18n';
import { formErrors } from '@/parts';
import { pages } from '@/routing';
import { Button, Card, Dialog, Heading, Link, Notice, Paragraph, Row } from '@/ui';
import { conflictsOf } from '../rules';
import { Choice } from './Choice';
import { Typed } from './Typed';

/** Why the region did not take it, in plain words. */
function useReason(): (entry: Unsent) => string {
  const { t } = useTranslation('away');
  const { t: common } = useTranslation();
  return ({ problem }) => {
    if (problem?.status === 404) return t('unsent.notThere');
    return formErrors(ApiError.fromStatus(problem?.status ?? 500, problem ?? {}, null), () => null, common).map((error) => error.text).join(' ');
  };
}

/** One thing that was typed while the region could not be reached, and what one can do with it. */
export function Entry({ entry }: { entry: Unsent }) {
  const { t } = useTranslation('away');
  const { moment } = useDates();
  const client = useQueryClient();
  const reason = useReason();
  const [asking, setAsking] = useState(false);
  const [choosing, setChoosing] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  const deed = async (run: () => Promise<unknown>) => {
    if (busy) return;
    setBusy(true);
    setFailed(false);
    try {
      await run();
      setChoosing(false);
      await client.invalidateQueries({ queryKey: keys.unsent });
    } catch {
      setFailed(true);
    } finally {
      setBusy(false);
      setAsking(false);
    }
  };
  const send = (body?: object) => void deed(() => sendUnsent(entry.id, body));
  const canChoose = entry.state === 'conflict' && conflictsOf(entry).length > 0;
  return (
    <li>
      <Card>
        <div className="unsent__one">
          <Heading level={3}>{t(`kind.${entry.kind}`)}</Heading>
          <p className="ep-meta">
            {entry.reference ? <span translate="no">{t('unsent.reference', { reference: entry.reference })}</span> : null}
            <span>{t('unsent.at', { moment: moment(entry.keptAt) })}</span>
            {entry.caseId && entry.state !== 'waiting' ? <Link to={pages.family(entry.caseId)}>{t('unsent.see')}</Link> : null}
          </p>
          {entry.state === 'refused' ? <Paragraph>{t('unsent.reason', { reason: reason(entry) })}</Paragraph> : null}
          {choosing ? <Choice entry={entry} busy={busy} onChoose={send} onBack={() => setChoosing(false)} /> : <Typed entry={entry} />}
          {failed ? (
            <Notice tone="error" live>
              {t('unsent.failed')}
            </Notice>
          ) : null}
          {choosing ? null : (
            <Row>
              {canChoose ? <Button kind="main" onClick={() => setChoosing(true)}>{t('unsent.choose')}</Button> : null}
              {entry.state === 'refused' || entry.state === 'unsure' || (entry.state === 'conflict' && !canChoose) ? (
                <Button busy={busy} onClick={() => send()}>
                  {t(entry.state === 'refused' ? 'unsent.send' : 'unsent.sendAnyway')}
                </Button>
              ) : null}
              {entry.state === 'sent' ? null : (
                <Button kind="quiet" onClick={() => (entry.body ? setAsking(true) : void deed(() => dropUnsent(entry.id)))}>
                  {t('unsent.drop')}
                </Button>
              )}
            </Row>
          )}
        </div>
      </Card>
      <Dialog
        title={t('unsent.dropTitle')}
        open={asking}
        onClose={() => setAsking(false)}
        actions={
          <>
            <Button kind="danger" busy={busy} onClick={() => void deed(() => dropUnsent(entry.id))}>
              {t('unsent.dropYes')}
            </Button>
            <Button onClick={() => setAsking(false)}>{t('unsent.dropNo')}</Button>
          </>
        }
      >
        <Paragraph>{t('unsent.dropText')}</Paragraph>
      </Dialog>
    </li>
  );
}
