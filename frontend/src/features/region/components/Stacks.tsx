import type { IndicatorRow } from '@/api';
import { useTranslation } from '@/i18n';
import { Table } from '@/ui';
import { ChartOrTable } from './ChartOrTable';
import { StackChart } from './StackChart';
import { Told } from './Told';
import { valueOf, type RegionWords } from './words';

type Line = { key: string; label: string; domain?: string };
type Part = { key: string; label: string };

/** Parts of an indicator at the end of the last period, per line: goals by domain and status, agreements by answer. */
export function Stacks({ title, indicator, row, lines, parts, words }: { title: string; indicator: string; row: IndicatorRow; lines: readonly Line[]; parts: readonly Part[]; words: RegionWords }) {
  const { t } = useTranslation('region');
  const value = (line: Line, part: Part) => valueOf(row, indicator, line.domain, part.key);
  const sentence = lines.map((line) => `${line.label}: ${parts.map((part) => `${part.label} ${words.told(value(line, part), '')}`).join(', ')}.`).join(' ');
  return (
    <ChartOrTable
      title={title}
      meanings={[{ name: words.name(indicator), meaning: words.meaning(indicator) }]}
      chart={<StackChart sentence={sentence} lines={lines.map((line) => ({ label: line.label, values: parts.map((part) => value(line, part)) }))} parts={parts.map((part) => part.label)} write={words.number} />}
      table={
        <Table
          caption={title}
          rows={[...lines]}
          rowKey={(line) => line.key}
          columns={[
            { key: 'line', head: t(lines.length > 1 ? 'columns.domain' : 'columns.what'), cell: (line) => line.label },
            ...parts.map((part) => ({ key: part.key, head: part.label, number: true, cell: (line: Line) => <Told>{value(line, part) === null ? null : words.told(value(line, part), '')}</Told> })),
          ]}
        />
      }
    />
  );
}
