import type { IndicatorRow } from '@/api';
import { useTranslation } from '@/i18n';
import { Card, Heading, Table } from '@/ui';
import { Told } from './Told';
import { valueOf, type RegionWords } from './words';

const shown = ['open-cases', 'inflow', 'outflow', 'parties-per-case', 'cards-complete', 'evaluation-date'] as const;

/** All municipalities in the last period, in the order of the alphabet and never of a number: this is no ranking. */
export function Places({ rows, words }: { rows: readonly IndicatorRow[]; words: RegionWords }) {
  const { t } = useTranslation('region');
  const lines = [...rows.filter((row) => row.municipality), ...rows.filter((row) => !row.municipality)];
  const strong = (row: IndicatorRow, text: string | null) => (row.municipality || text === null ? <Told>{text}</Told> : <b>{text}</b>);
  return (
    <Card as="section" aria-labelledby="places">
      <div className="region-subject">
        <Heading level={2} look={3} id="places">
          {t('places')}
        </Heading>
        <Table
          caption={t('places')}
          rows={lines}
          rowKey={(row) => row.municipality ?? 'region'}
          columns={[
            { key: 'place', head: t('columns.municipality'), cell: (row) => strong(row, words.place(row.municipality)) },
            ...shown.map((code) => ({ key: code, head: words.name(code), number: true, cell: (row: IndicatorRow) => strong(row, valueOf(row, code) === null ? null : words.told(valueOf(row, code), words.unit(code))) })),
          ]}
        />
        <p className="ep-soft ep-small">{t('noRanking')}</p>
      </div>
    </Card>
  );
}
