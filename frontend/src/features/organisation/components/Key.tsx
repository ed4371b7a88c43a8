import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { api, isApiError, keys, newIdempotencyKey, paths, type MachineClient, type OrganisationSubscription } from '@/api';
import { useTranslation } from '@/i18n';
import { CopyButton, formErrors } from '@/parts';
import { Button, Card, Dialog, Heading, Notice, Paragraph, SummaryList } from '@/ui';
import { Example } from './Example';

/** The client of the organisation's own system. The secret is shown once and is kept nowhere in the browser. */
export function Key({ subscription }: { subscription: OrganisationSubscription }) {
  const { t } = useTranslation('organisation');
  const { t: common } = useTranslation();
  const client = useQueryClient();
  const [asking, setAsking] = useState(false);
  const [made, setMade] = useState<MachineClient | null>(null);
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const key = useRef<string | null>(null);
  const there = subscription.machineClient;
  const make = async () => {
    if (busy) return;
    setBusy(true);
    setError(null);
    try {
      setMade(await api.create<MachineClient>(paths.machineClient, {}, (key.current ??= newIdempotencyKey())));
      key.current = null;
      setAsking(false);
      await client.invalidateQueries({ queryKey: keys.organisationSubscription });
    } catch (failure) {
      // The first try arrived after all, but its answer was lost: the secret of that one nobody will see again.
      const lost = isApiError(failure, 'conflict') && failure.code === 'secret-shown-already';
      if (!isApiError(failure, 'network', 'unavailable', 'server')) key.current = null;
      setError(lost ? t('key.lost') : (formErrors(failure, () => null, common)[0]?.text ?? null));
    } finally {
      setBusy(false);
    }
  };
  return (
    <section aria-labelledby="key">
      <Heading level={2} id="key">
        {t('key.title')}
      </Heading>
      <div className="ep-stack">
        <Paragraph soft>{t('key.text')}</Paragraph>
        {made ? (
          <Card tone="new">
            <Heading level={3}>{t('key.once')}</Heading>
            <SummaryList
              items={[
                { key: 'id', label: t('key.id'), value: <code dir="ltr">{made.clientId}</code> },
                { key: 'secret', label: t('key.secret'), value: <code dir="ltr">{made.clientSecret}</code>, end: <CopyButton text={made.clientSecret} copy={t('key.copy')} copied={t('key.copied')} /> },
              ]}
            />
            <Button onClick={() => setMade(null)}>{t('key.kept')}</Button>
          </Card>
        ) : there ? (
          <SummaryList items={[{ key: 'id', label: t('key.id'), value: <code dir="ltr">{there.clientId}</code> }]} />
        ) : null}
        {error && !asking ? (
          <Notice tone="error" live>
            {error}
          </Notice>
        ) : null}
        {made ? null : (
          <div>
            <Button icon="key" busy={busy} onClick={() => (there ? setAsking(true) : void make())}>
              {there ? t('key.replace') : t('key.make')}
            </Button>
          </div>
        )}
        <Dialog
          open={asking}
          onClose={() => setAsking(false)}
          title={t('key.replaceTitle')}
          actions={
            <>
              <Button kind="danger" busy={busy} onClick={() => void make()}>
                {t('key.replaceYes')}
              </Button>
              <Button onClick={() => setAsking(false)}>{t('key.replaceNo')}</Button>
            </>
          }
        >
          <Paragraph>{t('key.replaceText')}</Paragraph>
          {error ? (
            <Notice tone="error" live>
              {error}
            </Notice>
          ) : null}
        </Dialog>
        <Example clientId={made?.clientId ?? there?.clientId ?? null} />
      </div>
    </section>
  );
}
