import { useTimeline, type Case, type TimelineEntry } from '@/api';
import { useDates, useTranslation } from '@/i18n';
import { Loaded, useTimelineRows, useTimelineSentence } from '@/parts';
import { pages } from '@/routing';
import { Button, Heading, Link, SectionHead, TimelineList } from '@/ui';

function useItems(data: Case) {
  const sentence = useTimelineSentence(data);
  const dates = useDates();
  return (entries: TimelineEntry[]) => entries.map((entry) => ({ key: entry.id, text: <bdi translate="no">{sentence(entry)}</bdi>, when: dates.moment(entry.at) }));
}

const inSide = 5;

/** The last things that happened, in the side column. */
export function ChangesSide({ data }: { data: Case }) {
  const { t } = useTranslation('casePlan');
  const dates = useDates();
  const rows = useTimelineRows(data)(useTimeline(data.id).data?.pages[0]?.items ?? []).slice(0, inSide);
  return (
    <section aria-labelledby="changes-side">
      <SectionHead end={<Link to={pages.changes(data.id)}>{t('changes.all')}</Link>}>
        <Heading level={2} id="changes-side">
          {t('changes.title')}
        </Heading>
      </SectionHead>
      {rows.length === 0 ? <p className="ep-soft">{t('changes.none')}</p> : <TimelineList items={rows.map(({ entry, text }) => ({ key: entry.id, text: <bdi translate="no">{text}</bdi>, when: dates.moment(entry.at) }))} />}
    </section>
  );
}

/** Everything that happened, newest first. */
export function Changes({ data }: { data: Case }) {
  const { t } = useTranslation('casePlan');
  const { t: common } = useTranslation();
  const items = useItems(data);
  const query = useTimeline(data.id);
  return (
    <section aria-labelledby="changes">
      <SectionHead>
        <Heading level={2} id="changes">
          {t('changes.title')}
        </Heading>
      </SectionHead>
      <Loaded query={query}>
        {({ pages: parts }) => {
          const entries = parts.flatMap((part) => part.items);
          return entries.length === 0 ? <p className="ep-soft">{t('changes.none')}</p> : <TimelineList items={items(entries)} />;
        }}
      </Loaded>
      {query.hasNextPage ? (
        <p className="cp-goal__deeds">
          <Button busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {common('actions.more')}
          </Button>
        </p>
      ) : null}
    </section>
  );
}
