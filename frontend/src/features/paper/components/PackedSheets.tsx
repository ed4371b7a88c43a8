import type { ReactNode } from 'react';
import { Sheet } from '@/parts/sheet';
import { classes, UserText } from '@/ui';
import { airiest } from '../pack';
import { partsOf, type Entry, type EntryPart } from '../units';
import { usePacking } from '../usePacking';
import '../paper.css';

/** The paper form has six lines. More people stand closer together, so that a family that has nine still has one sheet. */
const formLines = 6;

export type Column = { key: string; label: ReactNode };
export type LongText = { id: string; label: ReactNode; text: string };

type Frame = {
  /** Name of a sheet for who hears it. */
  label: (number: number, total: number) => string;
  head: (annex: boolean) => ReactNode;
  /** What stands between head and table on the first sheet. */
  goals: ReactNode;
  foot: (number: string, total: string) => ReactNode;
  /** On the first sheet when there are annexes. */
  more: ReactNode;
};

type Table = {
  caption: string;
  columns: Column[];
  entries: Entry[];
  /** Who the row is of: the first cell. `part`: from 1 on it goes on with what stood before. */
  who: (id: string, part: number) => ReactNode;
  /** What stands in a cell where nothing was said. */
  empty: ReactNode;
};

function Row({ one, columns, who, empty }: { one: EntryPart } & Pick<Table, 'columns' | 'who' | 'empty'>) {
  return (
    <tr data-unit={one.unit}>
      <th scope="row">{who(one.id, one.part)}</th>
      {columns.slice(1).map((column, at) => {
        const cell = one.cells[at] ?? [];
        return (
          <td key={column.key}>
            {cell.length === 0 && one.part === 0 ? empty : null}
            {cell.map((text, index) => (
              <p key={index}>
                <UserText>{text}</UserText>
              </p>
            ))}
          </td>
        );
      })}
    </tr>
  );
}

/** One table over as many sheets as it takes. What does not fit on the first comes on an annex: nothing is cut off and no letter gets smaller. */
export function PackedSheets({ kind, dir, lang, frame, table, annexed }: { kind: 'client' | 'professionals'; dir: 'ltr' | 'rtl'; lang: string; frame: Frame; table: Table; annexed: LongText[] }) {
  const long: Entry[] = annexed.map(({ id, text }) => ({ id, cells: [[text]] }));
  const ids = (entries: Entry[]) => (parts: Record<string, number>) => entries.flatMap((entry) => partsOf(entry, parts)).map(({ unit }) => unit);
  const content = JSON.stringify([kind, lang, table.entries, long]);
  const { box, parts, packing } = usePacking(content, ids(table.entries), ids(long));
  const rows = new Map(table.entries.flatMap((entry) => partsOf(entry, parts)).map((one) => [one.unit, one]));
  const texts = new Map(long.flatMap((entry) => partsOf(entry, parts)).map((one) => [one.unit, one]));
  const dense = table.entries.length > formLines;
  const sheets = packing?.sheets ?? [[...rows.keys()], [...texts.keys()]];
  // While measuring, numbers as wide as they can get.
  const total = packing ? String(sheets.length) : '88';
  return (
    <div className="sheet-room__list" ref={box}>
      {sheets.map((units, index) => {
        const number = packing ? String(index + 1) : '88';
        const shown = units.flatMap((unit) => rows.get(unit) ?? []);
        const heights = units.map((unit) => packing?.heights.get(unit) ?? 0);
        const room = packing ? packing.room[sheets.length === 1 ? 'only' : 'first'] : 0;
        const line = packing && index === 0 ? airiest(heights, room) : null;
        return (
          <Sheet key={index} dir={dir} lang={lang} label={frame.label(index + 1, sheets.length)} className={classes(`paper-${kind}`, dense && 'paper-dense', line !== null && `paper-line-${line * 10}`, !packing && 'paper-measured')}>
            {frame.head(index > 0)}
            {index === 0 ? frame.goals : null}
            {units.flatMap((unit) => texts.get(unit) ?? []).map((one) => (
              <div key={one.unit} className="paper-long" data-unit={one.unit}>
                <p className="paper-label">{annexed.find(({ id }) => id === one.id)?.label}</p>
                {one.cells.flat().map((text, at) => (
                  <p key={at} className="ep-voice">
                    <UserText>{text}</UserText>
                  </p>
                ))}
              </div>
            ))}
            {index === 0 || shown.length > 0 || !packing ? (
              <table className="paper-table">
                <caption className="ep-hidden">{table.caption}</caption>
                <thead>
                  <tr>
                    {table.columns.map((column) => (
                      <th key={column.key} scope="col" className={`paper-col-${column.key}`}>
                        {column.label}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {shown.map((one) => (
                    <Row key={one.unit} one={one} columns={table.columns} who={table.who} empty={table.empty} />
                  ))}
                </tbody>
              </table>
            ) : null}
            {index === 0 && (!packing || sheets.length > 1) ? <p className="paper-more" data-more>{frame.more}</p> : null}
            {frame.foot(number, total)}
          </Sheet>
        );
      })}
    </div>
  );
}
