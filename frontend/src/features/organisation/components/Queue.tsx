import { useState } from 'react';
import { api, isApiError, keys, paths, useDeed, useQueue, type NewQueue, type Queue as View } from '@/api';
import { useDates, useTranslation } from '@/i18n';
import { CopyButton, formErrors, Loaded } from '@/parts';
import { Button, Card, Dialog, Heading, Notice, Paragraph, Row, SummaryList, useToasts, Voice, type SummaryItem } from '@/ui';

function Once({ made, onKept }: { made: NewQueue; onKept: () => void }) {
  const { t } = useTranslation('organisation');
  const item = (key: 'address' | 'virtualHost' | 'queue' | 'userName' | 'password'): SummaryItem => ({
    key,
    label: t(`queue.${key}`),
    value: <code dir="ltr" translate="no">{made[key]}</code>,
    end: <CopyButton text={made[key]} copy={t('key.copy')} copied={t('key.copied')} />,
  });
  return (
    <Card tone="new">
      <Heading level={3}>{t('queue.once')}</Heading>
      <SummaryList items={[item('address'), item('virtualHost'), item('queue'), item('userName'), item('password')]} />
      <Button onClick={onKept}>{t('queue.kept')}</Button>
    </Card>
  );
}

/** How far it is, in a sentence. */
function useConclusion(): (queue: View) => string {
  const { t } = useTranslation('organisation');
  return ({ state, head, published, inQueue }) => {
    if (state !== 'ready') return t(`queue.state.${state}`);
    if (head > published) return t('queue.waiting', { count: head - published });
    return inQueue === null ? t('queue.filled') : t('queue.lying', { count: inQueue });
  };
}

function Standing({ queue }: { queue: View }) {
  const { t } = useTranslation('organisation');
  const { moment } = useDates();
  return (
    <>
      {queue.setAside ? <Notice tone="ask">{t('queue.aside', { count: queue.setAside, name: queue.asideQueue ?? '' })}</Notice> : null}
      {queue.state === 'ready' && queue.readers === 0 ? <Paragraph soft>{t('queue.nobody')}</Paragraph> : null}
      <SummaryList
        items={[
          { key: 'address', label: t('queue.address'), value: <code dir="ltr" translate="no">{queue.address}</code> },
          { key: 'queue', label: t('queue.queue'), value: <code dir="ltr" translate="no">{queue.queue}</code> },
          { key: 'userName', label: t('queue.userName'), value: <code dir="ltr" translate="no">{queue.userName}</code> },
          { key: 'last', label: t('queue.last'), value: queue.publishedAt ? moment(queue.publishedAt) : t('queue.nothing') },
        ]}
      />
    </>
  );
}

type Asked = 'replace' | 'giveUp';

function Deeds({ queue, onMade }: { queue: View; onMade: (made: NewQueue | null) => void }) {
  const { t } = useTranslation('organisation');
  const { t: common } = useTranslation();
  const { say } = useToasts();
  const [asking, setAsking] = useState<Asked | null>(null);
  const make = useDeed<void, NewQueue>([keys.queue], (_, key) => api.create<NewQueue>(paths.queue, {}, key));
  const giveUp = useDeed<void, void>([keys.queue], () => api.remove(paths.queue));
  const error = make.error ?? giveUp.error;
  const close = () => {
    setAsking(null);
    make.reset();
    giveUp.reset();
  };
  const ask = () => make.mutate(undefined, { onSuccess: (made) => (close(), onMade(made)) });
  const end = () => giveUp.mutate(undefined, { onSuccess: () => (close(), onMade(null), say(t('queue.givenUp'))) });
  // The first try arrived after all, but its answer was lost: that password nobody will see again.
  const lost = isApiError(error, 'conflict') && error.code === 'secret-shown-already';
  const trouble = error ? (
    <Notice tone="error" live>
      {lost ? t('queue.lost') : formErrors(error, () => null, common)[0]?.text}
    </Notice>
  ) : null;
  return (
    <>
      {asking ? null : trouble}
      {queue.state === 'none' || queue.state === 'ending' ? (
        <div>
          <Button icon="mail" busy={make.isPending} onClick={ask}>
            {t('queue.ask')}
          </Button>
        </div>
      ) : (
        <Row>
          <Button icon="key" onClick={() => setAsking('replace')}>
            {t('queue.replace')}
          </Button>
          <Button kind="danger" onClick={() => setAsking('giveUp')}>
            {t('queue.giveUp')}
          </Button>
        </Row>
      )}
      <Dialog
        open={asking !== null}
        onClose={close}
        title={t(asking === 'giveUp' ? 'queue.giveUpTitle' : 'queue.replaceTitle')}
        actions={
          <>
            <Button kind="danger" busy={make.isPending || giveUp.isPending} onClick={asking === 'giveUp' ? end : ask}>
              {t(asking === 'giveUp' ? 'queue.giveUpYes' : 'queue.replaceYes')}
            </Button>
            <Button kind="quiet" onClick={close}>
              {common('actions.cancel')}
            </Button>
          </>
        }
      >
        <Paragraph>{t(asking === 'giveUp' ? 'queue.giveUpText' : 'queue.replaceText')}</Paragraph>
        {trouble}
      </Dialog>
    </>
  );
}

function Shown({ queue }: { queue: View }) {
  const { t } = useTranslation('organisation');
  const conclusion = useConclusion();
  const [made, setMade] = useState<NewQueue | null>(null);
  if (queue.state === 'not-offered') return <Paragraph soft>{t('queue.state.not-offered')}</Paragraph>;
  return (
    <div className="ep-stack">
      {queue.state === 'none' ? null : <Voice>{conclusion(queue)}</Voice>}
      {made ? <Once made={made} onKept={() => setMade(null)} /> : queue.queue && queue.state !== 'ending' ? <Standing queue={queue} /> : null}
      {made ? null : <Deeds queue={queue} onMade={setMade} />}
    </div>
  );
}

/** The organisation's own queue, for systems that rather read a queue than ask. The password is shown once and kept nowhere in the browser. */
export function Queue() {
  const { t } = useTranslation('organisation');
  const query = useQueue();
  return (
    <section aria-labelledby="queue">
      <Heading level={2} id="queue">
        {t('queue.title')}
      </Heading>
      <Paragraph soft>{t('queue.text')}</Paragraph>
      <Loaded query={query}>{(queue) => <Shown queue={queue} />}</Loaded>
    </section>
  );
}
