import { useTimeline, useUpdates, type Case } from '@/api';
import { useDates, useTranslation } from '@/i18n';
import { Loaded, useTimelineRows } from '@/parts';
import { pages } from '@/routing';
import { Badge, Heading, Link, Paragraph, SectionHead, TimelineList } from '@/ui';

const shown = 4;

/** What others did last, in a sentence, and the way to all of it. */
export function RecentChanges({ data: family }: { data: Case }) {
  const { t } = useTranslation('family');
  const rowsOf = useTimelineRows(family);
  const { moment } = useDates();
  const timeline = useTimeline(family.id);
  const updates = useUpdates().data?.pages;
  const unread = updates?.[0]?.unread ?? 0;
  // An update and its line in the timeline are one event, at one moment.
  const fresh = new Set(updates?.flatMap((page) => page.items).filter((update) => !update.read).map((update) => update.at));
  return (
    <section aria-labelledby="recent">
      <SectionHead end={<Link to={pages.updates}>{t('recent.all')}</Link>}>
        <Heading level={2} id="recent">
          {t('recent.title')}
        </Heading>
        {unread > 0 ? <Badge tone="new">{t('recent.unread', { count: unread })}</Badge> : null}
      </SectionHead>
      <Loaded query={timeline}>
        {(data) => {
          const rows = rowsOf(data.pages.flatMap((page) => page.items)).slice(0, shown);
          return rows.length === 0 ? (
            <Paragraph soft>{t('recent.none')}</Paragraph>
          ) : (
            <TimelineList
              newLabel={t('recent.new')}
              items={rows.map(({ entry, text, all }) => ({ key: entry.id, text, when: moment(entry.at), isNew: all.some((one) => fresh.has(one.at)) }))}
            />
          );
        }}
      </Loaded>
    </section>
  );
}
