import { useDeliveries, type Deliveries as Report } from '@/api';
import { useDates, useTranslation, useWords } from '@/i18n';
import { Loaded } from '@/parts';
import { Button, Card, Heading, Paragraph, SectionHead, Table, Voice } from '@/ui';

function useConclusion(): (report: Report) => string {
  const { t } = useTranslation('organisation');
  return ({ feed, items }) => {
    if (feed.head === 0) return t('deliveries.nothing');
    // What is kept no longer waits for nobody, so the numbers of the feed are no counts.
    const waiting = items.reduce((sum, item) => sum + item.produced - item.delivered, 0);
    if (feed.lastReadAt === null) return t('deliveries.never', { count: waiting });
    return waiting === 0 ? t('deliveries.all') : t('deliveries.waiting', { count: waiting });
  };
}

/** How much was made ready and how much was fetched. Numbers only: an administrator sees no plan. */
export function Deliveries() {
  const { t } = useTranslation('organisation');
  const word = useWords();
  const { moment } = useDates();
  const conclusion = useConclusion();
  const query = useDeliveries();
  return (
    <section aria-labelledby="deliveries">
      <SectionHead
        end={
          <Button small icon="again" busy={query.isFetching} onClick={() => void query.refetch()}>
            {t('deliveries.again')}
          </Button>
        }
      >
        <Heading level={2} id="deliveries">
          {t('deliveries.title')}
        </Heading>
      </SectionHead>
      <Loaded query={query}>
        {(report) => (
          <div className="ep-stack">
            <Voice>{conclusion(report)}</Voice>
            {report.feed.lastReadAt ? <Paragraph soft>{t('deliveries.lastRead', { moment: moment(report.feed.lastReadAt) })}</Paragraph> : null}
            <Card flush>
              <Table
                caption={t('deliveries.title')}
                rows={report.items.filter((item) => item.produced > 0)}
                rowKey={(item) => item.kind}
                columns={[
                  { key: 'kind', head: t('deliveries.kind'), cell: (item) => word('updateKinds', item.kind) },
                  { key: 'produced', head: t('deliveries.produced'), number: true, cell: (item) => item.produced },
                  { key: 'delivered', head: t('deliveries.delivered'), number: true, cell: (item) => item.delivered },
                  { key: 'last', head: t('deliveries.last'), cell: (item) => (item.lastAt ? moment(item.lastAt) : '') },
                ]}
              />
              {report.items.every((item) => item.produced === 0) ? <p className="organisation-empty ep-soft">{t('deliveries.empty')}</p> : null}
            </Card>
            <Paragraph soft>{t('deliveries.kept')}</Paragraph>
          </div>
        )}
      </Loaded>
    </section>
  );
}
