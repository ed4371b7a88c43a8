import type { IndicatorRow } from '@/api';
import { useTranslation } from '@/i18n';
import { Table } from '@/ui';
import { BarChart } from './BarChart';
import { ChartOrTable } from './ChartOrTable';
import type { PeriodKind } from './choice';
import { Told } from './Told';
import { valueOf, type RegionWords } from './words';

/** Some indicators of one place through time. */
export function Series({ title, indicators, rows, kind, words }: { title: string; indicators: readonly string[]; rows: readonly IndicatorRow[]; kind: PeriodKind; words: RegionWords }) {
  const { t } = useTranslation('region');
  const unit = words.unit(indicators[0] ?? '');
  const label = (row: IndicatorRow) => words.period(kind, row.from, row.until);
  const shortLabel = (row: IndicatorRow) => (kind === 'year' ? row.from.slice(0, 4) : kind === 'quarter' ? t('quarterShort', { number: Math.ceil(Number(row.until.slice(5)) / 3), year: row.until.slice(2, 4) }) : `${row.until.slice(5)}-${row.until.slice(2, 4)}`);
  const sentence = indicators.map((code) => `${words.name(code)}: ${rows.map((row) => `${label(row)} ${words.told(valueOf(row, code), unit)}`).join(', ')}.`).join(' ');
  return (
    <ChartOrTable
      title={title}
      meanings={indicators.map((code) => ({ name: words.name(code), meaning: words.meaning(code) }))}
      chart={<BarChart sentence={sentence} periods={rows.map(shortLabel)} series={indicators.map((code) => ({ label: words.name(code), values: rows.map((row) => valueOf(row, code)) }))} write={words.number} />}
      table={
        <div className={indicators.length > 2 ? undefined : 'region-plain'}>
          <Table
          caption={title}
          rows={[...rows].reverse()}
          rowKey={(row) => row.until}
          columns={[
            { key: 'period', head: t('columns.period'), cell: label },
            ...indicators.map((code) => ({ key: code, head: words.name(code), number: true, cell: (row: IndicatorRow) => <Told>{valueOf(row, code) === null ? null : words.told(valueOf(row, code), unit)}</Told> })),
          ]}
          />
        </div>
      }
    />
  );
}
