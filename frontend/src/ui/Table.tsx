import type { ReactNode } from 'react';
import { classes } from './classes';

export type Column<T> = { key: string; head: string; cell: (row: T) => ReactNode; number?: boolean };

/** Hairlines, no zebra. On a narrow screen each row becomes its first cell with "label, value" lines. */
export function Table<T>({ caption, columns, rows, rowKey }: { caption: string; columns: Column<T>[]; rows: T[]; rowKey: (row: T) => string }) {
  return (
    <table className="utrecht-table ep-tbl">
      <caption className="ep-hidden">{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column.key} scope="col" className={classes(column.number && 'ep-tbl__num')}>
              {column.head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={rowKey(row)}>
            {columns.map((column, index) =>
              index === 0 ? (
                <th key={column.key} scope="row">
                  {column.cell(row)}
                </th>
              ) : (
                <td key={column.key} data-label={column.head} className={classes(column.number && 'ep-tbl__num')}>
                  {column.cell(row)}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
