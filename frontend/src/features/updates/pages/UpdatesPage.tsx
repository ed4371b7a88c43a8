import { useRef, useState } from 'react';
import { useIdentity, useMarkRead, useUpdates, type Updates } from '@/api';
import { useDates, useTranslation } from '@/i18n';
import { Loaded } from '@/parts';
import { homeOf } from '@/routing';
import { Button, Heading, Link, Notice, PageHead, Paragraph, Row, SegmentedChoice, StatePage } from '@/ui';
import { Connection } from '../components/Connection';
import { UpdateList } from '../components/UpdateList';
import { split } from '../updates';
import '../components/updates.css';

type Query = ReturnType<typeof useUpdates>;

function Waiting({ count, since, onShow }: { count: number; since: string; onShow: () => void }) {
  const { t } = useTranslation('updates');
  const { time } = useDates();
  return (
    <div role="status">
      {count > 0 ? (
        <Notice tone="new">
          <Row>
            <b className="ep-grow">{t('waiting', { count, time: time(since) })}</b>
            <Button small onClick={onShow}>
              {t('showOnTop')}
            </Button>
          </Row>
        </Notice>
      ) : null}
    </div>
  );
}

function Reading({ query, pages }: { query: Query; pages: Updates[] }) {
  const { t } = useTranslation('updates');
  const updates = pages.flatMap((page) => page.items);
  const newest = updates[0]?.number ?? 0;
  const [upTo, setUpTo] = useState(newest);
  const [justIn, setJustIn] = useState<ReadonlySet<number>>(new Set());
  const [only, setOnly] = useState('all');
  const since = useRef(new Date().toISOString());
  const top = useRef<HTMLDivElement>(null);
  const markRead = useMarkRead();
  const { shown, waiting } = split(updates, upTo);
  const unread = pages[0]?.unread ?? 0;
  // What one reads here stays in view until the page is left, also when only unread is asked for.
  const [startedUnread] = useState(() => new Set(updates.filter((update) => !update.read).map((update) => update.number)));
  const visible = only === 'unread' ? shown.filter((update) => !update.read || startedUnread.has(update.number) || justIn.has(update.number)) : shown;
  const showWaiting = () => {
    setJustIn(new Set(waiting.map((update) => update.number)));
    setUpTo(newest);
    since.current = new Date().toISOString();
    top.current?.focus();
  };
  return (
    <>
      <Waiting count={waiting.length} since={since.current} onShow={showWaiting} />
      <div className="updates-tools">
        <SegmentedChoice
          legend={t('whatToSee')}
          value={only}
          onChange={setOnly}
          choices={[
            { value: 'all', label: t('all') },
            { value: 'unread', label: t('onlyUnread') },
          ]}
        />
        {unread > 0 ? (
          <Button busy={markRead.isPending} onClick={() => markRead.mutate({ upTo }, { onSuccess: () => top.current?.focus() })}>
            {t('allRead')}
          </Button>
        ) : null}
      </div>
      {markRead.isError ? (
        <Notice tone="error" live>
          {t('failed')}
        </Notice>
      ) : null}
      <div ref={top} tabIndex={-1} className="updates-list">
        {updates.length === 0 ? (
          <StatePage level={2} icon="mail" title={t('nothing')}>
            <Paragraph>{t('nothingText')}</Paragraph>
          </StatePage>
        ) : visible.length === 0 ? (
          <Paragraph soft>{t('allIsRead')}</Paragraph>
        ) : (
          <UpdateList updates={visible} justIn={justIn} />
        )}
      </div>
      {query.hasNextPage ? (
        <div>
          <Button busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {t('earlier')}
          </Button>
        </div>
      ) : null}
    </>
  );
}

/** What changed, newest first. What arrives while one reads waits in a bar. */
export function UpdatesPage() {
  const { t } = useTranslation('updates');
  const { t: common } = useTranslation();
  const identity = useIdentity();
  const query = useUpdates();
  return (
    <>
      <PageHead crumb={<Link to={homeOf(identity)}>{identity.kind === 'family' ? common('nav.today') : common('nav.myWork')}</Link>}>
        <Heading level={1}>{t('heading')}</Heading>
        <Connection />
      </PageHead>
      <div className="updates">
        <Loaded query={query}>{(data) => <Reading query={query} pages={data.pages} />}</Loaded>
      </div>
    </>
  );
}
